import { basic } from "../world/credentials.ts";
import { refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 7009 2.2.1", "Errors are those of the token endpoint", async (kit) => {
  const by = basic(await kit.client());
  await kit.step(
    "revokeOauth2Token",
    { body: { token_type_hint: "access_token" } },
    by,
    refused("invalid_request"),
  );
});
