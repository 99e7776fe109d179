import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Row, Tables } from "../../db/schema.ts";
import { statement } from "../../db/statement.ts";

export type NewAccessToken = Omit<Row<"accessTokens">, "revokedAt">;

export const insertAccessToken = statement<NewAccessToken>()("insert_access_token", (q, t, p) =>
  q.insert(t.accessTokens).values({
    id: p.id,
    secretHash: p.secretHash,
    grantId: p.grantId,
    scope: p.scope,
    createdAt: p.createdAt,
    expiresAt: p.expiresAt,
  }),
);

/**
 * A token under the application's standing grant, unless the secret that asked for it is dead by now: otherwise a reset
 * that comes between authentication and insertion would not end what the old secret could still get.
 */
export const insertClientAccessToken = statement<Omit<NewAccessToken, "grantId"> & { secretId: string }>()(
  "insert_client_access_token",
  (q, t, p) =>
    q
      .insert(t.accessTokens)
      .select(
        q
          .select({
            id: sql<string>`${p.id}`.as("id"),
            secretHash: sql<string>`${p.secretHash}`.as("secret_hash"),
            grantId: t.applications.clientGrantId,
            scope: sql<string>`${p.scope}`.as("scope"),
            createdAt: sql<number>`${p.createdAt}`.as("created_at"),
            expiresAt: sql<number>`${p.expiresAt}`.as("expires_at"),
            revokedAt: sql<null>`null`.as("revoked_at"),
          })
          .from(t.clientSecrets)
          .innerJoin(t.applications, eq(t.applications.id, t.clientSecrets.applicationId))
          .where(
            and(
              eq(t.clientSecrets.id, p.secretId),
              or(isNull(t.clientSecrets.expiresAt), gt(t.clientSecrets.expiresAt, p.createdAt)),
            ),
          ),
      )
      .returning({ id: t.accessTokens.id }),
);

/** Its own revocation, its grant's, and its age: whoever reads a token asks for all three. */
export function isLive(t: Tables, now: number) {
  return and(isNull(t.accessTokens.revokedAt), isNull(t.grants.revokedAt), gt(t.accessTokens.expiresAt, now));
}

/** A token that works now, with whom it acts for. */
export const findAccessToken = statement<{ id: string; now: number }>()("find_access_token", (q, t, p) =>
  q
    .select({
      secretHash: t.accessTokens.secretHash,
      scope: t.accessTokens.scope,
      expiresAt: t.accessTokens.expiresAt,
      grantId: t.accessTokens.grantId,
      applicationId: t.grants.applicationId,
      userId: t.grants.userId,
      username: t.users.username,
      discriminator: t.users.discriminator,
      globalName: t.users.globalName,
      avatar: t.users.avatar,
      avatarColor: t.users.avatarColor,
      flags: t.users.flags,
      bot: t.users.bot,
      system: t.users.system,
      email: t.users.email,
      emailVerified: t.users.emailVerified,
    })
    .from(t.accessTokens)
    .innerJoin(t.grants, eq(t.grants.id, t.accessTokens.grantId))
    .innerJoin(t.users, eq(t.users.id, t.grants.userId))
    .where(and(eq(t.accessTokens.id, p.id), isLive(t, p.now))),
);

export const revokeAccessToken = statement<{ id: string; now: number }>()("revoke_access_token", (q, t, p) =>
  q.update(t.accessTokens).set({ revokedAt: p.now }).where(eq(t.accessTokens.id, p.id)),
);
