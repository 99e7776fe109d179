import { and, asc, eq, inArray, max } from "drizzle-orm";
import { userColumns } from "../../accounts/store/users.ts";
import type { Row, Tables } from "../../db/schema.ts";
import { everyColumn, type QueryBuilder, statement } from "../../db/statement.ts";

export type Guild = Omit<Row<"guilds">, "createdAt">;
export type Role = Omit<Row<"guildRoles">, "createdAt">;

const guildColumns = ({ guilds }: Tables) => ({
  id: guilds.id,
  name: guilds.name,
  icon: guilds.icon,
  ownerId: guilds.ownerId,
  systemChannelId: guilds.systemChannelId,
  features: guilds.features,
});

const roleColumns = ({ guildRoles }: Tables) => ({
  id: guildRoles.id,
  guildId: guildRoles.guildId,
  name: guildRoles.name,
  permissions: guildRoles.permissions,
  position: guildRoles.position,
  color: guildRoles.color,
});

export const insertGuild = statement<Row<"guilds">>()("insert_guild", (q, t, p) =>
  q.insert(t.guilds).values(everyColumn(t.guilds, p)),
);

export const insertRole = statement<Row<"guildRoles">>()("insert_guild_role", (q, t, p) =>
  q.insert(t.guildRoles).values(everyColumn(t.guildRoles, p)),
);

/** Answers no row for somebody who is a member already. */
export const insertMember = statement<Row<"guildMembers">>()("insert_guild_member", (q, t, p) =>
  q
    .insert(t.guildMembers)
    .values(everyColumn(t.guildMembers, p))
    .onConflictDoNothing({ target: [t.guildMembers.guildId, t.guildMembers.userId] })
    .returning({ userId: t.guildMembers.userId }),
);

export const giveRole = statement<Row<"guildMemberRoles">>()("give_guild_role", (q, t, p) =>
  q.insert(t.guildMemberRoles).values(everyColumn(t.guildMemberRoles, p)),
);

export const findGuild = statement<{ id: string }>()("find_guild", (q, t, p) =>
  q.select(guildColumns(t)).from(t.guilds).where(eq(t.guilds.id, p.id)),
);

export const findMember = statement<Membership>()("find_guild_member", (q, t, p) =>
  q
    .select({ ...userColumns(t), joinedAt: t.guildMembers.joinedAt })
    .from(t.guildMembers)
    .innerJoin(t.users, eq(t.users.id, t.guildMembers.userId))
    .where(and(eq(t.guildMembers.guildId, p.guildId), eq(t.guildMembers.userId, p.userId))),
);

export const selectMemberRoleIds = statement<Membership>()("role_ids_of_guild_member", (q, t, p) =>
  q
    .select({ id: t.guildMemberRoles.roleId })
    .from(t.guildMemberRoles)
    .where(and(eq(t.guildMemberRoles.guildId, p.guildId), eq(t.guildMemberRoles.userId, p.userId)))
    .orderBy(asc(t.guildMemberRoles.roleId)),
);

export const selectRoles = statement<{ guildId: string }>()("roles_of_guild", (q, t, p) =>
  q
    .select(roleColumns(t))
    .from(t.guildRoles)
    .where(eq(t.guildRoles.guildId, p.guildId))
    .orderBy(asc(t.guildRoles.position), asc(t.guildRoles.id)),
);

export const findHighestPosition = statement<{ guildId: string }>()("highest_role_position", (q, t, p) =>
  q
    .select({ position: max(t.guildRoles.position) })
    .from(t.guildRoles)
    .where(eq(t.guildRoles.guildId, p.guildId)),
);

export const selectGuildsOfUser = statement<{ userId: string }>()("guilds_of_user", (q, t, p) =>
  q
    .select(guildColumns(t))
    .from(t.guilds)
    .innerJoin(t.guildMembers, eq(t.guildMembers.guildId, t.guilds.id))
    .where(eq(t.guildMembers.userId, p.userId))
    .orderBy(asc(t.guilds.id)),
);

// By way of the memberships, because what is given is found by guild and user together.
function rolesGivenTo(q: QueryBuilder, { guildMembers, guildMemberRoles }: Tables, userId: string) {
  const isTheirs = and(
    eq(guildMemberRoles.guildId, guildMembers.guildId),
    eq(guildMemberRoles.userId, guildMembers.userId),
  );
  return q
    .select({ id: guildMemberRoles.roleId })
    .from(guildMembers)
    .innerJoin(guildMemberRoles, isTheirs)
    .where(eq(guildMembers.userId, userId));
}

/** Every role that the user has anywhere, those that everybody has included. */
export const selectRolesOfUser = statement<{ userId: string }>()("roles_of_user", (q, t, p) => {
  const memberships = q
    .select({ id: t.guildMembers.guildId })
    .from(t.guildMembers)
    .where(eq(t.guildMembers.userId, p.userId));
  // One list: two conditions with "or" between them make PostgreSQL read every role that there is.
  const theirs = memberships.union(rolesGivenTo(q, t, p.userId));
  return q.select(roleColumns(t)).from(t.guildRoles).where(inArray(t.guildRoles.id, theirs));
});

export interface Membership {
  readonly guildId: string;
  readonly userId: string;
}

/** Here only consent gives roles, and each is one bot's own. */
export const deleteRolesOfBot = statement<{ botId: string }>()("delete_roles_of_bot", (q, t, p) => {
  return q.delete(t.guildRoles).where(inArray(t.guildRoles.id, rolesGivenTo(q, t, p.botId)));
});

export const deleteMembershipsOfBot = statement<{ botId: string }>()("delete_memberships_of_bot", (q, t, p) =>
  q.delete(t.guildMembers).where(eq(t.guildMembers.userId, p.botId)),
);
