import { fork } from "node:child_process";
import { join } from "node:path";
import type { Run, Task } from "./run.ts";

// Before anything else is loaded: an import in the worker itself would come too late for the imports beside it.
const CHEAP_PASSWORDS = import.meta.resolve("../test/support/use-cheap-passwords.ts");

type Message = { ready: true } | { run: Run };

/** Does every task, in as many processes as there are to be. */
export async function runAll(tasks: readonly Task[], jobs: number, onRun: (run: Run) => void): Promise<void> {
  const queue = [...tasks];
  await Promise.all(Array.from({ length: Math.min(jobs, tasks.length) }, () => oneWorker(queue, onRun)));
}

function oneWorker(queue: Task[], onRun: (run: Run) => void): Promise<void> {
  const worker = fork(join(import.meta.dirname, "worker.ts"), { execArgv: ["--import", CHEAP_PASSWORDS] });
  return new Promise<void>((resolve, reject) => {
    let current: Task | undefined;
    worker.on("message", (message: Message) => {
      if ("run" in message) onRun(message.run);
      current = queue.shift();
      if (current === undefined) resolve();
      else worker.send(current);
    });
    worker.once("exit", (code) => reject(new Error(`seed ${current?.seed}: the worker ended with ${code}`)));
  }).finally(() => {
    worker.removeAllListeners("exit");
    worker.kill();
  });
}
