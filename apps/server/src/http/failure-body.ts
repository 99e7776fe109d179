import type { Schemas } from "@fluxer-oauth2/contract";
import {
  API_ERRORS,
  ApiError,
  type ApiErrorCode,
  OAUTH_ERRORS,
  OAuthError,
  type OAuthErrorCode,
} from "./errors.ts";
import type { Failure } from "./failure.ts";
import { RateLimitError } from "./limits.ts";

export function publicMessage(failure: Failure): string {
  if (failure instanceof OAuthError) return OAUTH_ERRORS[failure.error].message;
  return API_ERRORS[failure instanceof ApiError ? failure.code : "RATE_LIMITED"].message;
}

export function apiBody(failure: Failure): object {
  if (failure instanceof RateLimitError) return rateLimitBody(failure);
  if (failure instanceof OAuthError) return messageBody(apiCodeOf(failure));
  const { code, errors, requiredScope } = failure;
  return {
    ...messageBody(code),
    ...(errors && { errors }),
    ...(requiredScope && { required_scope: requiredScope }),
  };
}

export function oauthBody(failure: Failure): object {
  if (failure instanceof RateLimitError) return rateLimitBody(failure);
  const error = failure instanceof OAuthError ? failure.error : oauthCodeOf(failure);
  return { error, error_description: OAUTH_ERRORS[error].message } satisfies Schemas["OAuthError"];
}

function messageBody(code: ApiErrorCode): Schemas["ApiError"] {
  return { code, message: API_ERRORS[code].message };
}

/** One body for both families. */
function rateLimitBody({ retryAfter }: RateLimitError): Schemas["RateLimitError"] {
  const { message } = API_ERRORS.RATE_LIMITED;
  return {
    error: "temporarily_unavailable",
    code: "RATE_LIMITED",
    message,
    retry_after: retryAfter,
    global: false,
  };
}

// What is thrown below both families (a body too large, a failing database) is told in the words of either.
function oauthCodeOf({ status }: ApiError): OAuthErrorCode {
  if (status === 401) return "invalid_client";
  if (status === 503) return "temporarily_unavailable";
  return status < 500 ? "invalid_request" : "server_error";
}

function apiCodeOf({ status }: OAuthError): ApiErrorCode {
  if (status === 401) return "UNAUTHORIZED";
  if (status === 503) return "SERVICE_UNAVAILABLE";
  return status < 500 ? "INVALID_FORM_BODY" : "INTERNAL_SERVER_ERROR";
}
