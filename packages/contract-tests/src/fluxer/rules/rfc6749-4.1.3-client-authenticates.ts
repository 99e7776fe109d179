import { basic } from "../world/credentials.ts";
import { PAIR, refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule("RFC 6749 4.1.3", "A code is exchanged by a client that authenticates", async (kit) => {
  const [code, { id }] = [await kit.code(), await kit.client()];
  await kit.exchange(code, refused("invalid_client", 401), { client_id: id }, {});
  await kit.exchange(code, refused("invalid_client", 401), {}, basic({ id, secret: "conformance-wrong" }));
  await kit.exchange(code, PAIR);
});
