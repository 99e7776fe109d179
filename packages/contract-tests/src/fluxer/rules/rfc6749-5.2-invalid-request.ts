import { refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 6749 5.2", "A request that lacks a parameter is an invalid_request", async (kit) => {
  await kit.token({ scope: "bot" }, refused("invalid_request"));
  await kit.token({ grant_type: "authorization_code" }, refused("invalid_request"));
  await kit.token({ grant_type: "refresh_token" }, refused("invalid_request"));
});
