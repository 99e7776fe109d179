import { and, eq, gt, isNull } from "drizzle-orm";
import { statement } from "../../db/statement.ts";
import { isLive } from "./access-tokens.ts";

interface Lookup {
  readonly id: string;
  readonly now: number;
}

/** A token that works now, with what its introspection tells; none for any other. */
export const introspectAccessToken = statement<Lookup>()("introspect_access_token", (q, t, p) =>
  q
    .select({
      secretHash: t.accessTokens.secretHash,
      scope: t.accessTokens.scope,
      createdAt: t.accessTokens.createdAt,
      expiresAt: t.accessTokens.expiresAt,
      applicationId: t.grants.applicationId,
      userId: t.grants.userId,
      username: t.users.username,
    })
    .from(t.accessTokens)
    .innerJoin(t.grants, eq(t.grants.id, t.accessTokens.grantId))
    .innerJoin(t.users, eq(t.users.id, t.grants.userId))
    .where(and(eq(t.accessTokens.id, p.id), isLive(t, p.now))),
);

/** The same of a refresh token that can be spent now. */
export const introspectRefreshToken = statement<Lookup>()("introspect_refresh_token", (q, t, p) =>
  q
    .select({
      secretHash: t.refreshTokens.secretHash,
      scope: t.refreshTokens.scope,
      createdAt: t.refreshTokens.createdAt,
      expiresAt: t.refreshTokens.expiresAt,
      applicationId: t.grants.applicationId,
      userId: t.grants.userId,
      username: t.users.username,
    })
    .from(t.refreshTokens)
    .innerJoin(t.grants, eq(t.grants.id, t.refreshTokens.grantId))
    .innerJoin(t.users, eq(t.users.id, t.grants.userId))
    .where(
      and(
        eq(t.refreshTokens.id, p.id),
        isNull(t.refreshTokens.spentAt),
        isNull(t.grants.revokedAt),
        gt(t.refreshTokens.expiresAt, p.now),
      ),
    ),
);
