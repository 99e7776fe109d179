import { rule } from "./rule.ts";

export default rule("RFC 6749 3.2", "The token endpoint takes nothing but POST", async (kit) => {
  const { id, secret } = await kit.client();
  const query = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: id,
    client_secret: secret,
  });
  const expect = { status: [404, 405] };
  await kit.call.stray({ method: "GET", path: `/oauth2/token?${query}`, expect });
});
