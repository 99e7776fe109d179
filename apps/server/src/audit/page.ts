import { desc, lt } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import type { Row } from "../db/schema.ts";
import { statement } from "../db/statement.ts";

const SNOWFLAKE_DIGITS = 19;
const LAST_SNOWFLAKE = "9223372036854775807";

const selectEventsBefore = statement<{ before: string; limit: number }>()("audit_events_before", (q, t, p) =>
  q
    .select({
      id: t.auditLog.id,
      action: t.auditLog.action,
      outcome: t.auditLog.outcome,
      actorUserId: t.auditLog.actorUserId,
      applicationId: t.auditLog.applicationId,
      grantId: t.auditLog.grantId,
      requestId: t.auditLog.requestId,
      createdAt: t.auditLog.createdAt,
    })
    .from(t.auditLog)
    .where(lt(t.auditLog.id, p.before))
    .orderBy(desc(t.auditLog.id))
    .limit(p.limit),
);

export type StoredEvent = Omit<Row<"auditLog">, "address">;

/** Latest first. */
export function listEvents(
  db: Database,
  page: { before?: string | undefined; limit: number },
): Promise<StoredEvent[]> {
  // Ids are compared as text, which is their order because every snowflake since 2022 has 19 digits.
  const before = (page.before ?? LAST_SNOWFLAKE).padStart(SNOWFLAKE_DIGITS, "0");
  return db.read(selectEventsBefore, { before, limit: page.limit });
}
