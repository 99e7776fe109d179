import { type Application, findApplication } from "../applications/store/applications.ts";
import { occasion } from "../audit/event.ts";
import { API_ERRORS, ApiError, invalidField } from "../http/errors.ts";
import type { Context } from "../http/operation.ts";
import { type BrowserSession, createBrowserSessions } from "../http/pages/browser-session.ts";
import { createCookies } from "../http/pages/cookies.ts";
import {
  type AuthorizationRequest,
  checkBotOwner,
  checkOnce,
  checkRedirectUri,
  checkRequest,
  checkTargetOnce,
} from "./checks.ts";
import { createConsentView } from "./consent-view.ts";
import type { AuthorizationDeps } from "./deps.ts";
import { recordFailure } from "./failure.ts";
import { grantRemembered } from "./grant.ts";
import type { Parameters } from "./parameters.ts";
import { authorizationErrorOf } from "./refusal.ts";
import { createResponses, type Target } from "./response.ts";
import { createSignInView } from "./sign-in-view.ts";
import type { View } from "./view.ts";

/** What a browser gets: it is sent on, or it is shown a page. */
export type Outcome = { readonly location: string } | View;

export function createAuthorize(deps: AuthorizationDeps) {
  const responses = createResponses(deps.config);
  const cookies = createCookies(deps.config);
  const findSession = createBrowserSessions(cookies, deps.authenticators);
  const showSignIn = createSignInView(cookies);
  const showConsent = createConsentView(deps);

  async function proceed(
    request: AuthorizationRequest,
    parameters: Parameters,
    context: Context,
  ): Promise<Outcome> {
    const session = await findSession(context.headers);
    const isSilent = request.prompt === "none";
    if (session === undefined) {
      return isSilent
        ? { location: responses.refused(request, "login_required") }
        : showSignIn(request, parameters, context.headers);
    }
    checkBotOwner(request, session.caller.userId);
    const code = await remembered(request, session, context);
    if (code !== undefined) return { location: responses.granted(request, code) };
    if (isSilent) return { location: responses.refused(request, "consent_required") };
    const page = await showConsent(request, parameters, session);
    return page ?? showSignIn(request, parameters, context.headers);
  }

  function remembered(request: AuthorizationRequest, { caller }: BrowserSession, context: Context) {
    const consent = { userId: caller.userId, occasion: occasion(deps, context) };
    return deps.db.atomically((tx) => grantRemembered(tx, deps, request, consent));
  }

  return async (parameters: Parameters, repeated: readonly string[], context: Context): Promise<Outcome> => {
    checkTargetOnce(repeated);
    const application = await findKnown(deps, parameters);
    let target: Target | undefined;
    try {
      target = findTarget(parameters, repeated, application);
      checkOnce(repeated);
      const request = checkRequest(parameters, application, target.redirectUri, deps.config);
      return await proceed(request, parameters, context);
    } catch (error) {
      const attempt = { occasion: occasion(deps, context), applicationId: application.id };
      await recordFailure(deps, error, attempt, context);
      if (target?.redirectUri === undefined) throw asPage(error);
      return { location: responses.refused(target, authorizationErrorOf(error)) };
    }
  };
}

function findTarget(parameters: Parameters, repeated: readonly string[], application: Application): Target {
  const redirectUri = checkRedirectUri(parameters, application);
  // Of two states neither can be trusted.
  return { redirectUri, state: repeated.includes("state") ? undefined : parameters.state };
}

/** RFC 6749 4.1.2.1: if the client identifier is missing or invalid, the authorization server MUST NOT redirect. */
async function findKnown({ db }: AuthorizationDeps, { client_id = "" }: Parameters): Promise<Application> {
  const [application] = await db.read(findApplication, { id: client_id });
  if (application) return application;
  throw invalidField("client_id", "UNKNOWN_APPLICATION", API_ERRORS.UNKNOWN_APPLICATION.message);
}

/** A page has one status for every request that will not do, and says the rest in words. */
function asPage(error: unknown): unknown {
  if (!(error instanceof ApiError) || error.status >= 500 || error.errors) return error;
  const errors = [{ path: "client_id", code: error.code, message: API_ERRORS[error.code].message }];
  return new ApiError("INVALID_FORM_BODY", { errors, reason: error.message });
}
