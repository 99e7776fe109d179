import { refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 6749 4.1.3", "A code that was never given is an invalid grant", async (kit) => {
  const code = await kit.code();
  await kit.exchange(code.slice(0, -1), refused("invalid_grant"));
  await kit.exchange(`${code}0`, refused("invalid_grant"));
  const { refresh } = await kit.tokens();
  await kit.exchange(refresh, refused("invalid_grant"));
});
