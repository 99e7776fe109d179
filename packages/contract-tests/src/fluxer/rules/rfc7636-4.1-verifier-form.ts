import { CHALLENGE, refused, VERIFIER } from "./kit.ts";
import { rule } from "./rule.ts";

const WRONG = [VERIFIER.slice(0, 42), "a".repeat(129), `${VERIFIER}+`, `${VERIFIER} `, `${VERIFIER}é`];

export default rule(
  "RFC 7636 4.1",
  "A verifier has 43 to 128 characters that need no escaping, or it is refused",
  async (kit) => {
    for (const code_verifier of WRONG) {
      const expect = refused(["invalid_request", "invalid_grant"]);
      await kit.exchange(await kit.code(CHALLENGE), expect, { code_verifier });
    }
  },
);
