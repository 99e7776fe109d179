import cluster from "node:cluster";
import type { Logger } from "./log.ts";

/** What the primary process of a cluster says to a worker that is to end. */
export const STOP = "stop";

/** Finishes, then exits with 0; a second signal does not wait. */
export function stopOn(signals: readonly NodeJS.Signals[], log: Logger, finish: () => Promise<void>): void {
  let isStopping = false;
  const stop = async (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, "stopping");
    await finish();
    log.info("stopped");
    process.exit(0);
  };
  for (const signal of signals) {
    process.once(signal, () => {
      for (const other of signals) process.once(other, () => process.exit(1));
      void stop(signal);
    });
  }
  if (cluster.isWorker) stopWithPrimary(stop);
}

function stopWithPrimary(stop: (signal: string) => Promise<void>): void {
  process.on("message", (message) => {
    if (message === STOP) void stop("primary");
  });
  // Nobody hands connections to a worker whose primary is gone.
  process.once("disconnect", () => stop("disconnect"));
  // A terminal sends it to all of its processes; it is the primary that acts upon it.
  process.on("SIGHUP", () => {});
}
