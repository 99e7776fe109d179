import { expect, it } from "vitest";
import { ANCHOR } from "../src/contestants/anchors.ts";
import type { Outcome } from "../src/load/run.ts";
import type { Sample } from "../src/measure/rounds.ts";
import { figuresOf, noiseOf, tooNoisy } from "../src/report/figures.ts";
import { median, quantile, spread } from "../src/statistics.ts";

it("a quantile lies between its neighbours, and the spread is the middle half's width", () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4, 5], 0.99)).toBeCloseTo(4.96);
  expect(median([9, 1, 5])).toBe(5);
  expect(spread([8, 9, 10, 11, 12])).toBeCloseTo(0.2);
});

const outcome: Outcome = {
  ...{
    requests: 1000,
    answered: 1200,
    seconds: 1,
    faults: [],
    isExhausted: false,
    serverCpu: 0.95,
    loadCpu: 0.4,
    otherCpu: 0.01,
  },
  ...{ p50: 1, p99: 2, p999: 3, slowest: 4 },
};
const sample = (contestant: string, round: number, more: Partial<Outcome>): Sample => ({
  ...{ contestant, round, operation: "introspect" },
  outcome: { ...outcome, ...more },
});

it("a ratio is that to the anchor of the same round, so that a drift of the machine does not show", () => {
  const samples = [1, 2, 3].flatMap((round) => [
    sample(ANCHOR, round, { requests: 1000 * round }),
    sample("ours", round, { requests: 500 * round }),
  ]);
  const figure = figuresOf(samples).find(({ contestant }) => contestant === "ours");
  expect(figure).toMatchObject({ ratio: 0.5, rate: 1000, rounds: [500, 1000, 1500], cpuMicroseconds: 950 });
  expect(figure).not.toHaveProperty("bound");
});

it("a figure tells whether it was the load generator or the storage that had no more to give", () => {
  const [slowLoad] = figuresOf([sample("ours", 1, { serverCpu: 0.5, loadCpu: 0.97 })]);
  expect(slowLoad?.bound).toBe("load generator");
  const [slowDisk] = figuresOf([sample("ours", 1, { serverCpu: 0.5 })]);
  expect(slowDisk?.bound).toBe("storage");
});

it("a machine on which others work, or whose own speed varies, gives no figures", () => {
  const steady = [1, 2, 3, 4].map((round) => sample(ANCHOR, round, {}));
  expect(tooNoisy(noiseOf(steady))).toBeUndefined();
  expect(tooNoisy(noiseOf([...steady, sample(ANCHOR, 5, { otherCpu: 0.5 })]))).toMatch(/other processes/);
  const unsteady = [1, 2, 3, 4].map((round) => sample(ANCHOR, round, { requests: 1000 * round }));
  expect(tooNoisy(noiseOf(unsteady))).toMatch(/varied by/);
});
