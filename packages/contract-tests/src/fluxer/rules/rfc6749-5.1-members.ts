import { PAIR } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 6749 5.1", "An answer with a token says its type and lifetime", async (kit) => {
  for (const given of [
    await kit.exchange(await kit.code(), PAIR),
    await kit.refresh((await kit.tokens()).refresh, PAIR),
    await kit.token({ grant_type: "client_credentials" }, PAIR),
  ]) {
    if (typeof given.access_token !== "string" || !/^[\x21-\x7e]+$/.test(given.access_token))
      kit.wrong("access_token is not printable text");
    if (!Number.isInteger(given.expires_in) || Number(given.expires_in) <= 0)
      kit.wrong("expires_in is no whole number of seconds");
  }
});
