import { INACTIVE, INVALID_TOKEN } from "../flows/steps.ts";
import { text } from "../world/ask.ts";
import { PAIR, refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 9700 4.14.2",
  "A refresh token that comes again after its successor was used ends the whole grant",
  async (kit) => {
    const { access, refresh } = await kit.tokens();
    const second = await kit.refresh(refresh, PAIR);
    const third = await kit.refresh(text(second, "refresh_token"), PAIR);
    await kit.refresh(refresh, refused("invalid_grant"));
    for (const token of [access, text(second, "access_token"), text(third, "access_token")])
      await kit.use(token, INVALID_TOKEN);
    await kit.introspect(text(third, "refresh_token"), INACTIVE);
    await kit.refresh(text(third, "refresh_token"), refused("invalid_grant"));
  },
);
