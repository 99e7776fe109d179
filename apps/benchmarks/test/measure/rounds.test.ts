import { expect, it } from "vitest";
import { ANCHORS } from "../../src/contestants/anchors.ts";
import type { Outcome } from "../../src/load/run.ts";
import type { Arena } from "../../src/measure/arena.ts";
import { watchMemory } from "../../src/measure/memory.ts";
import { measureRounds, type RoundsOptions } from "../../src/measure/rounds.ts";
import { TooNoisy } from "../../src/report/too-noisy.ts";

const outcome: Outcome = {
  ...{ requests: 1000, answered: 1300, seconds: 1, faults: [], isExhausted: false },
  ...{ p50: 1, p99: 2, p999: 3, slowest: 4, serverCpu: 1, loadCpu: 0.5, otherCpu: 0.5 },
};

function busy() {
  let taken = 0;
  const arena: Arena = {
    has: () => true,
    measure: async () => {
      taken += 1;
      return outcome;
    },
    running: () => {
      throw new Error("nobody runs");
    },
    memory: watchMemory(),
    close: async () => {},
  };
  const options = {
    ...{
      contestants: ANCHORS,
      operations: ["me", "code"] as const,
      rounds: 10,
      mostRounds: 12,
      seconds: 1,
      warmUpSeconds: 1,
    },
    ...{ isWanted: () => true, isSettled: () => true, say: () => {} },
  };
  const run = (tries: number, more: Partial<RoundsOptions> = {}) =>
    measureRounds(arena, { ...options, ...more, tries });
  return { run, taken: () => taken };
}

it("a run on a busy machine ends as soon as it cannot have figures any more", async () => {
  const { run, taken } = busy();
  await expect(run(3)).rejects.toThrow(TooNoisy);
  // Four to warm, and each of the five that are one too many was taken three times.
  expect(taken()).toBe(4 + 5 * 3);
});

it("who wants figures all the same gets all of them, and nothing is taken twice", async () => {
  const { run, taken } = busy();
  expect(await run(1)).toHaveLength(40);
  expect(taken()).toBe(44);
});

it("an operation that is not settled has further rounds, with everybody, until it is or there are no more", async () => {
  const { run } = busy();
  const isSettled: RoundsOptions["isSettled"] = (operation, samples) =>
    operation === "me" && samples.filter((each) => each.operation === "me").length >= 22;
  const samples = await run(1, { isSettled });
  const of = (name: string) => samples.filter(({ operation }) => operation === name);
  expect([of("me").length, of("code").length]).toEqual([22, 24]);
  expect(
    of("code")
      .map(({ round }) => round)
      .slice(-2),
  ).toEqual([12, 12]);
});
