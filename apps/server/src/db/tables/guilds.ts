import type { Kit } from "../columns.ts";
import type { AccountsTables } from "./accounts.ts";

export function defineGuilds(kit: Kit, { users }: Pick<AccountsTables, "users">) {
  const { table, text, json, integer, time, index, primaryKey, foreignKey } = kit;

  const guilds = table("guilds", {
    id: text().primaryKey(),
    name: text().notNull(),
    icon: text(),
    ownerId: text()
      .notNull()
      .references(() => users.id),
    systemChannelId: text(),
    features: json<string[]>().notNull(),
    createdAt: time().notNull(),
  });

  const guildMembers = table(
    "guild_members",
    {
      guildId: text()
        .notNull()
        .references(() => guilds.id, { onDelete: "cascade" }),
      userId: text()
        .notNull()
        .references(() => users.id, { onDelete: "cascade" }),
      joinedAt: time().notNull(),
    },
    (t) => [primaryKey({ columns: [t.guildId, t.userId] }), index("guild_members_user_id").on(t.userId)],
  );

  // The @everyone role has the guild's id.
  const guildRoles = table(
    "guild_roles",
    {
      id: text().primaryKey(),
      guildId: text()
        .notNull()
        .references(() => guilds.id, { onDelete: "cascade" }),
      name: text().notNull(),
      permissions: text().notNull(),
      position: integer().notNull(),
      color: integer().notNull(),
      createdAt: time().notNull(),
    },
    (t) => [index("guild_roles_guild_id").on(t.guildId)],
  );

  const guildMemberRoles = table(
    "guild_member_roles",
    {
      guildId: text().notNull(),
      userId: text().notNull(),
      roleId: text()
        .notNull()
        .references(() => guildRoles.id, { onDelete: "cascade" }),
    },
    (t) => [
      primaryKey({ columns: [t.guildId, t.userId, t.roleId] }),
      foreignKey({
        columns: [t.guildId, t.userId],
        foreignColumns: [guildMembers.guildId, guildMembers.userId],
      }).onDelete("cascade"),
      index("guild_member_roles_role_id").on(t.roleId),
    ],
  );

  return { guilds, guildMembers, guildRoles, guildMemberRoles };
}

export type GuildsTables = ReturnType<typeof defineGuilds>;
