import type { Kit } from "../columns.ts";
import type { AccountsTables } from "./accounts.ts";

export function defineApplications(kit: Kit, { users }: Pick<AccountsTables, "users">) {
  const { table, text, json, integer, time, boolean, index } = kit;

  const applications = table(
    "applications",
    {
      id: text().primaryKey(),
      ownerId: text().references(() => users.id, { onDelete: "set null" }),
      name: text().notNull(),
      description: text(),
      icon: text(),
      redirectUris: json<string[]>().notNull(),
      botPublic: boolean().notNull(),
      botRequireCodeGrant: boolean().notNull(),
      flags: integer().notNull(),
      trusted: boolean().notNull(),
      botTokenHash: text().notNull(),
      // The standing client_credentials grant. No foreign key: the grant refers to the application already.
      clientGrantId: text().notNull(),
      createdAt: time().notNull(),
    },
    (t) => [index("applications_owner_id").on(t.ownerId)],
  );

  const clientSecrets = table(
    "client_secrets",
    {
      id: text().primaryKey(),
      applicationId: text()
        .notNull()
        .references(() => applications.id, { onDelete: "cascade" }),
      secretHash: text().notNull(),
      createdAt: time().notNull(),
      expiresAt: time(),
      lastUsedAt: time(),
    },
    (t) => [index("client_secrets_application_id").on(t.applicationId)],
  );

  return { applications, clientSecrets };
}

export type ApplicationsTables = ReturnType<typeof defineApplications>;
