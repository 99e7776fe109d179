import { asArray, asObject } from "../../engine/json.ts";
import { basic, inBody } from "../world/credentials.ts";
import { OK } from "./kit.ts";
import { rule } from "./rule.ts";

const REQUESTS: Readonly<Record<string, [id: string, body: Record<string, string>]>> = {
  token_endpoint_auth_methods_supported: ["exchangeOauth2Token", { grant_type: "client_credentials" }],
  revocation_endpoint_auth_methods_supported: ["revokeOauth2Token", { token: "conformance-unknown" }],
  introspection_endpoint_auth_methods_supported: ["introspectOauth2Token", { token: "conformance-unknown" }],
};

export default rule("RFC 8414 2", "Every way to authenticate that the metadata names works", async (kit) => {
  const [metadata, client] = [await kit.metadata(), await kit.client()];
  const ways = { client_secret_basic: basic(client), client_secret_post: inBody(client) };
  for (const [member, [id, body]] of Object.entries(REQUESTS)) {
    for (const name of asArray(metadata[member])) {
      const by = asObject(ways)[String(name)];
      if (by) await kit.send(id, { body }, by, OK);
      else kit.wrong(`${member} names ${name}, which the document has not`);
    }
  }
});
