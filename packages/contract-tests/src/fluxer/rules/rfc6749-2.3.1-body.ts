import { inBody } from "../world/credentials.ts";
import { PAIR } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 6749 2.3.1", "Client id and secret are taken in the request body", async (kit) => {
  await kit.token({ grant_type: "client_credentials" }, PAIR, inBody(await kit.client()));
});
