import type { Contestant, Running } from "../contestants/contestant.ts";
import type { Outcome } from "../load/run.ts";
import { memoryOf } from "../machine.ts";
import type { Measure } from "../report/results.ts";

/** After as many requests a server has seen everything that it keeps, and none has been asked twice as often as another. */
export const MEMORY_REQUESTS = 100_000;
const MIB = 2 ** 20;

export interface MemoryWatch {
  /** To be told of every run of requests, also those that only warm. */
  note(contestant: Contestant, running: Pick<Running, "pid">, outcome: Pick<Outcome, "answered">): void;
  measures(contestants: readonly Contestant[]): Measure[];
}

/** What each server has in memory when it has answered so often; a slow one as often as it did. */
export function watchMemory(
  residentOf: (pid: number) => number = (pid) => memoryOf(pid).resident,
): MemoryWatch {
  const seen = new Map<string, { answered: number; resident: number }>();
  return {
    note({ name }, { pid }, outcome) {
      const before = seen.get(name);
      if ((before?.answered ?? 0) >= MEMORY_REQUESTS) return;
      seen.set(name, {
        answered: (before?.answered ?? 0) + outcome.answered,
        resident: residentOf(pid),
      });
    },
    measures: (contestants) =>
      contestants.flatMap(({ name }) => {
        const found = seen.get(name);
        if (found === undefined) return [];
        const unit = { unit: "MiB", contestant: name, value: found.resident / MIB };
        return [{ name: `memory after ${requestsOf(found.answered)} requests`, ...unit }];
      }),
  };
}

function requestsOf(answered: number): string {
  const counted = Math.min(MEMORY_REQUESTS, Math.floor(answered / 1000) * 1000).toLocaleString("en");
  return answered < MEMORY_REQUESTS ? `only ${counted}` : counted;
}
