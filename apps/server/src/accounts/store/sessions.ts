import { and, eq, isNull, lte } from "drizzle-orm";
import type { Row } from "../../db/schema.ts";
import { everyColumn, statement } from "../../db/statement.ts";

export const insertSession = statement<Row<"sessions">>()("insert_session", (q, t, p) =>
  q.insert(t.sessions).values(everyColumn(t.sessions, p)),
);

export const deleteExpiredSessions = statement<{ userId: string; now: number }>()(
  "delete_expired_sessions",
  (q, t, p) =>
    q.delete(t.sessions).where(and(eq(t.sessions.userId, p.userId), lte(t.sessions.expiresAt, p.now))),
);

export const deleteSession = statement<{ id: string }>()("delete_session", (q, t, p) =>
  q.delete(t.sessions).where(eq(t.sessions.id, p.id)),
);

export const findSession = statement<{ id: string }>()("find_session", (q, t, p) =>
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
