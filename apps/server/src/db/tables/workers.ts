import type { Kit } from "../columns.ts";

export function defineWorkers({ table, text, integer, time }: Kit) {
  // Which process may make snowflakes with which worker number, until when.
  const workerLeases = table("worker_leases", {
    worker: integer().primaryKey(),
    holder: text().notNull(),
    expiresAt: time().notNull(),
  });

  return { workerLeases };
}
