import type { Config } from "../config.ts";
import type { Database } from "../db/database.ts";
import type { LimitStore } from "../http/limits.ts";
import type { Clock } from "../lib/clock.ts";
import type { Logger } from "../log.ts";
import { insure } from "./insured.ts";
import { createMemoryLimits } from "./memory.ts";
import { createSharedLimits } from "./shared.ts";
import { rememberUsedUp } from "./used-up.ts";

interface Surroundings {
  readonly config: Pick<Config, "rateLimits" | "rateLimitUrl">;
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** Whether this is the only process that uses the database. */
  readonly isAlone: boolean;
}

export interface Limits {
  /** Undefined when limits are switched off. */
  readonly store: LimitStore | undefined;
  /** Whether each process counts by itself, though several share the limits. */
  isDegraded(): boolean;
  close(): void;
}

/** Counts where all processes of this provider count together: on a Redis-protocol server, in the database, or in memory. */
export async function openLimits(surroundings: Surroundings): Promise<Limits> {
  const { config, db, clock, log, isAlone } = surroundings;
  if (!config.rateLimits) return fixed(undefined);
  if (config.rateLimitUrl !== undefined) return openRemote(config.rateLimitUrl, clock, log);
  const isShared = db.dialect === "postgres" || !isAlone;
  return fixed(isShared ? createSharedLimits(db, clock) : createMemoryLimits());
}

async function openRemote(url: string, clock: Clock, log: Logger): Promise<Limits> {
  // Not loaded where it is not used.
  const { createRedisLimits } = await import("./redis.ts");
  const remote = createRedisLimits(url, (err) => log.debug({ err }, "no connection to RATE_LIMIT_URL"));
  const insured = insure(remote, createMemoryLimits(), log);
  return { store: rememberUsedUp(insured, clock), isDegraded: insured.isDegraded, close: remote.close };
}

function fixed(store: LimitStore | undefined): Limits {
  return { store, isDegraded: () => false, close: () => {} };
}
