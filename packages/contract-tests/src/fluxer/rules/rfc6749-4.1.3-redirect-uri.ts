import { REDIRECT_URI } from "../world/world.ts";
import { PAIR, refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 4.1.3",
  "The redirect URI of the token request is that of the authorization request",
  async (kit) => {
    const code = await kit.code();
    for (const redirect_uri of [`${REDIRECT_URI}/`, `${REDIRECT_URI}?`, "https://client.example"]) {
      await kit.exchange(code, refused("invalid_grant"), { redirect_uri });
    }
    const missing = refused(["invalid_grant", "invalid_request"]);
    await kit.exchange(code, missing, { redirect_uri: undefined });
    await kit.exchange(code, PAIR);
  },
);
