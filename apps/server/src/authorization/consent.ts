import { occasion } from "../audit/event.ts";
import type { Transaction } from "../db/database.ts";
import type { UserCaller } from "../http/caller.ts";
import type { Context } from "../http/operation.ts";
import type { AuthorizationDeps } from "./deps.ts";
import { recordFailure } from "./failure.ts";
import { type Consent, grantConsent } from "./grant.ts";
import { loadRequest } from "./load.ts";
import type { Parameters } from "./parameters.ts";
import { createResponses } from "./response.ts";

/** The consent that a first-party client brings, with the rules of the page. Says where to send the browser. */
export function createConsent(deps: AuthorizationDeps) {
  const responses = createResponses(deps.config);
  return async (parameters: Parameters, { userId }: UserCaller, context: Context): Promise<string> => {
    const moment = occasion(deps, context);
    const consent = { userId, occasion: moment };
    try {
      const { request, code } = await deps.db.atomically((tx) => agree(tx, deps, parameters, consent));
      return responses.granted(request, code);
    } catch (error) {
      await recordFailure(
        deps,
        error,
        { occasion: moment, applicationId: parameters.client_id, userId },
        context,
      );
      throw error;
    }
  };
}

function* agree(tx: Transaction, deps: AuthorizationDeps, parameters: Parameters, consent: Consent) {
  const request = yield* loadRequest(tx, deps.config, parameters);
  return { request, code: yield* grantConsent(tx, deps, request, consent) };
}
