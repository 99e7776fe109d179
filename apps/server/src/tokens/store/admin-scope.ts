import { and, type Column, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Transaction, Work } from "../../db/database.ts";
import { statement } from "../../db/statement.ts";

// A scope is stored as words with single spaces between them.
const holdsAdmin = (scope: Column): SQL => sql`' ' || ${scope} || ' ' LIKE '% admin %'`;

const revokeAdminGrants = statement<{ applicationId: string; now: number }>()(
  "revoke_admin_grants",
  (q, t, p) =>
    q
      .update(t.grants)
      .set({ revokedAt: p.now })
      .where(
        and(
          eq(t.grants.applicationId, p.applicationId),
          isNull(t.grants.revokedAt),
          holdsAdmin(t.grants.scope),
        ),
      )
      .returning({ id: t.grants.id }),
);

const forgetAdminConsents = statement<{ applicationId: string }>()("forget_admin_consents", (q, t, p) =>
  q
    .delete(t.consents)
    .where(and(eq(t.consents.applicationId, p.applicationId), holdsAdmin(t.consents.scope))),
);

/** How many grants it ended. The consents go as well, so that no remembered one brings the scope back unasked. */
export function* withdrawAdminScope(
  tx: Transaction,
  application: { applicationId: string; now: number },
): Work<number> {
  yield* tx.send(forgetAdminConsents, application);
  return (yield* tx.run(revokeAdminGrants, application)).length;
}
