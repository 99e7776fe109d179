import { OK } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6750 2.1",
  "An access token is taken as Bearer in the Authorization header",
  async (kit) => {
    const { access } = await kit.tokens();
    // RFC 9110 11.1: a scheme is told apart without regard to case.
    for (const scheme of ["Bearer", "bearer", "BEARER"]) {
      await kit.step("getCurrentOauth2User", {}, { headers: { authorization: `${scheme} ${access}` } }, OK);
    }
  },
);
