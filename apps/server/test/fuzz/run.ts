import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Host } from "../support/host.ts";
import { type Case, makeCase } from "./cases.ts";
import { createCast, isAlive, type Victim } from "./cast.ts";
import { curlOf } from "./curl.ts";
import { faultOf } from "./verdict.ts";

export type Options = { readonly seed: number; readonly numbers: readonly number[] };
export type Outcome = {
  readonly faults: readonly string[];
  readonly statuses: Readonly<Record<number, number>>;
  /** What stayed in use, in bytes, from the end of the warm-up to the end. */
  readonly growth: number;
  readonly casts: number;
};

const TOGETHER = 8;
const CHECK_EVERY = 400;
const RENEW_EVERY = 2000;
const MOST_FAULTS = 20;

/** Sends the requests of these numbers, some at a time, with good credentials as long as there is a way to have them. */
export async function fuzz(host: Host, victim: Victim, { seed, numbers }: Options): Promise<Outcome> {
  const faults: string[] = [];
  const statuses: Record<number, number> = {};
  let cast = await createCast(host, victim);
  let casts = 1;
  let inUse = 0;

  async function send(number: number): Promise<void> {
    const one = makeCase(seed, number, cast);
    const { status, fault } = await judge(host, one);
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (fault) faults.push(`FUZZ_SEED=${seed} FUZZ_CASE=${number}: ${fault}\n  ${curlOf(one)}`);
  }

  const warm = Math.floor(numbers.length / 5 / CHECK_EVERY) * CHECK_EVERY;
  for (let start = 0; start < numbers.length && faults.length < MOST_FAULTS; start += TOGETHER) {
    await Promise.all(numbers.slice(start, start + TOGETHER).map(send));
    if (start % CHECK_EVERY === 0 && (start % RENEW_EVERY === 0 || !(await isAlive(host, cast)))) {
      cast = await createCast(host, victim);
      casts++;
    }
    if (start === warm) inUse = bytesInUse();
  }
  return { faults, statuses, growth: bytesInUse() - inUse, casts };
}

async function judge(host: Host, one: Case): Promise<{ status: number; fault: string | undefined }> {
  const { method, target, headers, body } = one;
  try {
    const init: RequestInit = {
      method,
      headers: headers.map(([name, value]) => [name, value]),
      body: body ?? null,
    };
    const request = new Request(`http://localhost${target}`, init);
    const response = await host.fetch(request);
    const answer = { status: response.status, headers: response.headers, text: await response.text() };
    return { status: answer.status, fault: faultOf(request.method, new URL(request.url).pathname, answer) };
  } catch (error) {
    return { status: 0, fault: `threw ${error instanceof Error ? error.stack : error}` };
  }
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

function bytesInUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
