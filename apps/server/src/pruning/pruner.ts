import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "../config.ts";
import type { Database } from "../db/database.ts";
import type { Clock } from "../lib/clock.ts";
import { count } from "../limits/store.ts";
import type { Logger } from "../log.ts";
import { prune } from "./prune.ts";
import type { PruneConfig } from "./tasks.ts";

/** It rests four times as long as a batch took, which is longer the more the server has to do. */
const REST = 4;
const LEAST_REST_MS = 5;
/** How often a server asks whether it is time, so that another one goes on where the last one died. */
const ASK_MS = 60_000;

export interface Pruner {
  /** Resolves when the batch that was begun is done. */
  stop(): Promise<void>;
}

interface PrunerDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly config: PruneConfig & Pick<Config, "pruneSeconds" | "pruneBatch">;
}

/** Removes what has expired as long as the server runs: one pass in each interval, by one of the servers on the database. */
export function startPruner({ db, clock, log, config }: PrunerDependencies): Pruner {
  const stopping = new AbortController();
  const interval = config.pruneSeconds * 1000;

  /** False when it was woken to stop. */
  const pause = (milliseconds: number) =>
    sleep(milliseconds, true, { signal: stopping.signal, ref: false }).catch(() => false);

  /** The first to ask in an interval gets it. */
  async function isOurs(): Promise<boolean> {
    const now = clock.now();
    const [counted] = await count(db, [{ key: "prune", by: 1, resetsAt: now + interval }], now);
    return counted?.used === 1;
  }

  async function pass(): Promise<void> {
    if (!(await isOurs())) return;
    const began = performance.now();
    const rest = (milliseconds: number) => pause(Math.max(LEAST_REST_MS, REST * milliseconds));
    const removed = await prune({ db, config, now: clock.now(), batch: config.pruneBatch, rest });
    log.info({ removed, milliseconds: Math.round(performance.now() - began) }, "pruned");
  }

  async function run(): Promise<void> {
    const asking = Math.min(ASK_MS, interval);
    // Servers that were started together do not ask together.
    while (await pause(asking * (0.5 + Math.random() / 2))) {
      await pass().catch((err: unknown) => log.error({ err }, "pruning failed; the next pass does the rest"));
    }
  }

  const done = interval > 0 ? run() : Promise.resolve();
  return {
    async stop() {
      stopping.abort();
      await done;
    },
  };
}
