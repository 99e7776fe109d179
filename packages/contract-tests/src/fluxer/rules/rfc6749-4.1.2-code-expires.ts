import { refused } from "./kit.ts";
import { rule } from "./rule.ts";

const TEN_MINUTES = 600_000;

export default rule("RFC 6749 4.1.2", "A code expires, after ten minutes at the latest", async (kit) => {
  const code = await kit.code();
  await kit.advance(TEN_MINUTES);
  await kit.exchange(code, refused("invalid_grant"));
});
