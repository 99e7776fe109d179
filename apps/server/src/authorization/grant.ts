import { type Occasion, recordEvent } from "../audit/event.ts";
import type { Transaction, Work } from "../db/database.ts";
import { addBot } from "../guilds/add-bot.ts";
import { formatScope, includesAll, parseScope } from "../lib/scopes.ts";
import { nextId } from "../lib/time-ordered-id.ts";
import { issueCode } from "../tokens/store/codes.ts";
import { createGrant } from "../tokens/store/grants.ts";
import { type AuthorizationRequest, checkBotOwner } from "./checks.ts";
import type { AuthorizationDeps } from "./deps.ts";
import { rememberConsent, selectConsents } from "./store.ts";

/** Who agrees, and when. */
export type Consent = { readonly userId: string; readonly occasion: Occasion };

/** The code for the application, or undefined when it waits for none. */
export type Granted = string | undefined;

type GrantDeps = Pick<AuthorizationDeps, "clock" | "snowflakes" | "config">;

/** The user agrees now. Whatever this throws leaves nothing behind of what it did before. */
export function* grantConsent(
  tx: Transaction,
  deps: GrantDeps,
  request: AuthorizationRequest,
  { userId, occasion }: Consent,
): Work<Granted> {
  checkBotOwner(request, userId);
  const { application, scopes, permissions, guildId } = request;
  const scope = formatScope(scopes);
  const authorizedAt = occasion.createdAt;
  yield* tx.send(rememberConsent, { userId, applicationId: application.id, scope, authorizedAt });
  if (guildId !== undefined && scopes.includes("bot")) {
    yield* addBot(tx, deps, { guildId, userId, application, permissions });
  }
  return yield* grantAccess(tx, deps, request, { userId, occasion });
}

/** The user agreed to all of this before, and nothing in it has to be chosen anew; else undefined. */
export function* grantRemembered(
  tx: Transaction,
  deps: GrantDeps,
  request: AuthorizationRequest,
  { userId, occasion }: Consent,
): Work<Granted> {
  const { application, scopes, prompt } = request;
  if (prompt === "consent" || scopes.includes("bot")) return undefined;
  const consents = yield* tx.run(selectConsents, { userId, applicationId: application.id });
  const isRemembered = consents.some(({ scope }) => includesAll(parseScope(scope) ?? [], scopes));
  return isRemembered ? yield* grantAccess(tx, deps, request, { userId, occasion }) : undefined;
}

function* grantAccess(
  tx: Transaction,
  { config }: GrantDeps,
  { application, scopes, redirectUri, codeChallenge }: AuthorizationRequest,
  { userId, occasion }: Consent,
): Work<Granted> {
  const now = occasion.createdAt;
  const event = { ...occasion, action: "authorization.grant", outcome: "success" } as const;
  const parties = { actorUserId: userId, applicationId: application.id };
  if (redirectUri === undefined) {
    yield* recordEvent(tx, { ...event, ...parties });
    return undefined;
  }
  const grantId = nextId(now);
  yield* createGrant(tx, { id: grantId, applicationId: application.id, userId, scopes, now });
  const expiresAt = now + config.codeSeconds * 1000;
  const code = yield* issueCode(tx, {
    grantId,
    redirectUri,
    codeChallenge: codeChallenge ?? null,
    createdAt: now,
    expiresAt,
  });
  yield* recordEvent(tx, { ...event, ...parties, grantId });
  return code.token;
}
