import type { Schemas } from "@fluxer-oauth2/contract";
import { StorageError } from "../db/errors.ts";
import { ApiError } from "../http/errors.ts";

export type AuthorizationError = Schemas["AuthorizationErrorCode"] | Schemas["PromptErrorCode"];

/** A parameter that will not do. The API answers with it as it is; where the redirect URI holds, `error` goes there. */
export class Refusal extends ApiError {
  readonly error: AuthorizationError;

  constructor(
    error: AuthorizationError,
    path: string,
    code: "INVALID_FORMAT" | "INVALID_VALUE" | "NOT_ALLOWED" | "REPEATED" | "REQUIRED",
    message: string,
  ) {
    super("INVALID_FORM_BODY", { errors: [{ path, code, message }], reason: `${path}: ${code}` });
    this.error = error;
  }
}

/** RFC 6749 4.1.2.1: what the application is told about a failure. */
export function authorizationErrorOf(thrown: unknown): AuthorizationError {
  if (thrown instanceof Refusal) return thrown.error;
  if (thrown instanceof StorageError) return "temporarily_unavailable";
  if (!(thrown instanceof ApiError) || thrown.status >= 500) return "server_error";
  return thrown.status === 403 ? "access_denied" : "invalid_request";
}
