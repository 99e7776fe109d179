import { basic, inBody } from "../world/credentials.ts";
import { OK, refused } from "./kit.ts";
import { rule } from "./rule.ts";

const OWN = { grant_type: "client_credentials" };
const REFUSED = refused("invalid_request");

export default rule("RFC 6749 2.3", "A client authenticates by one method in a request", async (kit) => {
  const [client, foreign] = [await kit.client(), await kit.foreign()];
  await kit.token(OWN, REFUSED, { ...basic(client), ...inBody(client) });
  // Without a secret the identifier is no second method (3.2.1), but it must be that of the client.
  await kit.token(OWN, OK, { ...basic(client), body: { client_id: client.id } });
  await kit.token(OWN, REFUSED, { ...basic(client), body: { client_id: foreign.id } });
});
