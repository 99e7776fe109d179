import cluster from "node:cluster";
import type { Server } from "node:http";
import { createApp } from "./app.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { openDatabase } from "./db/client.ts";
import type { Database } from "./db/database.ts";
import { DatabaseStartError } from "./db/errors.ts";
import { readEnvironment } from "./environment.ts";
import { greet } from "./greeting.ts";
import { drain, listen } from "./http/listen.ts";
import { KeyError, loadKeys } from "./keys.ts";
import { systemClock } from "./lib/clock.ts";
import { createSnowflakes } from "./lib/snowflake.ts";
import { type Limits, openLimits } from "./limits/open.ts";
import { createLog, type Logger } from "./log.ts";
import { type Pruner, startPruner } from "./pruning/pruner.ts";
import { stopOn } from "./stop.ts";
import { leaseWorker, type WorkerLease } from "./workers/lease.ts";

type Running = {
  readonly server: Server;
  readonly db: Database;
  readonly log: Logger;
  readonly lease: WorkerLease;
  readonly limits: Limits;
  readonly pruner: Pruner;
};

try {
  const config = readConfig(readEnvironment());
  const running = await start(config);
  stopOn(["SIGTERM", "SIGINT"], running.log, () => finish(running));
  if (cluster.isPrimary) greet(config.publicUrl);
} catch (error) {
  console.error(isForOperator(error) ? error.message : error);
  process.exit(1);
}

async function start(config: Config): Promise<Running> {
  const keys = loadKeys(config);
  const log = createLog(config);
  const db = await openDatabase({ url: config.databaseUrl, poolSize: config.databasePoolSize });
  const surroundings = { config, db, log, clock: systemClock };
  const lease = await leaseWorker(surroundings);
  const snowflakes = createSnowflakes({ worker: lease.worker, now: systemClock.now });
  const limits = await openLimits({ ...surroundings, isAlone: cluster.isPrimary });
  const app = createApp({ ...surroundings, keys, snowflakes, limits });
  const server = await listen(app, config.host, config.port);
  log.info({ url: config.publicUrl, database: db.dialect }, "listening");
  return { server, db, log, lease, limits, pruner: startPruner(surroundings) };
}

/** Answers what was begun. */
async function finish({ server, db, lease, limits, pruner }: Running): Promise<void> {
  await Promise.all([drain(server), pruner.stop()]);
  limits.close();
  await lease.release();
  await db.close();
}

/** Errors whose message says what to do; the stack of any other is worth more than its message. */
function isForOperator(error: unknown): error is Error {
  const isAddress = error instanceof Error && "code" in error && /^E(ADDR|ACCES)/.test(String(error.code));
  return isAddress || [ConfigError, DatabaseStartError, KeyError].some((kind) => error instanceof kind);
}
