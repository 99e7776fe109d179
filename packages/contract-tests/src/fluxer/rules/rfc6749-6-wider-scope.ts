import { PAIR, refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 6",
  "A refresh cannot get scopes that the user did not agree to",
  async (kit) => {
    const { refresh } = await kit.tokens("identify");
    await kit.refresh(refresh, refused("invalid_scope"), { scope: "identify email" });
    await kit.refresh(refresh, PAIR);
  },
);
