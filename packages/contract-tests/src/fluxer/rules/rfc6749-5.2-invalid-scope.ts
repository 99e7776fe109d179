import { refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 6749 5.2", "A scope that cannot be had is an invalid_scope", async (kit) => {
  await kit.token({ grant_type: "client_credentials", scope: "everything" }, refused("invalid_scope"));
  await kit.token({ grant_type: "client_credentials", scope: "email" }, refused("invalid_scope"));
});
