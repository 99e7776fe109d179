import { challengeOf } from "./challenge.ts";
import { CHALLENGE, refused } from "./kit.ts";
import { rule } from "./rule.ts";

const OTHER = "conformance-of-another-request-conformance-12";

export default rule("RFC 7636 4.4", "A challenge belongs to its code and to no other", async (kit) => {
  await kit.code(await challengeOf(OTHER));
  await kit.exchange(await kit.code(CHALLENGE), refused("invalid_grant"), { code_verifier: OTHER });
});
