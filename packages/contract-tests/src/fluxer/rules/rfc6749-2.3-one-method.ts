import { basic, inBody } from "../world/credentials.ts";
import { refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 6749 2.3", "A client authenticates by one method in a request", async (kit) => {
  const client = await kit.client();
  const both = { ...basic(client), ...inBody(client) };
  await kit.token({ grant_type: "client_credentials" }, refused("invalid_request"), both);
});
