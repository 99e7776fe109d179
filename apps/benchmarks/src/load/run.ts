import { performance } from "node:perf_hooks";
import { machineSeconds, processSeconds } from "../machine.ts";
import { quantile } from "../statistics.ts";
import type { Answer } from "./answer.ts";
import { type Connection, openConnection } from "./connection.ts";
import type { Expectation } from "./plan.ts";
import { descendants } from "./processes.ts";
import type { Supply, Ticket } from "./supply.ts";

export interface Run {
  readonly port: number;
  /** Of the process that answers. */
  readonly serverPid: number;
  /** Whoever works for it, with its children: a database server for instance. */
  readonly helpers: readonly number[];
  readonly connections: number;
  readonly warmSeconds: number;
  readonly seconds: number;
}

/** What was counted in the time after the warming; times of processors in seconds, of answers in milliseconds. */
export interface Outcome {
  readonly requests: number;
  /** With those of the warming. */
  readonly answered: number;
  readonly seconds: number;
  /** Answers that were not as expected and connections that broke, also while warming: the first few, in words. */
  readonly faults: readonly string[];
  readonly isExhausted: boolean;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  readonly slowest: number;
  readonly serverCpu: number;
  readonly loadCpu: number;
  /** Of everything else on the machine; undefined where that cannot be known. */
  readonly otherCpu: number | undefined;
}

const FAULTS_KEPT = 5;
/** Every answer's status is looked at, and the body of one in so many. */
const BODY_EVERY = 16;

/** Keeps every connection busy with one request after the other. */
export async function run(job: Run, supply: Supply, expect: Expectation): Promise<Outcome> {
  const faults: string[] = [];
  let latencies: number[] = [];
  let isMeasuring = false;
  let isExhausted = false;
  let isOver = false;
  let count = 0;

  const blame = (fault: string) => void (faults.length < FAULTS_KEPT && faults.push(fault));

  async function keepBusy(): Promise<Connection> {
    let ticket: Ticket | undefined;
    let sentAt = 0;
    const next = () => {
      ticket = isOver ? undefined : supply.take();
      if (ticket === undefined) {
        isExhausted ||= !isOver;
        return;
      }
      sentAt = performance.now();
      connection.send(ticket.bytes);
    };
    const onAnswer = (answer: Answer) => {
      if (isMeasuring) latencies.push(performance.now() - sentAt);
      const fault = faultOf(answer, expect, count++ % BODY_EVERY === 0);
      if (fault !== undefined) blame(fault);
      else ticket?.done?.(answer.body);
      next();
    };
    const connection = await openConnection(job.port, onAnswer, blame);
    queueMicrotask(next);
    return connection;
  }

  const connections = await Promise.all(Array.from({ length: job.connections }, keepBusy));
  await sleep(job.warmSeconds);
  isMeasuring = true;
  const measure = startMeasure(job);
  await sleep(job.seconds);
  isMeasuring = false;
  const measured = measure();
  isOver = true;
  // What is under way may change something, a refresh token for instance, so it is waited for.
  await sleep(DRAIN_SECONDS);
  for (const connection of connections) connection.close();

  const sorted = Float64Array.from(latencies).sort();
  latencies = [];
  return {
    requests: sorted.length,
    answered: count,
    faults,
    isExhausted,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    p999: quantile(sorted, 0.999),
    slowest: sorted.at(-1) ?? Number.NaN,
    ...measured,
  };
}

const DRAIN_SECONDS = 0.1;

function faultOf({ status, body }: Answer, expect: Expectation, isSample: boolean): string | undefined {
  if (status !== expect.status) return `status ${status} instead of ${expect.status}: ${body.slice(0, 300)}`;
  if (!isSample) return undefined;
  const missing = expect.includes.find((text) => !body.includes(text));
  return missing === undefined ? undefined : `no ${missing} in ${body.slice(0, 300)}`;
}

function startMeasure({ serverPid, helpers }: Run) {
  const read = () => ({
    at: performance.now() / 1000,
    server: processSeconds(serverPid) ?? 0,
    load: process.cpuUsage(),
    // Asked anew: a database server starts a process for each connection.
    helpers: helpers.flatMap(descendants).reduce((sum, pid) => sum + (processSeconds(pid) ?? 0), 0),
    machine: machineSeconds(),
  });
  const before = read();
  return () => {
    const after = read();
    const load = (after.load.user + after.load.system - before.load.user - before.load.system) / 1e6;
    const server = after.server - before.server;
    const helpers = after.helpers - before.helpers;
    const isKnown = after.machine !== undefined && before.machine !== undefined;
    return {
      seconds: after.at - before.at,
      serverCpu: server,
      loadCpu: load,
      otherCpu: isKnown
        ? Math.max(0, (after.machine ?? 0) - (before.machine ?? 0) - server - load - helpers)
        : undefined,
    };
  };
}

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
