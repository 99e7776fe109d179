import { PAIR, refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 6749 4.1.2", "A code is used once", async (kit) => {
  const code = await kit.code();
  await kit.exchange(code, PAIR);
  await kit.exchange(code, refused("invalid_grant"));
});
