import { refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 5.2",
  "A grant type that the server has not is unsupported_grant_type",
  async (kit) => {
    for (const grant_type of [
      "conformance",
      "Authorization_Code",
      "urn:ietf:params:oauth:grant-type:jwt-bearer",
    ]) {
      await kit.token({ grant_type }, refused("unsupported_grant_type"));
    }
  },
);
