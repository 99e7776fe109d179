import { and, eq, exists, gt, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Row } from "../../db/schema.ts";
import { statement } from "../../db/statement.ts";

export type NewRefreshToken = Omit<Row<"refreshTokens">, "spentAt" | "successorId" | "successorAccessId">;

export const insertRefreshToken = statement<NewRefreshToken>()("insert_refresh_token", (q, t, p) =>
  q.insert(t.refreshTokens).values({
    id: p.id,
    secretHash: p.secretHash,
    grantId: p.grantId,
    scope: p.scope,
    generation: p.generation,
    createdAt: p.createdAt,
    expiresAt: p.expiresAt,
  }),
);

/** The token with its grant, also when it is spent or expired; none when the application is gone. */
export const findRefreshToken = statement<{ id: string }>()("find_refresh_token", (q, t, p) =>
  q
    .select({
      secretHash: t.refreshTokens.secretHash,
      scope: t.refreshTokens.scope,
      generation: t.refreshTokens.generation,
      expiresAt: t.refreshTokens.expiresAt,
      spentAt: t.refreshTokens.spentAt,
      grantId: t.refreshTokens.grantId,
      applicationId: t.grants.applicationId,
      grantedAt: t.grants.createdAt,
      revokedAt: t.grants.revokedAt,
    })
    .from(t.refreshTokens)
    .innerJoin(t.grants, eq(t.grants.id, t.refreshTokens.grantId))
    .where(eq(t.refreshTokens.id, p.id)),
);

interface Spending {
  readonly id: string;
  readonly applicationId: string;
  readonly now: number;
  readonly successorId: string;
  readonly successorAccessId: string;
}

/** One of any number of rotations gets the row; for all others, and for a token that must not be spent, there is none. */
export const spendRefreshToken = statement<Spending>()("spend_refresh_token", (q, t, p) =>
  q
    .update(t.refreshTokens)
    .set({ spentAt: p.now, successorId: p.successorId, successorAccessId: p.successorAccessId })
    .where(
      and(
        eq(t.refreshTokens.id, p.id),
        isNull(t.refreshTokens.spentAt),
        gt(t.refreshTokens.expiresAt, p.now),
        exists(
          q
            .select({ id: t.grants.id })
            .from(t.grants)
            .where(
              and(
                eq(t.grants.id, t.refreshTokens.grantId),
                eq(t.grants.applicationId, p.applicationId),
                isNull(t.grants.revokedAt),
              ),
            ),
        ),
      ),
    )
    .returning({ id: t.refreshTokens.id }),
);

/** The pair that took a spent token's place, as long as neither of the two was spent, revoked or is expired. */
export const findReplacement = statement<{ id: string; now: number }>()("find_replacement", (q, t, p) => {
  const successor = alias(t.refreshTokens, "successor");
  return q
    .select({
      refreshId: successor.id,
      accessId: t.accessTokens.id,
      scope: t.accessTokens.scope,
      createdAt: t.accessTokens.createdAt,
      expiresAt: t.accessTokens.expiresAt,
    })
    .from(t.refreshTokens)
    .innerJoin(successor, eq(successor.id, t.refreshTokens.successorId))
    .innerJoin(t.accessTokens, eq(t.accessTokens.id, t.refreshTokens.successorAccessId))
    .where(
      and(
        eq(t.refreshTokens.id, p.id),
        isNull(successor.spentAt),
        isNull(t.accessTokens.revokedAt),
        gt(t.accessTokens.expiresAt, p.now),
      ),
    );
});
