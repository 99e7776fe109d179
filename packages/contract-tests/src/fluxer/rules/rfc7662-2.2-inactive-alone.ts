import type { JsonObject } from "../../engine/json.ts";
import { rule } from "./rule.ts";

export default rule("RFC 7662 2.2", "Of a token that is not active nothing is told but that", async (kit) => {
  const { access } = await kit.tokens();
  await kit.revoke(access);
  const alone = (told: JsonObject) => JSON.stringify(told) === '{"active":false}';
  const others = ["conformance-unknown", `${access}0`, await kit.code(), (await kit.client()).botToken];
  for (const token of [access, ...others]) {
    if (!alone(await kit.introspect(token, { status: [200] }))) kit.wrong("more is told than active: false");
  }
});
