import { challenge } from "../policy.ts";
import { bearer } from "../world/credentials.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6750 3.1",
  "A token without the scope that is needed is told insufficient_scope",
  async (kit) => {
    const { access } = await kit.tokens("guilds");
    const expect = {
      status: [403],
      headers: { "www-authenticate": challenge("Bearer", "insufficient_scope") },
    };
    await kit.step("getOauth2UserInformation", {}, bearer(access), expect);
  },
);
