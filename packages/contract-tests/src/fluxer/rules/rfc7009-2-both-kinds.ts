import { INACTIVE, INVALID_TOKEN } from "../flows/steps.ts";
import { OK, refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 7009 2", "Access and refresh tokens can be revoked, at once", async (kit) => {
  const [first, second] = [await kit.tokens(), await kit.tokens()];
  await kit.revoke(first.access);
  await kit.use(first.access, INVALID_TOKEN);
  await kit.introspect(first.access, INACTIVE);
  await kit.revoke(second.refresh);
  await kit.refresh(second.refresh, refused("invalid_grant"));
  // What was not revoked still works.
  await kit.introspect(first.refresh, { ...OK, body: { active: true } });
});
