import { INACTIVE } from "../flows/steps.ts";
import { rule } from "./rule.ts";

export default rule("RFC 7009 2.2", "A hint that nobody knows is ignored", async (kit) => {
  const { access } = await kit.tokens();
  await kit.revoke(access, { token_type_hint: "conformance" });
  await kit.introspect(access, INACTIVE);
});
