import { expect, it } from "vitest";
import { ANCHOR } from "../src/contestants/anchors.ts";
import type { Outcome } from "../src/load/run.ts";
import type { Sample } from "../src/measure/rounds.ts";
import { figuresOf, tooNoisy, unsettled } from "../src/report/figures.ts";
import { median, medianInterval, quantile, spread } from "../src/statistics.ts";

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

it("a median's interval is that of the binomial distribution", () => {
  // Tabulated: of 15 numbers the fourth and the twelfth, of 25 the eighth and the eighteenth; of 5 there is none.
  const first = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
  expect(medianInterval(first(15))).toEqual([4, 12]);
  expect(medianInterval(first(25))).toEqual([8, 18]);
  expect(medianInterval(first(6))).toEqual([1, 6]);
  expect(medianInterval(first(5))).toEqual([1, 5]);
  expect(medianInterval([7])).toEqual([7, 7]);
});

it("an interval holds the median in 95 of 100 runs, of a distribution with a long tail too", () => {
  let seed = 1;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const runs = Array.from({ length: 2000 }, () => {
    const [low, high] = medianInterval(Array.from({ length: 15 }, () => -Math.log(random())));
    return low <= Math.LN2 && Math.LN2 <= high;
  });
  const share = runs.filter(Boolean).length / runs.length;
  expect(share).toBeGreaterThan(0.95);
  expect(share).toBeLessThan(0.98);
});

const rounds = (requests: (round: number) => number) =>
  [1, 2, 3, 4, 5, 6, 7].flatMap((round) => [
    sample(ANCHOR, round, { requests: 1000 * round }),
    sample("ours", round, { requests: requests(round) * round }),
  ]);

it("a machine on which others work gives no figures", () => {
  const disturbed = rounds(() => 500).map((each) => ({ ...each, outcome: { ...outcome, otherCpu: 0.5 } }));
  expect(tooNoisy(disturbed)).toMatch(/other processes/);
});

it("a drift of the whole machine does no harm; ratios that lie far apart are no figures", () => {
  expect(tooNoisy(rounds(() => 500))).toBeUndefined();
  expect(unsettled(rounds(() => 500)).size).toBe(0);
  const far = rounds((round) => 300 + 100 * round);
  expect(tooNoisy(far)).toMatch(/1 of 2 ratios may be wrong by more than 20 %/);
  expect([...unsettled(far)]).toEqual(["introspect"]);
});
