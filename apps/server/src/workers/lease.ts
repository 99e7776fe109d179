import { randomInt, randomUUID } from "node:crypto";
import type { Database } from "../db/database.ts";
import { DatabaseStartError, StorageError } from "../db/errors.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../log.ts";
import { claimWorker, renewWorker, selectHeldWorkers } from "./store.ts";

/** 1023 is the operator's commands', which are too short to lease one. */
export const OPERATOR_WORKER = 1023;
const WORKERS = OPERATOR_WORKER;

const LEASE_MS = 600_000;
// How far apart two clocks may be: a holder stops that much before the end, and nobody takes the number before that much
// after it.
const SKEW_MS = 60_000;
const RENEW_MS = 60_000;
const RETRY_MS = 1000;

export interface WorkerLease {
  /** The number for the next snowflake. Throws a StorageError while this process has none. */
  worker(): number;
  release(): Promise<void>;
}

interface Leasing {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * A worker number that no other process of this database has, on this machine or another. It is renewed as long as the
 * process lives; who cannot renew it for too long makes no snowflakes any more, before anybody else may take the number.
 */
export async function leaseWorker(leasing: Leasing): Promise<WorkerLease> {
  const { db, clock, log } = leasing;
  const holder = randomUUID();
  let held = await claim(db, clock, holder);
  let timer = setTimeout(renew, RENEW_MS).unref();

  async function renew(): Promise<void> {
    let next = RENEW_MS;
    try {
      held = (await extend(db, clock, holder, held.worker, LEASE_MS)) ?? (await claim(db, clock, holder));
    } catch (err) {
      next = RETRY_MS;
      if (!held.isOver()) log.warn({ err }, "the worker number was not renewed");
    }
    timer = setTimeout(renew, next).unref();
  }

  return {
    worker() {
      if (held.isOver()) throw new StorageError(`the lease of worker ${held.worker} is over`);
      return held.worker;
    },
    async release() {
      clearTimeout(timer);
      // Not worth a failure: it ends by itself.
      await extend(db, clock, holder, held.worker, 0).catch(() => {});
    },
  };
}

interface Held {
  readonly worker: number;
  isOver(): boolean;
}

async function claim(db: Database, clock: Clock, holder: string): Promise<Held> {
  for (;;) {
    const begun = performance.now();
    const now = clock.now();
    const freeSince = now - SKEW_MS;
    const worker = await pick(db, freeSince);
    const lease = { worker, holder, expiresAt: now + LEASE_MS, freeSince };
    const [taken] = await db.write(claimWorker, lease);
    if (taken) return hold(worker, begun);
  }
}

async function pick(db: Database, freeSince: number): Promise<number> {
  const held = new Set((await db.read(selectHeldWorkers, { freeSince })).map(({ worker }) => worker));
  const free = Array.from({ length: WORKERS }, (_, worker) => worker).filter((worker) => !held.has(worker));
  const worker = free[randomInt(Math.max(1, free.length))];
  if (worker !== undefined) return worker;
  throw new DatabaseStartError(
    `all ${WORKERS} worker numbers of this database are taken: stop a server, or wait ${(LEASE_MS + SKEW_MS) / 60_000} minutes if many were killed`,
  );
}

async function extend(db: Database, clock: Clock, holder: string, worker: number, milliseconds: number) {
  const begun = performance.now();
  const lease = { worker, holder, expiresAt: clock.now() + milliseconds };
  const [renewed] = await db.write(renewWorker, lease);
  return renewed && hold(worker, begun);
}

// Measured by a clock that nobody sets.
function hold(worker: number, begun: number): Held {
  return { worker, isOver: () => performance.now() - begun > LEASE_MS - SKEW_MS };
}
