import { and, eq, isNull, like } from "drizzle-orm";
import type { Database } from "../../src/db/database.ts";
import { statement } from "../../src/db/statement.ts";

type OfGrant = { grantId: string };

// Said again here and not taken from the server, whose idea of what is alive is what is proved.
const liveAccessTokens = statement<OfGrant>()("test_live_access_tokens", (q, t, p) =>
  q
    .select({ id: t.accessTokens.id })
    .from(t.accessTokens)
    .innerJoin(t.grants, eq(t.grants.id, t.accessTokens.grantId))
    .where(
      and(
        eq(t.accessTokens.grantId, p.grantId),
        isNull(t.accessTokens.revokedAt),
        isNull(t.grants.revokedAt),
      ),
    ),
);

const liveRefreshTokens = statement<OfGrant>()("test_live_refresh_tokens", (q, t, p) =>
  q
    .select({ id: t.refreshTokens.id })
    .from(t.refreshTokens)
    .innerJoin(t.grants, eq(t.grants.id, t.refreshTokens.grantId))
    .where(
      and(
        eq(t.refreshTokens.grantId, p.grantId),
        isNull(t.refreshTokens.spentAt),
        isNull(t.grants.revokedAt),
      ),
    ),
);

const issued = statement<OfGrant>()("test_issued_access_tokens", (q, t, p) =>
  q.select({ id: t.accessTokens.id }).from(t.accessTokens).where(eq(t.accessTokens.grantId, p.grantId)),
);

const generations = statement<OfGrant>()("test_generations", (q, t, p) =>
  q
    .select({ generation: t.refreshTokens.generation })
    .from(t.refreshTokens)
    .where(eq(t.refreshTokens.grantId, p.grantId))
    .orderBy(t.refreshTokens.generation),
);

const replays = statement<OfGrant>()("test_replays", (q, t, p) =>
  q
    .select({ id: t.auditLog.id })
    .from(t.auditLog)
    .where(and(eq(t.auditLog.grantId, p.grantId), like(t.auditLog.action, "%.replay"))),
);

/** What the database holds of a grant: how many tokens were ever issued, and how many of them work. */
export async function stateOf(db: Database, grantId: string) {
  return {
    accessTokens: (await db.read(issued, { grantId })).length,
    generations: (await db.read(generations, { grantId })).map(({ generation }) => generation),
    replays: (await db.read(replays, { grantId })).length,
    liveAccessTokens: (await db.read(liveAccessTokens, { grantId })).length,
    liveRefreshTokens: (await db.read(liveRefreshTokens, { grantId })).length,
  };
}

const ownGrant = statement<{ applicationId: string }>()("test_own_grant", (q, t, p) =>
  q
    .select({ id: t.applications.clientGrantId })
    .from(t.applications)
    .where(eq(t.applications.id, p.applicationId)),
);

/** The grant of what the application asks for in its own name. */
export async function ownGrantOf(db: Database, applicationId: string): Promise<string> {
  const [grant] = await db.read(ownGrant, { applicationId });
  return grant?.id ?? "none";
}
