import {
  type Expectation,
  expectStatus,
  type HeaderTest,
  type Operation,
  type Policy,
} from "../engine/index.ts";

/** Operations that a client calls with its own credentials answer in the OAuth family (RFC 6749 5.2). */
export function isForClients(operation: Operation): boolean {
  return "x-client-authentication" in operation.extensions;
}

/** RFC 9110 11.6.1: a challenge begins with its scheme; RFC 6750 3 names the error. */
export function challenge(scheme: string, error?: string): HeaderTest {
  const told = error === undefined ? "" : `error="${error}"`;
  const holds = (text: string) => text.startsWith(`${scheme} `) && text.includes(told);
  return { is: `a challenge of ${scheme} ${told}`.trimEnd(), holds };
}

function isPage({ responses }: Operation): boolean {
  return responses.some(({ content }) => content.some(({ type }) => type === "text/html"));
}

function code(status: number, ...codes: string[]): Expectation {
  return { status: [status], body: { code: codes } };
}

function error(status: number, ...errors: string[]): Expectation {
  return { status: [status], body: { error: errors } };
}

/** The same fault, told in the operation's own family; a page has no members to look at. */
function either(operation: Operation, oauth: Expectation, api: Expectation): Expectation {
  if (isForClients(operation)) return oauth;
  return isPage(operation) ? expectStatus(...api.status) : api;
}

const INVALID_CLIENT = error(401, "invalid_client");
const INVALID_REQUEST = error(400, "invalid_request");
const INVALID_BODY = code(400, "INVALID_FORM_BODY");

// Client authentication comes before everything else, so a fault in what authenticates may be told as one of that.
const CLIENT_MEMBERS = new Set(["", "client_id", "client_secret"]);

// Errors that say more than that the request is invalid.
const MORE_EXACT: Readonly<Record<string, string[]>> = {
  grant_type: ["unsupported_grant_type"],
  scope: ["invalid_scope"],
  code_verifier: ["invalid_grant"],
};

export const policy: Policy = {
  unauthenticated: (operation) => either(operation, INVALID_CLIENT, code(401, "UNAUTHORIZED")),
  unknownCredential: (operation) =>
    either(operation, { status: [400, 401] }, code(401, "INVALID_TOKEN", "UNAUTHORIZED")),
  wrongKind: (operation, scheme) => {
    if (isForClients(operation)) return expectStatus(400, 401);
    if (scheme === "clientBasic") return code(401, "INVALID_TOKEN", "UNAUTHORIZED");
    return scheme === "session" ? expectStatus(401, 403) : code(403, "ACCESS_DENIED");
  },
  missingScope: (_operation, scope) => ({
    status: [403],
    body: { code: "MISSING_OAUTH_SCOPE", required_scope: scope },
    // RFC 6750 3.1
    headers: { "www-authenticate": challenge("Bearer", "insufficient_scope") },
  }),
  invalidParameter: (operation) => either(operation, INVALID_REQUEST, INVALID_BODY),
  malformedBody: (operation) => either(operation, INVALID_REQUEST, INVALID_BODY),
  invalidBody: (operation, member) => {
    if (!isForClients(operation)) return INVALID_BODY;
    if (CLIENT_MEMBERS.has(member)) return expectStatus(400, 401);
    return error(400, "invalid_request", ...(MORE_EXACT[member] ?? []));
  },
  unsupportedMediaType: (operation) =>
    either(operation, error(415, "invalid_request"), code(415, "UNSUPPORTED_MEDIA_TYPE")),
  bodyTooLarge: (operation) =>
    either(operation, error(413, "invalid_request"), code(413, "PAYLOAD_TOO_LARGE")),
  methodNotAllowed: code(405, "METHOD_NOT_ALLOWED"),
  unknownPath: code(404, "NOT_FOUND"),
  straySchema: "#/components/schemas/ApiError",
};
