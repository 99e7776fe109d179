import { isNotNull } from "drizzle-orm";
import type { Database } from "../../src/db/database.ts";
import { statement } from "../../src/db/statement.ts";

const accessTokens = statement()("test_access_tokens", (q, t) =>
  q.select({ id: t.accessTokens.id, revokedAt: t.accessTokens.revokedAt }).from(t.accessTokens),
);

const refreshTokens = statement()("test_refresh_tokens", (q, t) =>
  q
    .select({ generation: t.refreshTokens.generation, spentAt: t.refreshTokens.spentAt })
    .from(t.refreshTokens)
    .orderBy(t.refreshTokens.id),
);

const codes = statement()("test_codes", (q, t) =>
  q
    .select({ spentAt: t.authorizationCodes.spentAt, burntAt: t.authorizationCodes.burntAt })
    .from(t.authorizationCodes),
);

const revokedGrants = statement()("test_revoked_grants", (q, t) =>
  q.select({ id: t.grants.id }).from(t.grants).where(isNotNull(t.grants.revokedAt)),
);

const consents = statement()("test_consents", (q, t) =>
  q.select({ scope: t.consents.scope }).from(t.consents),
);

const events = statement()("test_token_events", (q, t) =>
  q
    .select({
      action: t.auditLog.action,
      outcome: t.auditLog.outcome,
      applicationId: t.auditLog.applicationId,
    })
    .from(t.auditLog)
    .orderBy(t.auditLog.id),
);

export type State = Awaited<ReturnType<typeof readState>>;

/** All that a request to these endpoints can change. */
export async function readState(db: Database) {
  const allCodes = await db.read(codes, {});
  const allRefreshTokens = await db.read(refreshTokens, {});
  return {
    accessTokens: (await db.read(accessTokens, {})).filter(({ revokedAt }) => revokedAt === null).length,
    refreshTokens: allRefreshTokens.length,
    spentRefreshTokens: allRefreshTokens.filter(({ spentAt }) => spentAt !== null).length,
    generations: allRefreshTokens.map(({ generation }) => generation),
    spentCodes: allCodes.filter(({ spentAt }) => spentAt !== null).length,
    burntCodes: allCodes.filter(({ burntAt }) => burntAt !== null).length,
    revokedGrants: (await db.read(revokedGrants, {})).length,
    consents: (await db.read(consents, {})).length,
    events: (await db.read(events, {})).map(
      ({ action, outcome, applicationId }) => `${action} ${outcome} ${applicationId}`,
    ),
  };
}
