import type { Kit } from "../columns.ts";
import type { AccountsTables } from "./accounts.ts";
import type { ApplicationsTables } from "./applications.ts";

export function defineAuthorization(
  kit: Kit,
  {
    users,
    sessions,
    applications,
  }: Pick<AccountsTables, "users" | "sessions"> & Pick<ApplicationsTables, "applications">,
) {
  const { table, text, choice, json, time, index, primaryKey } = kit;

  // One consent's chain: every code and token refers to a grant and is dead when the grant is revoked or gone.
  const grants = table(
    "grants",
    {
      id: text().primaryKey(),
      applicationId: text()
        .notNull()
        .references(() => applications.id, { onDelete: "cascade" }),
      userId: text()
        .notNull()
        .references(() => users.id, { onDelete: "cascade" }),
      kind: choice(["authorization_code", "client_credentials"]).notNull(),
      scope: text().notNull(),
      createdAt: time().notNull(),
      revokedAt: time(),
    },
    (t) => [
      index("grants_application_id").on(t.applicationId),
      index("grants_user_id_application_id").on(t.userId, t.applicationId),
    ],
  );

  // A scope set the user once agreed to, so that it need not be asked again.
  const consents = table(
    "consents",
    {
      userId: text()
        .notNull()
        .references(() => users.id, { onDelete: "cascade" }),
      applicationId: text()
        .notNull()
        .references(() => applications.id, { onDelete: "cascade" }),
      scope: text().notNull(),
      authorizedAt: time().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.userId, t.applicationId, t.scope] }),
      index("consents_application_id").on(t.applicationId),
    ],
  );

  // A consent page in flight; its decision is single-use.
  const authorizationRequests = table(
    "authorization_requests",
    {
      id: text().primaryKey(),
      secretHash: text().notNull(),
      sessionId: text()
        .notNull()
        .references(() => sessions.id, { onDelete: "cascade" }),
      parameters: json<Record<string, string>>().notNull(),
      createdAt: time().notNull(),
      expiresAt: time().notNull(),
      decidedAt: time(),
    },
    (t) => [index("authorization_requests_session_id").on(t.sessionId)],
  );

  return { grants, consents, authorizationRequests };
}

export type AuthorizationTables = ReturnType<typeof defineAuthorization>;
