import { promise } from "./promise.ts";

const AUTHENTICATION = ["client_secret_basic", "client_secret_post"];

/** RFC 8414 2 lets a server name fewer; the document says that these are named. */
const NAMED = {
  scopes_supported: ["identify", "email", "guilds", "connections", "bot", "admin"],
  response_types_supported: ["code"],
  response_modes_supported: ["query"],
  grant_types_supported: ["authorization_code", "refresh_token", "client_credentials"],
  token_endpoint_auth_methods_supported: AUTHENTICATION,
  revocation_endpoint_auth_methods_supported: AUTHENTICATION,
  introspection_endpoint_auth_methods_supported: AUTHENTICATION,
  code_challenge_methods_supported: ["S256"],
};

export default promise("The metadata names everything that the document has", async (kit) => {
  kit.shows("the metadata", await kit.metadata(), NAMED);
});
