import { randomInt } from "node:crypto";
import type { Server } from "node:http";
import { createApp } from "./app.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { openDatabase } from "./db/client.ts";
import type { Database } from "./db/database.ts";
import { DatabaseStartError } from "./db/errors.ts";
import { readEnvironment } from "./environment.ts";
import { drain, listen } from "./http/listen.ts";
import { KeyError, loadKeys } from "./keys.ts";
import { systemClock } from "./lib/clock.ts";
import { createSnowflakes } from "./lib/snowflake.ts";
import { createLog, type Logger } from "./log.ts";

type Running = { readonly server: Server; readonly db: Database; readonly log: Logger };

try {
  const config = readConfig(readEnvironment());
  const running = await start(config);
  stopOn(["SIGTERM", "SIGINT"], running);
  greet(config.publicUrl);
} catch (error) {
  console.error(isForOperator(error) ? error.message : error);
  process.exit(1);
}

async function start(config: Config): Promise<Running> {
  const keys = loadKeys(config);
  const log = createLog(config);
  const db = await openDatabase({ url: config.databaseUrl });
  const worker = config.workerId ?? randomInt(1024);
  const snowflakes = createSnowflakes({ worker, now: systemClock.now });
  const app = createApp({ config, db, clock: systemClock, log, keys, snowflakes });
  const server = await listen(app, config.host, config.port);
  log.info({ url: config.publicUrl, database: db.dialect }, "listening");
  return { server, db, log };
}

/** Answers what was begun, then exits with 0; a second signal does not wait. */
function stopOn(signals: readonly NodeJS.Signals[], { server, db, log }: Running): void {
  const stop = async (signal: NodeJS.Signals) => {
    log.info({ signal }, "stopping");
    for (const other of signals) process.once(other, () => process.exit(1));
    await drain(server);
    await db.close();
    log.info("stopped");
    process.exit(0);
  };
  for (const signal of signals) process.once(signal, stop);
}

/** To standard error, because standard output carries the log, one JSON object on each line. */
function greet(url: string): void {
  console.error(`
  The provider is running. Open ${url} to sign up or sign in.
    API document   ${url}/openapi.json
    OAuth metadata ${url}/.well-known/oauth-authorization-server
    Stop it with Ctrl+C.
`);
}

/** Errors whose message says what to do; the stack of any other is worth more than its message. */
function isForOperator(error: unknown): error is Error {
  const isAddress = error instanceof Error && "code" in error && /^E(ADDR|ACCES)/.test(String(error.code));
  return isAddress || [ConfigError, DatabaseStartError, KeyError].some((kind) => error instanceof kind);
}
