import { PASSWORD } from "../world/world.ts";
import { refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 9700 2.4", "There is no grant for a user's password", async (kit) => {
  const { email } = await kit.owner();
  const body = { grant_type: "password", username: email, password: PASSWORD };
  await kit.token(body, refused(["unsupported_grant_type", "unauthorized_client"]));
});
