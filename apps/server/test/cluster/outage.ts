import { setTimeout as sleep } from "node:timers/promises";
import type { Load } from "../faults/load.ts";

/** What happened to requests while something happened to the servers. */
export interface Outage {
  readonly event: string;
  readonly requests: number;
  /** Answers other than 200, by status. */
  readonly errors: Readonly<Record<string, number>>;
  readonly errorRate: number;
  /** From the beginning of the event to the last error; 0 without one. */
  readonly secondsToRecover: number;
  /** The longest that a request waited for its success. */
  readonly longestSeconds: number;
}

/** Lets the load run, lets `event` happen, and lets the load run on. Fails when it does not recover in time. */
export async function observe(
  load: Load,
  name: string,
  seconds: number,
  event: () => Promise<void>,
): Promise<Outage> {
  const start = load.answers.length;
  await sleep((seconds * 1000) / 2);
  const begun = performance.now();
  await event();
  await load.reached(200, 20);
  await sleep((seconds * 1000) / 2);
  const answers = load.answers.slice(start);
  const failed = answers.filter(({ status }) => status !== 200);
  const succeeded = answers.filter(({ status, at }) => status === 200 && at >= begun);
  const errors: Record<string, number> = {};
  for (const { status } of failed) errors[status] = (errors[status] ?? 0) + 1;
  return {
    event: name,
    requests: answers.length,
    errors,
    errorRate: failed.length / answers.length,
    secondsToRecover: Math.max(0, ...failed.map(({ at }) => at - begun)) / 1000,
    longestSeconds: Math.max(0, ...succeeded.map(({ milliseconds }) => milliseconds)) / 1000,
  };
}
