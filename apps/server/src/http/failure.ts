import { StorageError } from "../db/errors.ts";
import type { RequestContext } from "./context.ts";
import { ApiError, OAuthError } from "./errors.ts";
import { apiBody, oauthBody, publicMessage } from "./failure-body.ts";
import { RateLimitError } from "./limits.ts";
import type { ReplyHeaders } from "./reply.ts";
import { respond } from "./respond.ts";

/** How an operation's faults are told: the two error families, or a page for browsers. */
export type Family = "api" | "oauth" | "page";

export type Failure = ApiError | OAuthError | RateLimitError;

/** Public text only; `details` are the faults of the request. */
export type Problem = {
  readonly status: number;
  readonly message: string;
  readonly details: readonly string[];
  readonly requestId: string;
};

export type ErrorPage = (problem: Problem) => { readonly body: string; readonly headers: ReplyHeaders };

type Written = { readonly body: string; readonly contentType: string; readonly headers?: ReplyHeaders };

/** The one place where a thrown error becomes an answer. */
export function createFailure(family: Family, operation: string, errorPage: ErrorPage) {
  const write = createWriter(family, errorPage);
  return (thrown: unknown, context: RequestContext): Response => {
    const failure = classify(thrown);
    report(failure, operation, context);
    const { body, contentType, headers } = write(failure, context);
    const all = { ...context.limitHeaders, ...headers, ...failure.headers };
    return respond(failure.status, body, contentType, context.requestId, all);
  };
}

function classify(thrown: unknown): Failure {
  if (thrown instanceof ApiError || thrown instanceof OAuthError) return thrown;
  if (thrown instanceof RateLimitError) return thrown;
  if (!(thrown instanceof StorageError)) return new ApiError("INTERNAL_SERVER_ERROR", { cause: thrown });
  return new ApiError("SERVICE_UNAVAILABLE", { cause: thrown, headers: { "retry-after": "1" } });
}

function report(failure: Failure, operation: string, { log }: RequestContext): void {
  const { status, message, cause } = failure;
  const fields = { operation, status, reason: message, ...(cause !== undefined && { err: cause }) };
  if (status >= 500) log.error(fields, "request failed");
  else log.info(fields, "request refused");
}

function createWriter(family: Family, errorPage: ErrorPage) {
  if (family === "page")
    return (failure: Failure, { requestId }: RequestContext) => page(errorPage, failure, requestId);
  const bodyOf = family === "oauth" ? oauthBody : apiBody;
  return (failure: Failure): Written => ({
    body: JSON.stringify(bodyOf(failure)),
    contentType: "application/json",
  });
}

function page(errorPage: ErrorPage, failure: Failure, requestId: string): Written {
  const { status } = failure;
  const faults = failure instanceof ApiError ? (failure.errors ?? []) : [];
  const details = faults.map(({ path, message }) => `${path}: ${message}`);
  const written = errorPage({ status, message: publicMessage(failure), details, requestId });
  return { ...written, contentType: "text/html; charset=utf-8" };
}
