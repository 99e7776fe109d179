import { INACTIVE } from "../flows/steps.ts";
import { text } from "../world/ask.ts";
import { PAIR } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 7662 2.2", "A token that has expired is not active", async (kit) => {
  const given = await kit.exchange(await kit.code(), PAIR);
  await kit.advance(Number(given.expires_in) * 1000);
  await kit.introspect(text(given, "access_token"), INACTIVE);
});
