import { and, asc, eq, sql } from "drizzle-orm";
import { userColumns } from "../../accounts/store/users.ts";
import type { Row, Tables } from "../../db/schema.ts";
import { everyColumn, statement } from "../../db/statement.ts";

/** What is known of an application but for its credentials. */
export type Application = Omit<Row<"applications">, "botTokenHash" | "clientGrantId">;

const columns = ({ applications }: Tables) => ({
  id: applications.id,
  ownerId: applications.ownerId,
  name: applications.name,
  description: applications.description,
  icon: applications.icon,
  redirectUris: applications.redirectUris,
  botPublic: applications.botPublic,
  botRequireCodeGrant: applications.botRequireCodeGrant,
  flags: applications.flags,
  trusted: applications.trusted,
  createdAt: applications.createdAt,
});

export const findApplication = statement<{ id: string }>()("find_application", (q, t, p) =>
  q.select(columns(t)).from(t.applications).where(eq(t.applications.id, p.id)),
);

export const selectApplicationsOf = statement<{ ownerId: string }>()("applications_of_owner", (q, t, p) =>
  q
    .select(columns(t))
    .from(t.applications)
    .where(eq(t.applications.ownerId, p.ownerId))
    .orderBy(asc(t.applications.id)),
);

export const selectBotsOf = statement<{ ownerId: string }>()("bots_of_owner", (q, t, p) =>
  q
    .select(userColumns(t))
    .from(t.users)
    .innerJoin(t.applications, eq(t.applications.id, t.users.id))
    .where(eq(t.applications.ownerId, p.ownerId)),
);

export const countApplicationsOf = statement<{ ownerId: string }>()(
  "count_applications_of_owner",
  (q, t, p) =>
    q
      .select({ count: sql<number>`count(*)`.mapWith(Number) })
      .from(t.applications)
      .where(eq(t.applications.ownerId, p.ownerId)),
);

export const insertApplication = statement<Row<"applications">>()("insert_application", (q, t, p) =>
  q.insert(t.applications).values(everyColumn(t.applications, p)),
);

export const updateSettings = statement<
  Pick<Application, "id" | "name" | "redirectUris" | "botPublic" | "botRequireCodeGrant">
>()("update_application", (q, t, p) =>
  q
    .update(t.applications)
    .set({
      name: p.name,
      redirectUris: p.redirectUris,
      botPublic: p.botPublic,
      botRequireCodeGrant: p.botRequireCodeGrant,
    })
    .where(eq(t.applications.id, p.id)),
);

/** Secrets, grants and consents go with it; codes and tokens are dead without their grant. */
export const deleteApplicationRow = statement<{ id: string }>()("delete_application", (q, t, p) =>
  q.delete(t.applications).where(eq(t.applications.id, p.id)),
);

/** The row stays, so that what refers to the bot still does; the name it leaves is free again. */
export const markBotDeleted = statement<{ id: string; usernameLower: string; now: number }>()(
  "mark_bot_deleted",
  (q, t, p) =>
    q
      .update(t.users)
      .set({ usernameLower: p.usernameLower, deletedAt: p.now })
      .where(and(eq(t.users.id, p.id), eq(t.users.bot, true))),
);

export const findBotTokenHash = statement<{ id: string }>()("find_bot_token_hash", (q, t, p) =>
  q
    .select({ secretHash: t.applications.botTokenHash })
    .from(t.applications)
    .where(eq(t.applications.id, p.id)),
);

export const setBotTokenHash = statement<{ id: string; hash: string }>()("set_bot_token_hash", (q, t, p) =>
  q.update(t.applications).set({ botTokenHash: p.hash }).where(eq(t.applications.id, p.id)),
);
