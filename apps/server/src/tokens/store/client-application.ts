import { eq } from "drizzle-orm";
import { statement } from "../../db/statement.ts";

/** What a token tells of the application that it was issued to. */
export const findClientApplication = statement<{ id: string }>()("find_client_application", (q, t, p) =>
  q
    .select({
      name: t.applications.name,
      icon: t.applications.icon,
      description: t.applications.description,
      flags: t.applications.flags,
      botPublic: t.applications.botPublic,
      botRequireCodeGrant: t.applications.botRequireCodeGrant,
    })
    .from(t.applications)
    .where(eq(t.applications.id, p.id)),
);
