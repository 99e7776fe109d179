import { rule } from "./rule.ts";

export default rule("RFC 6749 2.3.1", "Client credentials are not taken in the request URI", async (kit) => {
  const { id, secret } = await kit.client();
  const parts = {
    query: { client_id: id, client_secret: secret },
    body: { grant_type: "client_credentials" },
  };
  await kit.send("exchangeOauth2Token", parts, {}, { status: [400, 401] });
});
