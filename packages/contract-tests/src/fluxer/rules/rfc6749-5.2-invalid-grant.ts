import { refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 5.2",
  "A code or refresh token that does not work is an invalid_grant",
  async (kit) => {
    await kit.exchange("conformance-unknown", refused("invalid_grant"));
    await kit.refresh("conformance-unknown", refused("invalid_grant"));
  },
);
