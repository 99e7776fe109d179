import { refused } from "./kit.ts";
import { rule } from "./rule.ts";

const YEAR = 366 * 86_400_000;

export default rule("RFC 9700 4.14.2", "A refresh token that nobody uses expires", async (kit) => {
  const { refresh } = await kit.tokens();
  await kit.advance(YEAR);
  await kit.refresh(refresh, refused("invalid_grant"));
});
