import { basic } from "../world/credentials.ts";
import { OK, refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 7009 2.1", "A client authenticates to revoke a token", async (kit) => {
  const [{ access }, { id }] = [await kit.tokens(), await kit.client()];
  const wrong = basic({ id, secret: "conformance-wrong" });
  for (const by of [{}, { body: { client_id: id } }, wrong]) {
    await kit.step("revokeOauth2Token", { body: { token: access } }, by, refused("invalid_client", 401));
  }
  await kit.use(access, OK);
});
