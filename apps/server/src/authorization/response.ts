import type { AuthorizationError } from "./refusal.ts";

/** What the application's developers read beside the code (RFC 6749 4.1.2.1). */
const DESCRIPTIONS: Record<AuthorizationError, string> = {
  invalid_request: "A parameter of the authorization request is missing, malformed or repeated.",
  unauthorized_client: "The application may not use this grant.",
  access_denied: "The request was denied.",
  unsupported_response_type: "Only the response type code is supported.",
  invalid_scope: "A scope is missing, unknown or not allowed for this application.",
  server_error: "Something went wrong on our side.",
  temporarily_unavailable: "The service is unavailable at the moment.",
  login_required: "Nobody is signed in.",
  consent_required: "The user has not agreed to this yet.",
};

/** The parameters of any answer: none of them may be left over in the registered query and be taken for ours. */
const OURS = new Set(["code", "state", "iss", "error", "error_description", "error_uri"]);

/** Where an answer belongs. Nowhere, when only a bot is added and no application waits. */
export type Target = { readonly redirectUri: string | undefined; readonly state: string | undefined };

/** Addresses that say how it ended. The issuer comes from the configuration, never from a request. */
export function createResponses(config: { publicUrl: string; authorizationResponseIss: boolean }) {
  const { publicUrl } = config;
  // RFC 9207 2: in authorization responses, including error responses, the server MUST indicate its identity.
  const iss = config.authorizationResponseIss ? publicUrl : undefined;
  return {
    granted({ redirectUri, state }: Target, code: string | undefined): string {
      if (redirectUri === undefined || code === undefined) return `${publicUrl}/oauth2/authorized`;
      return addParameters(redirectUri, { code, state, iss });
    },

    refused({ redirectUri, state }: Target, error: AuthorizationError): string {
      if (redirectUri === undefined) return `${publicUrl}/oauth2/declined`;
      return addParameters(redirectUri, { error, error_description: DESCRIPTIONS[error], state, iss });
    },
  };
}

/**
 * RFC 6749 3.1.2: the query component MUST be retained when adding additional query parameters; 3.1: response
 * parameters MUST NOT be included more than once. So the registered query stays as it is written, without our names.
 */
function addParameters(uri: string, parameters: Record<string, string | undefined>): string {
  const [base = "", ...query] = uri.split("?");
  const kept = query.join("?").split("&");
  const added = Object.entries(parameters).map(([name, value]) =>
    value === undefined ? "" : `${name}=${encodeURIComponent(value)}`,
  );
  return `${base}?${[...kept.filter((pair) => !isOurs(pair)), ...added].filter((pair) => pair !== "").join("&")}`;
}

function isOurs(pair: string): boolean {
  return [...new URLSearchParams(pair).keys()].some((name) => OURS.has(name));
}
