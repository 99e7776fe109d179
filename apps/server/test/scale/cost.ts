import { readdirSync, readFileSync } from "node:fs";
import type { Wire, WireRequest } from "../support/wire.ts";

const TICK_MS = 10;
const AT_ONCE = 16;

/** Processor time of a process, from the kernel's books, so that others on the machine do not count. */
function cpu(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((each) => {
      try {
        return (
          readFileSync(`/proc/${each}/stat`, "utf8")
            .replace(/^.*\) /, "")
            .split(" ")[1] === String(pid)
        );
      } catch {
        return false;
      }
    });
}

export interface Cost {
  readonly operation: string;
  readonly requests: number;
  /** Milliseconds of processor per request, in the server and in the database (all of its processes). */
  readonly server: number;
  readonly database: number;
  readonly median: number;
  readonly p99: number;
}

/** Sends all of these, some at once, and says what it cost. */
export async function measure(
  operation: string,
  asked: readonly WireRequest[],
  wire: Wire,
  pids: { readonly server: number; readonly postmaster: number },
): Promise<Cost> {
  const database = () =>
    childrenOf(pids.postmaster).reduce((sum, pid) => sum + cpu(pid), cpu(pids.postmaster));
  const before = { server: cpu(pids.server), database: database() };
  const times: number[] = [];
  const queue = [...asked];
  const worker = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const begun = performance.now();
      const { status, body } = await wire.send(next);
      if (status !== 200) throw new Error(`${operation} was answered ${status}: ${JSON.stringify(body)}`);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  times.sort((one, other) => one - other);
  const per = (milliseconds: number) => milliseconds / asked.length;
  return {
    operation,
    requests: asked.length,
    server: per(cpu(pids.server) - before.server),
    database: per(database() - before.database),
    median: times[Math.floor(times.length / 2)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}
