import type { Transaction, Work } from "../db/database.ts";
import type { UserCaller } from "../http/caller.ts";
import { isAuthentic, readCredential } from "../lib/credential.ts";
import { mint } from "../lib/secret.ts";
import type { AccountDeps } from "./deps.ts";
import { deleteExpiredSessions, deleteSession, findSession, insertSession } from "./store/sessions.ts";

export interface Session {
  readonly id: string;
  readonly userId: string;
  /** Shown once; only its hash is stored. */
  readonly token: string;
  readonly expiresAt: number;
}

/** Always a new identifier and secret, so that a session known before sign-in is worth nothing after it. */
export function* startSession(tx: Transaction, deps: AccountDeps, userId: string): Work<Session> {
  const now = deps.clock.now();
  const expiresAt = now + deps.config.sessionSeconds * 1000;
  const { id, token, hash } = mint("session", now);
  yield* tx.send(deleteExpiredSessions, { userId, now });
  yield* tx.send(insertSession, {
    id,
    secretHash: hash,
    userId,
    createdAt: now,
    expiresAt,
    lastSeenAt: null,
  });
  return { id, userId, token, expiresAt };
}

/** Takes the consent pages of the session with it. */
export function endSession({ db }: Pick<AccountDeps, "db">, id: string): Promise<unknown> {
  return db.write(deleteSession, { id });
}

export async function authenticateSession(
  { db, clock }: Pick<AccountDeps, "db" | "clock">,
  token: string,
): Promise<UserCaller | undefined> {
  const presented = readCredential("session", token);
  const [session] = await db.read(findSession, { id: presented.id });
  if (!isAuthentic(session, presented) || session.expiresAt <= clock.now()) return undefined;
  return { kind: "user", userId: session.userId, sessionId: session.id };
}
