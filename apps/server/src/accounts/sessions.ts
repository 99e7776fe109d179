import { and, eq, isNull, lte } from "drizzle-orm";
import type { Transaction, Work } from "../db/database.ts";
import type { Row } from "../db/schema.ts";
import { everyColumn, statement } from "../db/statement.ts";
import type { UserCaller } from "../http/caller.ts";
import { mint, parse, sameHash } from "../lib/secret.ts";
import type { AccountDeps } from "./deps.ts";

export interface Session {
  readonly id: string;
  readonly userId: string;
  /** Shown once; only its hash is stored. */
  readonly token: string;
  readonly expiresAt: number;
}

const insertSession = statement<Row<"sessions">>()("insert_session", (q, t, p) =>
  q.insert(t.sessions).values(everyColumn(t.sessions, p)),
);

const deleteExpired = statement<{ userId: string; now: number }>()("delete_expired_sessions", (q, t, p) =>
  q.delete(t.sessions).where(and(eq(t.sessions.userId, p.userId), lte(t.sessions.expiresAt, p.now))),
);

const deleteSession = statement<{ id: string }>()("delete_session", (q, t, p) =>
  q.delete(t.sessions).where(eq(t.sessions.id, p.id)),
);

const findSession = statement<{ id: string }>()("find_session", (q, t, p) =>
  q
    .select({
      id: t.sessions.id,
      secretHash: t.sessions.secretHash,
      userId: t.sessions.userId,
      expiresAt: t.sessions.expiresAt,
    })
    .from(t.sessions)
    .innerJoin(t.users, eq(t.users.id, t.sessions.userId))
    .where(and(eq(t.sessions.id, p.id), isNull(t.users.deletedAt))),
);

/** Always a new identifier and secret, so that a session known before sign-in is worth nothing after it. */
export function* startSession(tx: Transaction, deps: AccountDeps, userId: string): Work<Session> {
  const now = deps.clock.now();
  const expiresAt = now + deps.config.sessionSeconds * 1000;
  const { id, token, hash } = mint("session", now);
  yield* tx.run(deleteExpired, { userId, now });
  yield* tx.run(insertSession, { id, secretHash: hash, userId, createdAt: now, expiresAt, lastSeenAt: null });
  return { id, userId, token, expiresAt };
}

/** Takes the consent pages of the session with it. */
export function endSession({ db }: Pick<AccountDeps, "db">, id: string): Promise<unknown> {
  return db.atomically((tx) => tx.run(deleteSession, { id }));
}

const nobody = mint("session", 0);

export async function authenticateSession(
  { db, clock }: Pick<AccountDeps, "db" | "clock">,
  token: string,
): Promise<UserCaller | undefined> {
  // An unknown or malformed token costs the same lookup and comparison as a good one.
  const presented = parse("session", token) ?? { id: nobody.id, hash: "" };
  const [session] = await db.read(findSession, { id: presented.id });
  const matches = sameHash(session?.secretHash ?? nobody.hash, presented.hash);
  if (session === undefined || !matches || session.expiresAt <= clock.now()) return undefined;
  return { kind: "user", userId: session.userId, sessionId: session.id };
}
