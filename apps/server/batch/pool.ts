import { fork, type Serializable } from "node:child_process";

export interface Batch<Task extends Serializable, Result> {
  /** A module that calls `work`. */
  readonly worker: string;
  readonly args?: readonly string[];
  readonly tasks: readonly Task[];
  /** As many processes. */
  readonly jobs: number;
  readonly nameOf: (task: Task) => string;
  readonly onResult: (result: Result) => void;
}

/** What a worker says: that it waits for its first task, and then what came of each. */
export type Message<Result> = { ready: true } | { result: Result } | { error: string };

/** A run of the suite leaves something behind in memory, a fault a whole copy of the server. */
const MOST_OF_ONE_WORKER = 60;
const PATIENCE_MILLISECONDS = 900_000;

// Before anything else is loaded: an import in the worker would come too late for the imports beside it.
const CHEAP_PASSWORDS = import.meta.resolve("../test/support/use-cheap-passwords.ts");

/** Does every task, in the order in which processes become free; rejects at the first that fails. */
export async function doAll<Task extends Serializable, Result>(batch: Batch<Task, Result>): Promise<void> {
  const queue = [...batch.tasks];
  const lane = async () => {
    while (queue.length > 0) await oneWorker(batch, queue);
  };
  await Promise.all(Array.from({ length: Math.min(batch.jobs, queue.length) }, lane));
}

function oneWorker<Task extends Serializable, Result>(
  { worker: file, args = [], nameOf, onResult }: Batch<Task, Result>,
  queue: Task[],
): Promise<void> {
  const worker = fork(file, [...args], { execArgv: ["--import", CHEAP_PASSWORDS] });
  let timer: NodeJS.Timeout | undefined;
  return new Promise<void>((resolve, reject) => {
    let taken = 0;
    let current = "before its first task";
    const stop = () => reject(new Error(`${current}: nothing in ${PATIENCE_MILLISECONDS / 1000} s`));
    const next = () => {
      clearTimeout(timer);
      const task = taken++ < MOST_OF_ONE_WORKER ? queue.shift() : undefined;
      if (task === undefined) return resolve();
      current = nameOf(task);
      timer = setTimeout(stop, PATIENCE_MILLISECONDS);
      worker.send(task);
    };
    worker.on("message", (message: Message<Result>) => {
      if ("error" in message) return reject(new Error(`${current}: ${message.error}`));
      if ("result" in message) onResult(message.result);
      next();
    });
    worker.once("exit", (code) => reject(new Error(`${current}: the worker ended with ${code}`)));
  }).finally(() => {
    clearTimeout(timer);
    worker.removeAllListeners("exit");
    worker.kill();
  });
}
