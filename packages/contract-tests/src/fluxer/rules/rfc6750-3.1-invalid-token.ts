import { challenge } from "../policy.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6750 3.1",
  "A token that is malformed, unknown or revoked is an invalid_token",
  async (kit) => {
    const { access } = await kit.tokens();
    await kit.revoke(access);
    const expect = { status: [401], headers: { "www-authenticate": challenge("Bearer", "invalid_token") } };
    for (const token of ["conformance", `${access}0`, access.slice(0, -1), access])
      await kit.use(token, expect);
  },
);
