import { refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 6749 3.2", "A repeated parameter of a token request is refused", async (kit) => {
  const grant = { grant_type: "client_credentials", scope: "bot" };
  await kit.token({ ...grant, scope: ["bot", "bot"] }, refused("invalid_request"));
  await kit.token({ ...grant, grant_type: [grant.grant_type, grant.grant_type] }, refused("invalid_request"));
});
