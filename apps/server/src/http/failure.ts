import { StorageError } from "../db/errors.ts";
import type { RequestContext } from "./context.ts";
import {
  API_ERRORS,
  ApiError,
  type ApiErrorCode,
  OAUTH_ERRORS,
  OAuthError,
  type OAuthErrorCode,
} from "./errors.ts";
import { RateLimitError } from "./limits.ts";
import { respond } from "./respond.ts";

/** How an operation's faults are told: the two error families, or a page for browsers. */
export type Family = "api" | "oauth" | "page";

export type ErrorPage = (problem: { status: number; message: string; requestId: string }) => string;

type Failure = ApiError | OAuthError | RateLimitError;

/** The one place where a thrown error becomes an answer. */
export function createFailure(family: Family, operation: string, errorPage: ErrorPage) {
  const write = { api: writeApi, oauth: writeOAuth, page: undefined }[family];
  return (thrown: unknown, context: RequestContext): Response => {
    const failure = classify(thrown);
    report(failure, operation, context);
    const { status } = failure;
    const all = { ...context.limitHeaders, ...failure.headers };
    if (write)
      return respond(status, JSON.stringify(write(failure)), "application/json", context.requestId, all);
    const page = errorPage({ status, message: messageOf(failure), requestId: context.requestId });
    return respond(status, page, "text/html; charset=utf-8", context.requestId, all);
  };
}

function classify(thrown: unknown): Failure {
  if (thrown instanceof ApiError || thrown instanceof OAuthError || thrown instanceof RateLimitError)
    return thrown;
  if (thrown instanceof StorageError) {
    return new ApiError("SERVICE_UNAVAILABLE", { cause: thrown, headers: { "retry-after": "1" } });
  }
  return new ApiError("INTERNAL_SERVER_ERROR", { cause: thrown });
}

function report(failure: Failure, operation: string, { log }: RequestContext): void {
  const { status, message, cause } = failure;
  const fields = { operation, status, reason: message, ...(cause !== undefined && { err: cause }) };
  if (status >= 500) log.error(fields, "request failed");
  else log.info(fields, "request refused");
}

function messageOf(failure: Failure): string {
  if (failure instanceof OAuthError) return OAUTH_ERRORS[failure.error].message;
  return API_ERRORS[failure instanceof ApiError ? failure.code : "RATE_LIMITED"].message;
}

function writeApi(failure: Failure): object {
  if (failure instanceof RateLimitError) return writeRateLimit(failure);
  const code = failure instanceof ApiError ? failure.code : apiCodeOf(failure);
  const { errors, requiredScope } = failure instanceof ApiError ? failure : {};
  return {
    code,
    message: API_ERRORS[code].message,
    ...(errors && { errors }),
    ...(requiredScope && { required_scope: requiredScope }),
  };
}

function writeOAuth(failure: Failure): object {
  if (failure instanceof RateLimitError) return writeRateLimit(failure);
  const error = failure instanceof OAuthError ? failure.error : oauthCodeOf(failure);
  return { error, error_description: OAUTH_ERRORS[error].message };
}

function writeRateLimit({ retryAfter }: RateLimitError): object {
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
