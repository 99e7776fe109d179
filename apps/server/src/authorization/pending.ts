import { findSession } from "../accounts/store/sessions.ts";
import type { Transaction, Work } from "../db/database.ts";
import type { Row } from "../db/schema.ts";
import { authorizePath } from "../http/pages/next.ts";
import { PageError } from "../http/pages/page-error.ts";
import { isAuthentic, readCredential } from "../lib/credential.ts";
import { parseScope } from "../lib/scopes.ts";
import { mint } from "../lib/secret.ts";
import type { AuthorizationDeps } from "./deps.ts";
import { type Parameters, readParameters } from "./parameters.ts";
import { decidePending, deleteExpiredPending, findPending, insertPending } from "./store.ts";

/** As long as a consent page may lie open, in milliseconds. */
export const LIFETIME = 10 * 60 * 1000;

/**
 * Keeps what the page shows, so that the decision is about that and nothing else. The token goes into the page; there is
 * none when the session has ended meanwhile.
 */
export async function keepPending(
  { db, clock }: Pick<AuthorizationDeps, "db" | "clock">,
  sessionId: string,
  parameters: Parameters,
): Promise<string | undefined> {
  const now = clock.now();
  const { id, token, hash: secretHash } = mint("authorizationRequest", now);
  const pending = {
    id,
    secretHash,
    sessionId,
    parameters: { ...parameters },
    createdAt: now,
    expiresAt: now + LIFETIME,
    decidedAt: null,
  };
  const isKept = await db.atomically((tx) => insert(tx, pending));
  return isKept ? token : undefined;
}

function* insert(tx: Transaction, pending: Row<"authorizationRequests">): Work<boolean> {
  const [session] = yield* tx.run(findSession, { id: pending.sessionId });
  if (session === undefined) return false;
  yield* tx.send(deleteExpiredPending, { sessionId: pending.sessionId, now: pending.createdAt });
  yield* tx.send(insertPending, pending);
  return true;
}

export type Pending = { readonly id: string; readonly parameters: Parameters };

/** What this session was asked under this token, decided or not. */
export async function readPending(
  { db, clock }: Pick<AuthorizationDeps, "db" | "clock">,
  sessionId: string,
  token: string,
): Promise<Pending> {
  const presented = readCredential("authorizationRequest", token);
  const [pending] = await db.read(findPending, { id: presented.id, sessionId });
  if (!isAuthentic(pending, presented)) {
    throw new PageError(403, "This question was not for you", "Start again from the application.");
  }
  const parameters = readParameters(pending.parameters);
  if (pending.decidedAt !== null || pending.expiresAt > clock.now()) return { id: presented.id, parameters };
  const next = authorizePath(parameters);
  throw new PageError(403, "This page has expired", "It was open for too long.", { next });
}

/** Of all decisions this lets one through. */
export function* spendPending(tx: Transaction, { id, parameters }: Pending, now: number): Work<void> {
  const [spent] = yield* tx.run(decidePending, { id, now });
  if (spent !== undefined) return;
  throw alreadyDecided(parameters);
}

/** Somebody who clicked twice sees the answer to the second click, which must not leave them stranded. */
function alreadyDecided(parameters: Parameters): PageError {
  const title = "You have answered already";
  if (parseScope(parameters.scope ?? "")?.includes("bot")) {
    return new PageError(403, title, "An answer counts once. If you agreed, the bot is in the guild now.");
  }
  // The request starts anew, and ends at once where the first click agreed to it.
  const next = authorizePath(parameters);
  return new PageError(403, title, "An answer counts once.", { next, isImmediate: true });
}
