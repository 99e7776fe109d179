import { basic } from "../world/credentials.ts";
import { rule } from "./rule.ts";

export default rule("RFC 7662 2.1", "A token is found in spite of a wrong hint", async (kit) => {
  const [{ access, refresh }, by] = [await kit.tokens(), basic(await kit.client())];
  const active = { status: [200], body: { active: true } };
  for (const [token, token_type_hint] of [
    [access, "refresh_token"],
    [refresh, "access_token"],
  ]) {
    await kit.step("introspectOauth2Token", { body: { token, token_type_hint } }, by, active);
  }
});
