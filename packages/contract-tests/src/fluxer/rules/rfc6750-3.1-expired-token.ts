import { challenge } from "../policy.ts";
import { text } from "../world/ask.ts";
import { PAIR } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 6750 3.1", "A token that has expired is an invalid_token", async (kit) => {
  const given = await kit.exchange(await kit.code(), PAIR);
  await kit.use(text(given, "access_token"), { status: [200] });
  await kit.advance(Number(given.expires_in) * 1000);
  const expect = { status: [401], headers: { "www-authenticate": challenge("Bearer", "invalid_token") } };
  await kit.use(text(given, "access_token"), expect);
});
