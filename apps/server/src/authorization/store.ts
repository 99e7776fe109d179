import { and, eq, gt, isNull, lte } from "drizzle-orm";
import type { Row } from "../db/schema.ts";
import { everyColumn, statement } from "../db/statement.ts";

export const selectConsents = statement<{ userId: string; applicationId: string }>()(
  "consents_for_application",
  (q, t, p) =>
    q
      .select({ scope: t.consents.scope })
      .from(t.consents)
      .where(and(eq(t.consents.userId, p.userId), eq(t.consents.applicationId, p.applicationId))),
);

export const rememberConsent = statement<Row<"consents">>()("remember_consent", (q, t, p) =>
  q
    .insert(t.consents)
    .values(everyColumn(t.consents, p))
    .onConflictDoUpdate({
      target: [t.consents.userId, t.consents.applicationId, t.consents.scope],
      set: { authorizedAt: p.authorizedAt },
    }),
);

export const insertPending = statement<Row<"authorizationRequests">>()(
  "insert_authorization_request",
  (q, t, p) => q.insert(t.authorizationRequests).values(everyColumn(t.authorizationRequests, p)),
);

export const deleteExpiredPending = statement<{ sessionId: string; now: number }>()(
  "delete_expired_authorization_requests",
  (q, t, p) =>
    q
      .delete(t.authorizationRequests)
      .where(
        and(
          eq(t.authorizationRequests.sessionId, p.sessionId),
          lte(t.authorizationRequests.expiresAt, p.now),
        ),
      ),
);

export const findPending = statement<{ id: string; sessionId: string }>()(
  "find_authorization_request",
  (q, t, p) =>
    q
      .select({
        secretHash: t.authorizationRequests.secretHash,
        parameters: t.authorizationRequests.parameters,
        expiresAt: t.authorizationRequests.expiresAt,
        decidedAt: t.authorizationRequests.decidedAt,
      })
      .from(t.authorizationRequests)
      .where(and(eq(t.authorizationRequests.id, p.id), eq(t.authorizationRequests.sessionId, p.sessionId))),
);

/** One of any number of decisions gets the row. */
export const decidePending = statement<{ id: string; now: number }>()(
  "decide_authorization_request",
  (q, t, p) =>
    q
      .update(t.authorizationRequests)
      .set({ decidedAt: p.now })
      .where(
        and(
          eq(t.authorizationRequests.id, p.id),
          isNull(t.authorizationRequests.decidedAt),
          gt(t.authorizationRequests.expiresAt, p.now),
        ),
      )
      .returning({ id: t.authorizationRequests.id }),
);
