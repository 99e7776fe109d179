import { eq } from "drizzle-orm";
import { statement } from "../../db/statement.ts";

/** Answers no row when there is no such application. */
export const setTrusted = statement<{ id: string; trusted: boolean }>()("set_trusted", (q, t, p) =>
  q
    .update(t.applications)
    .set({ trusted: p.trusted })
    .where(eq(t.applications.id, p.id))
    .returning({ id: t.applications.id, name: t.applications.name }),
);
