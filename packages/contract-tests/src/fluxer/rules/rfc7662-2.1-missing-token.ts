import { basic } from "../world/credentials.ts";
import { refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 7662 2.1", "A request without a token is an invalid_request", async (kit) => {
  const body = { token_type_hint: "access_token" };
  await kit.step("introspectOauth2Token", { body }, basic(await kit.client()), refused("invalid_request"));
});
