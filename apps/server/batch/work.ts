import type { Message } from "./pool.ts";

/** In a process that `doAll` started: does each task that it is sent. */
export function work<Task, Result>(perform: (task: Task) => Promise<Result>): void {
  process.on("message", async (task: Task) => {
    try {
      tell({ result: await perform(task) });
    } catch (error) {
      tell({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  tell({ ready: true });
}

function tell(message: Message<unknown>): void {
  process.send?.(message);
}
