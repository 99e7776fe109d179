import { findApplication } from "../applications/store/applications.ts";
import type { Transaction, Work } from "../db/database.ts";
import { ApiError } from "../http/errors.ts";
import { type AuthorizationRequest, checkRedirectUri, checkRequest, type Rules } from "./checks.ts";
import type { Parameters } from "./parameters.ts";

/** The request with its application as it is now, held against every rule. */
export function* loadRequest(
  tx: Transaction,
  rules: Rules,
  parameters: Parameters,
): Work<AuthorizationRequest> {
  const [application] = yield* tx.run(findApplication, { id: parameters.client_id ?? "" });
  if (application === undefined) throw new ApiError("UNKNOWN_APPLICATION");
  return checkRequest(parameters, application, checkRedirectUri(parameters, application), rules);
}
