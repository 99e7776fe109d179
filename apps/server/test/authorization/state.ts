import type { Database } from "../../src/db/database.ts";
import { statement } from "../../src/db/statement.ts";

const consents = statement()("test_all_consents", (q, t) =>
  q.select({ scope: t.consents.scope }).from(t.consents),
);
const grants = statement()("test_all_grants", (q, t) => q.select({ kind: t.grants.kind }).from(t.grants));
const codes = statement()("test_all_codes", (q, t) =>
  q.select({ redirectUri: t.authorizationCodes.redirectUri }).from(t.authorizationCodes),
);
const members = statement()("test_all_members", (q, t) =>
  q.select({ id: t.guildMembers.userId }).from(t.guildMembers),
);
const roles = statement()("test_all_roles", (q, t) => q.select({ id: t.guildRoles.id }).from(t.guildRoles));

/** All that a consent can leave behind, counted. */
export async function countTraces(db: Database) {
  return {
    consents: (await db.read(consents, {})).length,
    grants: (await db.read(grants, {})).filter(({ kind }) => kind === "authorization_code").length,
    codes: (await db.read(codes, {})).length,
    members: (await db.read(members, {})).length,
    roles: (await db.read(roles, {})).length,
  };
}

export async function tracesOf(db: Database, work: () => Promise<unknown>) {
  const before = await countTraces(db);
  await work();
  const after = await countTraces(db);
  const names = Object.keys(after) as (keyof typeof after)[];
  return Object.fromEntries(names.map((name) => [name, after[name] - before[name]]));
}

export const NOTHING = { consents: 0, grants: 0, codes: 0, members: 0, roles: 0 };
