import { CHALLENGE, PAIR, refused, VERIFIER } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 7636 4.5",
  "A code that was asked for with a challenge needs its verifier",
  async (kit) => {
    await kit.exchange(await kit.code(CHALLENGE), refused("invalid_grant"));
    await kit.exchange(await kit.code(CHALLENGE), PAIR, { code_verifier: VERIFIER });
  },
);
