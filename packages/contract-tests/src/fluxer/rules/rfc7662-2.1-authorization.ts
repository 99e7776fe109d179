import { basic } from "../world/credentials.ts";
import { refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 7662 2.1", "Nobody introspects without authenticating", async (kit) => {
  const [{ access }, { id }] = [await kit.tokens(), await kit.client()];
  const wrong = basic({ id, secret: "conformance-wrong" });
  for (const by of [{}, { body: { client_id: id } }, wrong]) {
    await kit.introspect(access, refused("invalid_client", 401), by);
  }
});
