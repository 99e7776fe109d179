import { INACTIVE, INVALID_TOKEN } from "../flows/steps.ts";
import { text } from "../world/ask.ts";
import { PAIR, refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 6749 4.1.2", "A code that is used again takes its tokens with it", async (kit) => {
  const code = await kit.code();
  const given = await kit.exchange(code, PAIR);
  const [access, refresh] = [text(given, "access_token"), text(given, "refresh_token")];
  await kit.exchange(code, refused("invalid_grant"));
  await kit.use(access, INVALID_TOKEN);
  await kit.introspect(refresh, INACTIVE);
  await kit.refresh(refresh, refused("invalid_grant"));
});
