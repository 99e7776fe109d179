import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Verdict } from "./verdict.ts";

interface PoolOptions {
  names: readonly string[];
  jobs: number;
  seed: number;
  onVerdict: (verdict: Verdict) => void;
}

type Message = { ready: true } | { verdict: Verdict } | { error: string };

/** Each fault leaves its own copy of the server behind in memory, which no process gives back. */
const MOST_OF_ONE_WORKER = 60;
const PATIENCE_MILLISECONDS = 900_000;

/** Judges every fault, in as many processes as there are to be. */
export async function judgeAll({ names, jobs, seed, onVerdict }: PoolOptions): Promise<void> {
  const queue = [...names];
  const work = async () => {
    while (queue.length > 0) await oneWorker(queue, seed, onVerdict);
  };
  await Promise.all(Array.from({ length: Math.min(jobs, names.length) }, work));
}

function oneWorker(queue: string[], seed: number, onVerdict: PoolOptions["onVerdict"]): Promise<void> {
  const worker = fork(join(import.meta.dirname, "worker.ts"), [String(seed)]);
  return new Promise<void>((resolve, reject) => {
    let judged = 0;
    let current = "the server without a fault";
    let timer: NodeJS.Timeout | undefined;
    const stop = () => reject(new Error(`${current}: no verdict in ${PATIENCE_MILLISECONDS / 1000} s`));
    const next = () => {
      clearTimeout(timer);
      const name = judged++ < MOST_OF_ONE_WORKER ? queue.shift() : undefined;
      if (name === undefined) return resolve();
      current = name;
      timer = setTimeout(stop, PATIENCE_MILLISECONDS);
      worker.send(name);
    };
    worker.on("message", (message: Message) => {
      if ("error" in message) return reject(new Error(message.error));
      if ("verdict" in message) onVerdict(message.verdict);
      next();
    });
    worker.once("exit", (code) => reject(new Error(`${current}: the worker ended with ${code}`)));
  }).finally(() => end(worker));
}

function end(worker: ChildProcess): void {
  worker.removeAllListeners("exit");
  worker.kill();
}
