import { bearer } from "../world/credentials.ts";
import { rule } from "./rule.ts";

export default rule("OpenID Connect Core 5.3.2", "Userinfo has the subject of the token", async (kit) => {
  const { access } = await kit.tokens("identify");
  const told = await kit.introspect(access, { status: [200], body: { active: true } });
  const expect = { status: [200], body: { sub: told.sub } };
  await kit.step("getOauth2UserInformation", {}, bearer(access), expect);
});
