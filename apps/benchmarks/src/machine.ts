import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { arch, availableParallelism, cpus, platform, release, totalmem } from "node:os";

/** Which core does what; none where nothing can be pinned. */
export interface Cores {
  readonly server: number;
  /** The load generator, and a database server unless there is a third core. */
  readonly load: number;
  readonly database: number;
}

export function assignCores(): Cores | undefined {
  const hasTaskset = spawnSync("taskset", ["--version"], { stdio: "ignore" }).status === 0;
  const cores = availableParallelism();
  if (!hasTaskset || cores < 2) return undefined;
  return { server: 0, load: 1, database: cores > 2 ? 2 : 1 };
}

/** A command that runs on one core only. */
export function pinned(core: number | undefined, command: readonly string[]): [string, string[]] {
  const [program = "", ...parameters] =
    core === undefined ? command : ["taskset", "-c", String(core), ...command];
  return [program, parameters];
}

/** Moves a process that runs, and the processes that it will start. */
export function pin(core: number | undefined, pid: number): void {
  if (core !== undefined)
    execFileSync("taskset", ["-a", "-p", "-c", String(core), String(pid)], { stdio: "ignore" });
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly pinned: string;
}

export function describeMachine(cores: Cores | undefined): Machine {
  const isPinned = cores
    ? `server on core ${cores.server}, load on core ${cores.load}, PostgreSQL on core ${cores.database}`
    : "nothing is pinned to a core, because there is no taskset or a single core";
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    pinned: isPinned,
  };
}

// Linux counts in hundredths of a second, whatever its kernel is built with (USER_HZ).
const TICKS = 100;

/** Seconds that all cores together have worked so far; undefined where there is no /proc. */
export function machineSeconds(): number | undefined {
  try {
    const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n", 1);
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = line
      .split(/ +/)
      .slice(1)
      .map(Number);
    return (user + nice + system + irq + softirq + steal) / TICKS;
  } catch {
    return undefined;
  }
}

/** Seconds that a process has worked so far, all its threads together. */
export function processSeconds(pid: number): number | undefined {
  try {
    // The second field is the program's name in brackets and may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return undefined;
  }
}

/** Bytes of a process that are in memory now, and the most there ever were. */
export function memoryOf(pid: number): { resident: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kibibytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? Number.NaN);
  return { resident: kibibytes("VmRSS") * 1024, peak: kibibytes("VmHWM") * 1024 };
}
