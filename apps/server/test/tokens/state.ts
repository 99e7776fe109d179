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

/** All that a request to these endpoints can change. */
async function readState(db: Database) {
  const allAccessTokens = await db.read(accessTokens, {});
  const allRefreshTokens = await db.read(refreshTokens, {});
  const allCodes = await db.read(codes, {});
  const allEvents = await db.read(events, {});
  return {
    accessTokens: allAccessTokens.length,
    revokedAccessTokens: allAccessTokens.filter(({ revokedAt }) => revokedAt !== null).length,
    spentRefreshTokens: allRefreshTokens.filter(({ spentAt }) => spentAt !== null).length,
    spentCodes: allCodes.filter(({ spentAt }) => spentAt !== null).length,
    burntCodes: allCodes.filter(({ burntAt }) => burntAt !== null).length,
    revokedGrants: (await db.read(revokedGrants, {})).length,
    consents: (await db.read(consents, {})).length,
    generations: allRefreshTokens.map(({ generation }) => generation),
    events: allEvents.map(({ action, outcome, applicationId }) => `${action} ${outcome} ${applicationId}`),
  };
}

/** By how much a count has grown, what a list has got; only what is no longer as it was. */
export type Changes = Partial<Awaited<ReturnType<typeof readState>>>;

/** What the work answers, and what it leaves behind. */
export async function observe<T>(db: Database, work: () => Promise<T>) {
  const before = await readState(db);
  const answer = await work();
  const after = await readState(db);
  const { generations, events, ...counts } = before;
  const grown = Object.entries(counts).map(([name, count]) => [name, Reflect.get(after, name) - count]);
  const got = [
    ["generations", after.generations.slice(generations.length)],
    ["events", after.events.slice(events.length)],
  ];
  const changed = [...grown, ...got].filter(([, change]) => change !== 0 && String(change) !== "");
  return { answer, changes: Object.fromEntries(changed) as Changes };
}
