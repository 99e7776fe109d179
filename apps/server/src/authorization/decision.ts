import { findApplication } from "../applications/store/applications.ts";
import { occasion, recordEvent } from "../audit/event.ts";
import type { Transaction, Work } from "../db/database.ts";
import type { Context } from "../http/operation.ts";
import { PageError } from "../http/pages/page-error.ts";
import type { DecisionForm } from "../http/pages/services.ts";
import { checkRedirectUri } from "./checks.ts";
import type { AuthorizationDeps } from "./deps.ts";
import { recordFailure } from "./failure.ts";
import { type Consent, grantConsent } from "./grant.ts";
import { loadRequest } from "./load.ts";
import { type Parameters, readParameters } from "./parameters.ts";
import { type Pending, readPending, spendPending } from "./pending.ts";
import { authorizationErrorOf } from "./refusal.ts";
import { createResponses, type Target } from "./response.ts";

/** Carries out what somebody decided on a consent page, and says where the browser goes then. */
export function createDecide(deps: AuthorizationDeps) {
  const responses = createResponses(deps.config);
  return async (form: DecisionForm, context: Context): Promise<string> => {
    const { userId, sessionId } = form.caller;
    const consent = { userId, occasion: occasion(deps, context) };
    const attempt = { ...consent, applicationId: undefined as string | undefined };
    let target: Target | undefined;
    try {
      const pending = await readPending(deps, sessionId, form.request);
      attempt.applicationId = pending.parameters.client_id;
      target = await findTarget(deps, pending.parameters);
      if (!form.isAllowed) {
        await deps.db.atomically((tx) => deny(tx, pending, consent));
        return responses.refused(target, "access_denied");
      }
      const code = await deps.db.atomically((tx) => allow(tx, deps, narrowed(pending, form), consent));
      return responses.granted(target, code);
    } catch (error) {
      await recordFailure(deps, error, attempt, context);
      if (target?.redirectUri === undefined || error instanceof PageError) throw error;
      return responses.refused(target, authorizationErrorOf(error));
    }
  };
}

/** The page was shown because the redirect URI held; the application may have changed since. */
async function findTarget({ db }: AuthorizationDeps, parameters: Parameters): Promise<Target> {
  const [application] = await db.read(findApplication, { id: parameters.client_id ?? "" });
  if (application === undefined) throw new PageError(400, "The application is gone", "It was deleted.");
  return { redirectUri: checkRedirectUri(parameters, application), state: parameters.state };
}

/** The choices of the page take something away, or name a guild where there is a bot to add. */
function narrowed({ id, parameters }: Pending, { guildId, narrow }: DecisionForm): Pending {
  const { permissions, guild_id, ...rest } = parameters;
  const chosen = { guild_id: guildId, permissions: permissions && String(narrow(BigInt(permissions))) };
  return { id, parameters: readParameters({ ...rest, ...chosen }) };
}

function* allow(
  tx: Transaction,
  deps: AuthorizationDeps,
  pending: Pending,
  consent: Consent,
): Work<string | undefined> {
  yield* spendPending(tx, pending, consent.occasion.createdAt);
  return yield* grantConsent(tx, deps, yield* loadRequest(tx, deps.config, pending.parameters), consent);
}

function* deny(tx: Transaction, pending: Pending, { userId, occasion }: Consent): Work<void> {
  yield* spendPending(tx, pending, occasion.createdAt);
  const applicationId = pending.parameters.client_id;
  yield* recordEvent(tx, {
    ...occasion,
    action: "authorization.deny",
    outcome: "success",
    actorUserId: userId,
    applicationId,
  });
}
