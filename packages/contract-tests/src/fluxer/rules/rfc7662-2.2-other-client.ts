import { INACTIVE } from "../flows/steps.ts";
import { basic } from "../world/credentials.ts";
import { rule } from "./rule.ts";

export default rule("RFC 7662 2.2", "Another client's token is not active to this one", async (kit) => {
  const [{ access, refresh }, foreign] = [await kit.tokens(), await kit.foreign()];
  for (const token of [access, refresh]) await kit.introspect(token, INACTIVE, basic(foreign));
});
