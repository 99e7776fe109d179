import { text } from "../world/ask.ts";
import { PAIR } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 9700 4.14.2", "A refresh token is replaced whenever it is used", async (kit) => {
  const { refresh } = await kit.tokens();
  const second = text(await kit.refresh(refresh, PAIR), "refresh_token");
  const third = text(await kit.refresh(second, PAIR), "refresh_token");
  if (new Set([refresh, second, third]).size !== 3) kit.wrong("a refresh token was not replaced");
});
