import { challengeOf } from "./challenge.ts";
import { PAIR } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 7636 4.2",
  "A verifier of any length in the limits proves its S256 challenge",
  async (kit) => {
    for (const code_verifier of ["~".repeat(43), `${"a.B-_~9".repeat(18)}xy`]) {
      const code = await kit.code(await challengeOf(code_verifier));
      await kit.exchange(code, PAIR, { code_verifier });
    }
  },
);
