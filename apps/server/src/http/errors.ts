import type { Schemas } from "@fluxer-oauth2/contract";
import type { Scope } from "../lib/scopes.ts";
import type { ReplyHeaders } from "./reply.ts";

export type ApiErrorCode = Schemas["ApiErrorCode"];
export type OAuthErrorCode = Schemas["OAuthErrorCode"];
export type FieldError = Schemas["FieldError"];

type PublicError = { readonly status: number; readonly message: string };

/** What the world is told, fixed for each code; anything particular goes to the log. */
export const API_ERRORS = {
  INVALID_FORM_BODY: { status: 400, message: "The request is invalid." },
  NOT_A_BOT_APPLICATION: { status: 400, message: "The application has no bot." },
  BOT_ALREADY_IN_GUILD: { status: 400, message: "The bot is already a member of this guild." },
  MAX_APPLICATIONS: { status: 400, message: "You own as many applications as you may." },
  USERNAME_NOT_AVAILABLE: { status: 400, message: "This username is not available." },
  UNAUTHORIZED: { status: 401, message: "Authentication is required." },
  INVALID_TOKEN: { status: 401, message: "The token is unknown, expired or revoked." },
  ACCESS_DENIED: { status: 403, message: "You may not do this." },
  MISSING_OAUTH_SCOPE: { status: 403, message: "The access token lacks a scope that this operation needs." },
  MISSING_PERMISSIONS: { status: 403, message: "You lack a guild permission for this." },
  SUDO_MODE_REQUIRED: { status: 403, message: "Confirm this with your password." },
  BOT_IS_PRIVATE: { status: 403, message: "Only its owner may add this bot." },
  UNKNOWN_APPLICATION: { status: 404, message: "There is no such application." },
  UNKNOWN_GUILD: { status: 404, message: "There is no such guild." },
  UNKNOWN_USER: { status: 404, message: "There is no such user." },
  BOT_USER_NOT_FOUND: { status: 404, message: "The bot account of this application is gone." },
  NOT_FOUND: { status: 404, message: "There is nothing at this address." },
  METHOD_NOT_ALLOWED: { status: 405, message: "This address does not take this method." },
  REQUEST_TIMEOUT: { status: 408, message: "The request took too long to arrive." },
  PAYLOAD_TOO_LARGE: { status: 413, message: "The request body is too large." },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    message: "The media type of the request body is not supported here.",
  },
  RATE_LIMITED: { status: 429, message: "Too many requests. Wait before you try again." },
  INTERNAL_SERVER_ERROR: { status: 500, message: "Something went wrong on our side." },
  SERVICE_UNAVAILABLE: { status: 503, message: "The service is unavailable at the moment." },
} as const satisfies Record<ApiErrorCode, PublicError>;

/** RFC 6749 5.2: invalid_client is 401, whatever else the client did wrong is 400. */
export const OAUTH_ERRORS = {
  invalid_request: {
    status: 400,
    message: "A parameter is missing, malformed, repeated or contradicts another.",
  },
  invalid_client: { status: 401, message: "The client could not be authenticated." },
  invalid_grant: {
    status: 400,
    message:
      "The authorization code or refresh token is invalid, expired, revoked or was issued to another client.",
  },
  unauthorized_client: { status: 400, message: "The client may not use this grant." },
  unsupported_grant_type: { status: 400, message: "The grant type is not supported." },
  invalid_scope: { status: 400, message: "A scope is unknown, malformed or exceeds what was granted." },
  server_error: { status: 500, message: "Something went wrong on our side." },
  temporarily_unavailable: { status: 503, message: "The service is unavailable at the moment." },
} as const satisfies Record<OAuthErrorCode, PublicError>;

type ApiErrorOptions = {
  errors?: readonly FieldError[];
  /** With MISSING_OAUTH_SCOPE. */
  requiredScope?: Scope;
  headers?: ReplyHeaders;
  /** Private, for the log. */
  reason?: string;
  cause?: unknown;
};

/** Ends the request with an answer of the API family. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly errors: readonly FieldError[] | undefined;
  readonly requiredScope: Scope | undefined;
  readonly headers: ReplyHeaders | undefined;

  constructor(code: ApiErrorCode, options: ApiErrorOptions = {}) {
    super(options.reason ?? code, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.status = API_ERRORS[code].status;
    this.errors = options.errors;
    this.requiredScope = options.requiredScope;
    this.headers = options.headers;
  }
}

/** INVALID_FORM_BODY with one fault; `path` is member names and indexes joined by dots. */
export function invalidField(path: string, code: string, message: string): ApiError {
  return new ApiError("INVALID_FORM_BODY", { errors: [{ path, code, message }], reason: `${path}: ${code}` });
}

/** Ends the request with an answer of the OAuth family; `reason` is private, for the log. */
export class OAuthError extends Error {
  override readonly name = "OAuthError";
  readonly error: OAuthErrorCode;
  readonly status: number;
  readonly headers: ReplyHeaders | undefined;

  constructor(
    error: OAuthErrorCode,
    reason: string,
    options: { headers?: ReplyHeaders; cause?: unknown } = {},
  ) {
    super(reason, options.cause === undefined ? {} : { cause: options.cause });
    this.error = error;
    this.status = OAUTH_ERRORS[error].status;
    this.headers = options.headers;
  }
}
