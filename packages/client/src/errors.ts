import type { components } from "@fluxer-oauth2/contract/api";

type Schemas = components["schemas"];

/** Codes of the token, revocation and introspection endpoints (RFC 6749 5.2). */
export type OAuthErrorCode = Schemas["OAuthErrorCode"];

/** Codes of every other endpoint. */
export type ApiErrorCode = Schemas["ApiErrorCode"];

/** Codes that the authorization endpoint sends to the redirect URI (RFC 6749 4.1.2.1). */
export type AuthorizationErrorCode = Schemas["AuthorizationErrorCode"] | Schemas["PromptErrorCode"];

/** No credentials for an operation that needs some; nothing was sent. */
export class MissingCredentialsError extends Error {
  override readonly name = "MissingCredentialsError";
  /** Names of the security schemes, any of which would do. */
  readonly schemes: readonly string[];

  constructor(operation: string, schemes: readonly string[]) {
    super(`${operation} needs credentials: give createClient an auth with ${schemes.join(" or ")}`);
    this.schemes = schemes;
  }
}

/** An answer that the document does not know, from a proxy for example. */
export class UnexpectedResponseError extends Error {
  override readonly name = "UnexpectedResponseError";
  readonly response: Response;

  constructor(operation: string, response: Response) {
    super(`${operation} was answered with the undocumented status ${response.status}`);
    this.response = response;
  }
}

/** The token endpoint refused, or could not answer. */
export class TokenError extends Error {
  override readonly name = "TokenError";
  /** HTTP status. */
  readonly status: number;
  /** `temporarily_unavailable` when there were too many requests. */
  readonly code: OAuthErrorCode;
  /** Seconds to wait before the next try, when the provider says so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, code: OAuthErrorCode, message: string, retryAfter?: number) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** The redirect from the authorization endpoint cannot be accepted, or brings an error. */
export class AuthorizationError extends Error {
  override readonly name = "AuthorizationError";
  /** The provider's code, or what this client found wrong with the redirect. */
  readonly code: AuthorizationErrorCode | "state_mismatch" | "issuer_mismatch" | "malformed_response";

  constructor(code: AuthorizationError["code"], message: string) {
    super(message);
    this.code = code;
  }
}
