import type { Kit } from "../columns.ts";

export function defineAudit(kit: Kit) {
  const { table, text, time, index } = kit;

  // Refers to nothing: what happened outlives whom it happened to.
  const auditLog = table(
    "audit_log",
    {
      id: text().primaryKey(),
      action: text().notNull(),
      outcome: text().notNull(),
      actorUserId: text(),
      applicationId: text(),
      grantId: text(),
      requestId: text(),
      address: text(),
      createdAt: time().notNull(),
    },
    (t) => [index("audit_log_application_id").on(t.applicationId, t.id)],
  );

  return { auditLog };
}

export type AuditTables = ReturnType<typeof defineAudit>;
