import { INACTIVE } from "../flows/steps.ts";
import { rule } from "./rule.ts";

export default rule("RFC 7009 2.1", "A token is found in spite of a wrong hint", async (kit) => {
  const { access, refresh } = await kit.tokens();
  await kit.revoke(access, { token_type_hint: "refresh_token" });
  await kit.introspect(access, INACTIVE);
  await kit.revoke(refresh, { token_type_hint: "access_token" });
  await kit.introspect(refresh, INACTIVE);
});
