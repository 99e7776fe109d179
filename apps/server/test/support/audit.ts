import { asc } from "drizzle-orm";
import type { Database } from "../../src/db/database.ts";
import { statement } from "../../src/db/statement.ts";

const selectEvents = statement()("test_audit_events", (q, t) =>
  q
    .select({
      action: t.auditLog.action,
      outcome: t.auditLog.outcome,
      actorUserId: t.auditLog.actorUserId,
      applicationId: t.auditLog.applicationId,
    })
    .from(t.auditLog)
    .orderBy(asc(t.auditLog.id)),
);

/** The events that the work leaves behind. */
export async function eventsOf(db: Database, work: () => Promise<unknown>) {
  const before = (await db.read(selectEvents, {})).length;
  await work();
  return (await db.read(selectEvents, {})).slice(before);
}
