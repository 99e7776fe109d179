import { basic } from "../world/credentials.ts";
import { PAIR, refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 4.1.2",
  "A code is bound to its client; another one neither gets nor burns anything",
  async (kit) => {
    const code = await kit.code();
    await kit.exchange(code, refused("invalid_grant"), {}, basic(await kit.foreign()));
    await kit.exchange(code, PAIR);
  },
);
