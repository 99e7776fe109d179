import { and, eq, gt, lte } from "drizzle-orm";
import { statement } from "../db/statement.ts";

interface Lease {
  readonly worker: number;
  readonly holder: string;
  readonly expiresAt: number;
}

export const selectHeldWorkers = statement<{ freeSince: number }>()("held_workers", (q, t, p) =>
  q
    .select({ worker: t.workerLeases.worker })
    .from(t.workerLeases)
    .where(gt(t.workerLeases.expiresAt, p.freeSince)),
);

/** Of any number of processes one gets the row; for all others, and for a number that is held, there is none. */
export const claimWorker = statement<Lease & { freeSince: number }>()("claim_worker", (q, t, p) =>
  q
    .insert(t.workerLeases)
    .values({ worker: p.worker, holder: p.holder, expiresAt: p.expiresAt })
    .onConflictDoUpdate({
      target: t.workerLeases.worker,
      set: { holder: p.holder, expiresAt: p.expiresAt },
      setWhere: lte(t.workerLeases.expiresAt, p.freeSince),
    })
    .returning({ worker: t.workerLeases.worker }),
);

/** Also the end of a lease, which is one that ends now. No row when somebody else has the number. */
export const renewWorker = statement<Lease>()("renew_worker", (q, t, p) =>
  q
    .update(t.workerLeases)
    .set({ expiresAt: p.expiresAt })
    .where(and(eq(t.workerLeases.worker, p.worker), eq(t.workerLeases.holder, p.holder)))
    .returning({ worker: t.workerLeases.worker }),
);
