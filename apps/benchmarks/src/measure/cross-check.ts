import { spawnSync } from "node:child_process";
import type { Contestant } from "../contestants/contestant.ts";
import { type Cores, pinned } from "../machine.ts";
import type { Measure } from "../report/results.ts";
import { median } from "../statistics.ts";
import { type Arena, CONNECTIONS } from "./arena.ts";
import type { Sample } from "./rounds.ts";

const TIMES = 3;

/** What wrk, where it is installed, gets out of the anchor, as a share of what our own generator got. */
export function crossCheck(
  arena: Arena,
  anchor: Contestant,
  samples: readonly Sample[],
  cores: Cores | undefined,
  seconds: number,
): Measure[] {
  if (spawnSync("wrk", ["--version"], { stdio: "ignore" }).error !== undefined) return [];
  const server = arena.running(anchor);
  const command = ["wrk", "-t", "1", "-c", String(CONNECTIONS), "-d", `${Math.ceil(seconds)}s`];
  server.resume();
  const rates = Array.from({ length: TIMES }, () => {
    const [program, parameters] = pinned(cores?.load, [...command, `http://127.0.0.1:${server.port}/bare`]);
    const { stdout } = spawnSync(program, parameters, { encoding: "utf8" });
    return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
  });
  server.pause();
  const own = samples.filter(({ contestant }) => contestant === anchor.name);
  const value = median(rates) / median(own.map(({ outcome }) => outcome.requests / outcome.seconds));
  return [{ name: "the bare route measured by wrk, as a share of the figure here", value, unit: "" }];
}
