import { and, desc, eq } from "drizzle-orm";
import { statement } from "../../db/statement.ts";

/** One row for each set of scopes that the user agreed to, the latest agreement first. */
export const listConsents = statement<{ userId: string }>()("list_consents", (q, t, p) =>
  q
    .select({
      applicationId: t.consents.applicationId,
      scope: t.consents.scope,
      authorizedAt: t.consents.authorizedAt,
      name: t.applications.name,
      icon: t.applications.icon,
      description: t.applications.description,
      botPublic: t.applications.botPublic,
    })
    .from(t.consents)
    .innerJoin(t.applications, eq(t.applications.id, t.consents.applicationId))
    .where(eq(t.consents.userId, p.userId))
    .orderBy(desc(t.consents.authorizedAt), desc(t.consents.applicationId)),
);

export const deleteConsents = statement<{ userId: string; applicationId: string }>()(
  "delete_consents",
  (q, t, p) =>
    q
      .delete(t.consents)
      .where(and(eq(t.consents.userId, p.userId), eq(t.consents.applicationId, p.applicationId)))
      .returning({ scope: t.consents.scope }),
);
