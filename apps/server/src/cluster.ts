import cluster from "node:cluster";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { createFleet, type Fleet, WorkerStartError } from "./cluster/fleet.ts";
import { ConfigError, readConfig } from "./config.ts";
import { readEnvironment } from "./environment.ts";
import { greet } from "./greeting.ts";
import { createLog, type Logger } from "./log.ts";

const HELP = `usage: npm run start:cluster

One server on all cores: WORKERS processes (default: one per core) behind one address, with the settings of
apps/server/.env.example. A process that ends is replaced.

  SIGHUP            replaces all processes, one after the other, without a refused connection (new code, same settings)
  SIGTERM, SIGINT   answers what was begun and exits with 0; a second one does not wait
`;

if (process.argv.slice(2).some((argument) => argument === "--help" || argument === "-h")) {
  process.stdout.write(HELP);
  process.exit(0);
}

try {
  const config = readConfig(readEnvironment());
  const size = config.workers ?? availableParallelism();
  const log = createLog(config);
  cluster.setupPrimary({
    exec: fileURLToPath(new URL("../start/main.mjs", import.meta.url)),
    args: [],
  });
  const fleet = createFleet(size, log, () => giveUp(fleet, log));
  obeySignals(fleet, log);
  await fleet.start();
  log.info({ workers: size }, "all workers listen");
  greet(config.publicUrl);
} catch (error) {
  // A worker has said itself why it could not start.
  if (!(error instanceof WorkerStartError))
    console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}

function obeySignals(fleet: Fleet, log: Logger): void {
  let rolled = Promise.resolve();
  process.on("SIGHUP", () => {
    rolled = rolled.then(async () => {
      log.info("replacing all workers");
      await fleet.roll().then(
        () => log.info("all workers are replaced"),
        (err: unknown) => log.error({ err }, "the workers that are left stay as they are"),
      );
    });
  });
  const signals = ["SIGTERM", "SIGINT"] as const;
  for (const signal of signals) {
    process.once(signal, async () => {
      for (const other of signals) process.once(other, () => exit(fleet));
      log.info({ signal }, "stopping all workers");
      await fleet.stop();
      process.exit(0);
    });
  }
}

function exit(fleet: Fleet): void {
  fleet.kill();
  process.exit(1);
}

function giveUp(fleet: Fleet, log: Logger): void {
  log.fatal("workers end as fast as they are started: giving up");
  exit(fleet);
}
