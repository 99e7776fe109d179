import { challenge } from "../policy.ts";
import { basic, inBody } from "../world/credentials.ts";
import { refused } from "./kit.ts";
import { rule } from "./rule.ts";

export default rule(
  "RFC 6749 5.2",
  "A client that fails to authenticate is an invalid_client, challenged with the scheme it tried",
  async (kit) => {
    const wrong = { id: (await kit.client()).id, secret: "conformance-wrong" };
    const grant = { grant_type: "client_credentials" };
    const expect = refused("invalid_client", 401);
    await kit.token(grant, expect, {});
    await kit.token(grant, expect, inBody(wrong));
    await kit.token(grant, { ...expect, headers: { "www-authenticate": challenge("Basic") } }, basic(wrong));
  },
);
