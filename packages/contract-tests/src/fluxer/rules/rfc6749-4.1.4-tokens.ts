import { text } from "../world/ask.ts";
import { PAIR } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 4.1.4",
  "A code gives tokens with the scopes that the user agreed to",
  async (kit) => {
    const given = await kit.exchange(await kit.code(), PAIR);
    if (given.scope !== "identify email") kit.wrong(`the scope is ${JSON.stringify(given.scope)}`);
    const me = await kit.use(text(given, "access_token"), { status: [200] });
    if (JSON.stringify(me.scopes) !== '["identify","email"]')
      kit.wrong("the token has other scopes than the answer");
  },
);
