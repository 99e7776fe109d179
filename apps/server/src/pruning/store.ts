import { and, type Column, desc, eq, exists, gte, inArray, isNull, lt, lte, not, sql } from "drizzle-orm";
import type { Tables } from "../db/schema.ts";
import { type Statement, statement } from "../db/statement.ts";

/** Rows that lie together in the primary key: from the first key up to, and without, the second. */
export interface Batch {
  readonly from: string;
  readonly before: string;
  /** What ended then or earlier is over for every server whose clock is about right. */
  readonly until: number;
}

export type Delete = Statement<Batch, { key: string }>;

type Chained = "refreshTokens" | "authorizationCodes";
type Expiring = "accessTokens" | "sessions" | "authorizationRequests";
export type Prunable = Chained | Expiring | "grants" | "auditLog" | "rateLimits";

const keyOf = (t: Tables, name: Prunable): Column => (name === "rateLimits" ? t.rateLimits.key : t[name].id);

const textOf = (key: Column) => sql<string>`${key}`.mapWith(String);

const within = (key: Column, { from, before }: Batch) => and(gte(key, from), lt(key, before));

/** The row that so many others stand between it and this key; none when the table holds no more before the key than that. */
export const findStart = (name: Prunable) =>
  statement<{ before: string; skipped: number }>()(`prune_find_${name}`, (q, t, p) => {
    const key = keyOf(t, name);
    return q
      .select({ key: textOf(key) })
      .from(t[name])
      .where(lt(key, p.before))
      .orderBy(desc(key))
      .limit(1)
      .offset(p.skipped);
  });

export const deleteExpired = (name: Expiring): Delete =>
  statement<Batch>()(`prune_${name}`, (q, t, p) =>
    q
      .delete(t[name])
      .where(and(within(t[name].id, p), lte(t[name].expiresAt, p.until)))
      .returning({ key: textOf(t[name].id) }),
  );

/** Each grant has one code and then one refresh token that is not spent: when that one expires nothing can come of it any more. */
export const deleteEndedGrants = (of: Chained): Delete =>
  statement<Batch>()(`prune_grants_of_${of}`, (q, t, p) => {
    const ended = q
      .select({ id: t[of].grantId })
      .from(t[of])
      .where(and(within(t[of].id, p), isNull(t[of].spentAt), lte(t[of].expiresAt, p.until)));
    return q
      .delete(t.grants)
      .where(inArray(t.grants.id, ended))
      .returning({ key: textOf(t.grants.id) });
  });

/** As long as the grant is there a spent one stays, because its replay must end the grant. */
export const deleteWithoutGrant = (name: Chained): Delete =>
  statement<Batch>()(`prune_${name}`, (q, t, p) => {
    const itsGrant = q.select({ id: t.grants.id }).from(t.grants).where(eq(t.grants.id, t[name].grantId));
    return q
      .delete(t[name])
      .where(and(within(t[name].id, p), not(exists(itsGrant))))
      .returning({ key: textOf(t[name].id) });
  });

export const deleteRevokedGrants: Delete = statement<Batch>()("prune_grants", (q, t, p) =>
  q
    .delete(t.grants)
    .where(and(within(t.grants.id, p), lte(t.grants.revokedAt, p.until)))
    .returning({ key: textOf(t.grants.id) }),
);

export const deleteEvents: Delete = statement<Batch>()("prune_audit_log", (q, t, p) =>
  q
    .delete(t.auditLog)
    .where(within(t.auditLog.id, p))
    .returning({ key: textOf(t.auditLog.id) }),
);

export const deleteEndedWindows: Delete = statement<Batch>()("prune_rate_limits", (q, t, p) =>
  q
    .delete(t.rateLimits)
    .where(and(within(t.rateLimits.key, p), lte(t.rateLimits.resetsAt, p.until)))
    .returning({ key: textOf(t.rateLimits.key) }),
);
