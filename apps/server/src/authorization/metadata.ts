import type { Schemas } from "@fluxer-oauth2/contract";
import type { Config } from "../config.ts";
import { SCOPES } from "../lib/scopes.ts";

/** RFC 8414 2, from the configuration alone, whatever Host a request names. */
export function serverMetadata({
  publicUrl,
  authorizationResponseIss,
}: Pick<Config, "publicUrl" | "authorizationResponseIss">): Schemas["AuthorizationServerMetadata"] {
  return {
    issuer: publicUrl,
    authorization_endpoint: `${publicUrl}/oauth2/authorize`,
    token_endpoint: `${publicUrl}/oauth2/token`,
    revocation_endpoint: `${publicUrl}/oauth2/token/revoke`,
    introspection_endpoint: `${publicUrl}/oauth2/introspect`,
    userinfo_endpoint: `${publicUrl}/oauth2/userinfo`,
    scopes_supported: [...SCOPES],
    response_types_supported: ["code"],
    response_modes_supported: ["query"],
    grant_types_supported: ["authorization_code", "refresh_token", "client_credentials"],
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    revocation_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    introspection_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    code_challenge_methods_supported: ["S256"],
    authorization_response_iss_parameter_supported: authorizationResponseIss,
  };
}
