import { readdirSync, readFileSync } from "node:fs";

/** The process that a data directory belongs to, which PostgreSQL writes into it. */
export function postmasterOf(directory: string): number {
  return Number(readFileSync(`${directory}/postmaster.pid`, "utf8").split("\n", 1)[0]);
}

/** A process and its children; none where there is no /proc. */
export function descendants(pid: number): number[] {
  try {
    const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    return [pid, ...pids.filter((each) => parentOf(each) === pid).map(Number)];
  } catch {
    return [];
  }
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
