import type { Kit } from "../columns.ts";

export function defineAccounts(kit: Kit) {
  const { table, text, integer, time, boolean, index, uniqueIndex } = kit;

  // People and bots; the bot of an application has the application's id.
  const users = table(
    "users",
    {
      id: text().primaryKey(),
      username: text().notNull(),
      usernameLower: text().notNull(),
      discriminator: integer().notNull(),
      globalName: text(),
      email: text(),
      emailLower: text(),
      emailVerified: boolean().notNull(),
      passwordHash: text(),
      dateOfBirth: text(),
      avatar: text(),
      banner: text(),
      bio: text(),
      avatarColor: integer(),
      flags: integer().notNull(),
      botFlags: integer().notNull(),
      bot: boolean().notNull(),
      system: boolean().notNull(),
      createdAt: time().notNull(),
      deletedAt: time(),
    },
    (t) => [
      uniqueIndex("users_email_lower").on(t.emailLower),
      uniqueIndex("users_username_lower_discriminator").on(t.usernameLower, t.discriminator),
    ],
  );

  const sessions = table(
    "sessions",
    {
      id: text().primaryKey(),
      secretHash: text().notNull(),
      userId: text()
        .notNull()
        .references(() => users.id, { onDelete: "cascade" }),
      createdAt: time().notNull(),
      expiresAt: time().notNull(),
      lastSeenAt: time(),
    },
    (t) => [index("sessions_user_id").on(t.userId)],
  );

  const connections = table(
    "connections",
    {
      id: text().primaryKey(),
      userId: text()
        .notNull()
        .references(() => users.id, { onDelete: "cascade" }),
      type: text().notNull(),
      name: text().notNull(),
      verified: boolean().notNull(),
      visibility: integer().notNull(),
      createdAt: time().notNull(),
    },
    (t) => [uniqueIndex("connections_user_id_type_name").on(t.userId, t.type, t.name)],
  );

  return { users, sessions, connections };
}

export type AccountsTables = ReturnType<typeof defineAccounts>;
