import { PAIR } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 6749 3.2", "The token endpoint ignores parameters it does not know", async (kit) => {
  await kit.token({ grant_type: "client_credentials", conformance: "1" }, PAIR);
});
