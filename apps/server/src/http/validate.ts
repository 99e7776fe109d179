import type { z } from "zod";
import { ApiError, type FieldError, OAuthError } from "./errors.ts";
import type { Family } from "./failure.ts";

type Issue = z.core.$ZodIssue;

const MESSAGES = {
  REQUIRED: "This member is required.",
  INVALID_TYPE: "This is of another type.",
  INVALID_FORMAT: "This does not have the required form.",
  INVALID_VALUE: "This is none of the possible values.",
  TOO_SHORT: "This is too short.",
  TOO_LONG: "This is too long.",
  TOO_SMALL: "This is too small.",
  TOO_LARGE: "This is too large.",
  UNKNOWN_MEMBER: "This member does not exist.",
} as const;

type FaultCode = keyof typeof MESSAGES;

/** The schema's output. Throws in the words of the family that the operation belongs to. */
export function validate(schema: z.ZodType, value: unknown, family: Family): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = distinct(result.error.issues.map((issue) => fault(issue, value)));
  throw family === "oauth" ? oauthError(errors) : apiError(errors);
}

/** A pattern and a format that fail together are one fault to whoever reads of it. */
function distinct(errors: FieldError[]): FieldError[] {
  return [...new Map(errors.map((error) => [`${error.path} ${error.code}`, error])).values()];
}

function apiError(errors: FieldError[]): ApiError {
  return new ApiError("INVALID_FORM_BODY", { errors, reason: summary(errors) });
}

/** RFC 6749 5.2 has codes of their own for these two; any other fault is invalid_request. */
function oauthError(errors: FieldError[]): OAuthError {
  const present = errors.filter(({ code }) => code !== "REQUIRED").map(({ path }) => path);
  if (present.includes("grant_type")) return new OAuthError("unsupported_grant_type", summary(errors));
  return new OAuthError(present.includes("scope") ? "invalid_scope" : "invalid_request", summary(errors));
}

function summary(errors: FieldError[]): string {
  return errors.map(({ path, code }) => `${path}: ${code}`).join(", ");
}

function fault(issue: Issue, value: unknown): FieldError {
  const code = isAbsent(value, issue.path) ? "REQUIRED" : codeOf(issue);
  return { path: issue.path.join("."), code, message: MESSAGES[code] };
}

function isAbsent(value: unknown, path: readonly PropertyKey[]): boolean {
  const found = path.reduce<unknown>(
    (node, key) => (typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined),
    value,
  );
  return found === undefined;
}

function codeOf(issue: Issue): FaultCode {
  switch (issue.code) {
    case "invalid_type":
      return "INVALID_TYPE";
    case "too_small":
      return issue.origin === "string" || issue.origin === "array" ? "TOO_SHORT" : "TOO_SMALL";
    case "too_big":
      return issue.origin === "string" || issue.origin === "array" ? "TOO_LONG" : "TOO_LARGE";
    case "invalid_format":
    case "not_multiple_of":
      return "INVALID_FORMAT";
    case "unrecognized_keys":
      return "UNKNOWN_MEMBER";
    default:
      return "INVALID_VALUE";
  }
}
