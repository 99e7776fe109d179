import { CHALLENGE, refused, VERIFIER } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 7636 4.6", "A verifier that does not match is an invalid_grant", async (kit) => {
  const near = [
    VERIFIER.toLowerCase(),
    `${VERIFIER}k`,
    CHALLENGE.code_challenge,
    VERIFIER.replace(/k$/, "j"),
  ];
  for (const code_verifier of near) {
    await kit.exchange(await kit.code(CHALLENGE), refused("invalid_grant"), { code_verifier });
  }
});
