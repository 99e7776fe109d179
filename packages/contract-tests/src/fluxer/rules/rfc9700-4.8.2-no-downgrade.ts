import { refused, VERIFIER } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 9700 4.8.2",
  "A verifier for a code that was asked for without a challenge is refused",
  async (kit) => {
    await kit.exchange(await kit.code(), refused(["invalid_grant", "invalid_request"]), {
      code_verifier: VERIFIER,
    });
  },
);
