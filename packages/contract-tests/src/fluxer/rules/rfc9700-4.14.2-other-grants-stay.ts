import { text } from "../world/ask.ts";
import { OK, PAIR, refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 9700 4.14.2",
  "A replay ends its own grant and leaves the user's others",
  async (kit) => {
    const [other, { refresh }] = [await kit.tokens(), await kit.tokens()];
    const second = await kit.refresh(refresh, PAIR);
    await kit.refresh(text(second, "refresh_token"), PAIR);
    await kit.refresh(refresh, refused("invalid_grant"));
    await kit.use(other.access, OK);
    await kit.refresh(other.refresh, PAIR);
  },
);
