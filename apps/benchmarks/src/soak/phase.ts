import { performance } from "node:perf_hooks";
import { type Connection, openConnection } from "../load/connection.ts";
import { quantile } from "../statistics.ts";
import type { Asked, Mix } from "./mix.ts";

export interface Phase {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** Requests in a second, come what may; without it each connection sends its next one when it has the answer. */
  readonly rate?: number;
  /** Milliseconds of a minute, which tests have no time for. */
  readonly minute?: number;
  /** Called about every second with how many were answered so far, and when in the phase that is. */
  readonly onSecond?: (answered: number, second: number) => void;
}

export interface Felt {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds, from when a request was due: one that had to wait for a connection waited in them. */
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly slowest: number;
  /** The p99 of each minute, where there is more than one: a whole hides when it was slow. */
  readonly p99OfMinutes?: readonly number[];
  readonly errors: number;
  /** The first few errors, in words. */
  readonly faults: readonly string[];
  readonly isExhausted: boolean;
}

const FAULTS_KEPT = 5;

/** Sends the mix over so many connections, by the clock or as fast as the answers come. */
export async function runPhase(phase: Phase, mix: Mix): Promise<Felt> {
  const { port, rate, minute = MINUTE_MS } = phase;
  const latencies: number[] = [];
  const faults: string[] = [];
  const idle: Worker[] = [];
  const due: number[] = [];
  let errors = 0;
  let underway = 0;
  let isOver = false;
  let isExhausted = false;

  const blame = (fault: string) => {
    errors += 1;
    if (faults.length < FAULTS_KEPT) faults.push(fault);
  };

  async function openWorker(): Promise<Worker> {
    let asked: Asked | undefined;
    let dueAt = 0;
    let isBusy = false;
    const worker: Worker = {
      connection: await openConnection(
        port,
        (answer) => {
          underway -= 1;
          isBusy = false;
          latencies.push(performance.now() - dueAt);
          if (asked === undefined) return;
          if (answer.status === asked.expect.status) asked.done?.(answer.body);
          else blame(`${asked.operation}: status ${answer.status}: ${answer.body.slice(0, 200)}`);
          next(worker);
        },
        (fault) => {
          // After the end a server may close what it hears nothing of, while others are still waited for.
          if (isBusy || !isOver) blame(fault);
        },
      ),
      send(at) {
        asked = mix.take();
        if (asked === undefined) {
          isExhausted = true;
          return;
        }
        dueAt = at;
        underway += 1;
        isBusy = true;
        worker.connection.send(asked.bytes);
      },
    };
    return worker;
  }

  function next(worker: Worker): void {
    // What was due is sent, also after the end.
    if (isOver && due.length === 0) return;
    const at = rate === undefined ? performance.now() : due.shift();
    if (at === undefined) idle.push(worker);
    else worker.send(at);
  }

  const workers = await Promise.all(Array.from({ length: phase.connections }, openWorker));
  const began = performance.now();
  const end = began + phase.seconds * 1000;
  for (const worker of workers) next(worker);
  let sent = 0;
  let toldAt = began;
  /** How many had been answered when a minute began. */
  const minutes = [0];
  while (performance.now() < end) {
    const now = performance.now();
    for (; rate !== undefined && began + (sent * 1000) / rate <= now; sent++) {
      const at = began + (sent * 1000) / rate;
      // The one that has been idle for longest, because a server closes those that it has not heard of for a while.
      const worker = idle.shift();
      if (worker === undefined) due.push(at);
      else worker.send(at);
    }
    if (now - began >= minutes.length * minute) minutes.push(latencies.length);
    if (now - toldAt >= 1000) {
      toldAt = now;
      phase.onSecond?.(latencies.length, (now - began) / 1000);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const seconds = (performance.now() - began) / 1000;
  isOver = true;
  await drained(() => underway + due.length, end + PATIENCE_MS);
  for (const { connection } of workers) connection.close();

  const sorted = sort(latencies);
  return {
    requests: sorted.length,
    seconds,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    p999: quantile(sorted, 0.999),
    slowest: sorted.at(-1) ?? Number.NaN,
    ...(minutes.length > 1 && { p99OfMinutes: p99OfEach(latencies, minutes) }),
    ...{ errors: errors + underway + due.length, faults, isExhausted },
  };
}

/** An answer that has not come by then is an error. */
const PATIENCE_MS = 5000;
const MINUTE_MS = 60_000;

/** Of the latencies from each of these places to the next. */
function p99OfEach(latencies: readonly number[], places: readonly number[]): number[] {
  return places.map((from, index) => quantile(sort(latencies.slice(from, places[index + 1])), 0.99));
}

function sort(latencies: readonly number[]): Float64Array {
  return Float64Array.from(latencies).sort();
}

interface Worker {
  readonly connection: Connection;
  /** Sends the next request, which was due at this time. */
  send(dueAt: number): void;
}

async function drained(underway: () => number, deadline: number): Promise<void> {
  while (underway() > 0 && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 5));
}
