import { rule } from "./rule.ts";

export default rule("RFC 6749 4.4.3", "A client's own token comes without a refresh token", async (kit) => {
  const expect = { status: [200], body: { refresh_token: undefined } };
  await kit.token({ grant_type: "client_credentials" }, expect);
});
