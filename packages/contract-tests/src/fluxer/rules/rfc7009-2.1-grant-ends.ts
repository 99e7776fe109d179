import { INVALID_TOKEN } from "../flows/steps.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 7009 2.1",
  "A revoked refresh token takes the access tokens of its grant with it",
  async (kit) => {
    const { access, refresh } = await kit.tokens();
    await kit.revoke(refresh);
    await kit.use(access, INVALID_TOKEN);
  },
);
