import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../log.ts";
import { STOP } from "../stop.ts";

export interface Fleet {
  /** Resolves when all serve; rejects when the first one ends before it does. */
  start(): Promise<void>;
  /** Replaces one after the other, each when its successor serves. */
  roll(): Promise<void>;
  /** Resolves when each has answered what it began and ended. */
  stop(): Promise<void>;
  kill(): void;
}

/** A worker ended before it served anybody; it has said why. */
export class WorkerStartError extends Error {
  override readonly name = "WorkerStartError";
}

// A worker that ends so soon after it began to serve has not proved that workers can live here.
const PROVED_MS = 10_000;
const REMIND_MS = 200;
const BACKOFF_MS = 100;
const BACKOFF_MOST_MS = 10_000;
/** So many early ends in a row, for each worker, and none that has proved itself: it will not get better. */
const EARLY_ENDS = 3;

/** Keeps `size` workers alive. Calls `giveUp` when they end faster than they can be replaced, and none is left that works. */
export function createFleet(size: number, log: Logger, giveUp: () => void): Fleet {
  const serving = new Map<Worker, number>();
  const retiring = new Set<Worker>();
  let earlyEnds = 0;
  let isStopping = false;

  async function begin(): Promise<Worker> {
    const worker = cluster.fork();
    await listening(worker);
    serving.set(worker, performance.now());
    worker.once("exit", (code, signal) => ended(worker, code, signal));
    return worker;
  }

  function ended(worker: Worker, code: number, signal: string | null): void {
    const age = performance.now() - (serving.get(worker) ?? 0);
    serving.delete(worker);
    if (retiring.delete(worker) || isStopping) return;
    log.error({ worker: worker.process.pid, code, signal }, "a worker ended unasked");
    earlyEnds = age < PROVED_MS ? earlyEnds + 1 : 1;
    void replace();
  }

  async function replace(): Promise<void> {
    for (; !isStopping; earlyEnds++) {
      if (isHopeless()) return giveUp();
      await sleep(Math.min(BACKOFF_MOST_MS, BACKOFF_MS * 2 ** (earlyEnds - 1)));
      if (isStopping) return;
      try {
        const worker = await begin();
        log.info({ worker: worker.process.pid }, "a worker took the place of one that ended");
        return;
      } catch (err) {
        log.error({ err, failures: earlyEnds }, "a worker could not be started");
      }
    }
  }

  function isHopeless(): boolean {
    const proved = [...serving.values()].filter((since) => performance.now() - since >= PROVED_MS);
    return earlyEnds > EARLY_ENDS * size && proved.length === 0;
  }

  async function retire(worker: Worker): Promise<void> {
    if (worker.isDead()) return;
    retiring.add(worker);
    const gone = once(worker, "exit");
    // Who is still starting does not listen yet; who is ending has nobody to hear it.
    const tell = () => worker.isConnected() && worker.send(STOP, () => {});
    tell();
    const telling = setInterval(tell, REMIND_MS);
    await gone;
    clearInterval(telling);
  }

  return {
    async start() {
      // The first one alone, so that a wrong setting is told once and the others find the database up to date.
      await begin();
      await Promise.all(Array.from({ length: size - 1 }, begin));
    },
    async roll() {
      for (const worker of [...serving.keys()]) {
        if (isStopping) return;
        await begin();
        await retire(worker);
      }
    },
    async stop() {
      isStopping = true;
      await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => worker && retire(worker)));
    },
    kill() {
      for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill("SIGKILL");
    },
  };
}

function listening(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null) =>
      reject(new WorkerStartError(`the worker ended with ${signal ?? code} before it listened`));
    worker.once("exit", onExit);
    worker.once("listening", () => {
      worker.off("exit", onExit);
      resolve();
    });
  });
}
