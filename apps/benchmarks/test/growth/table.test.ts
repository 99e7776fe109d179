import { expect, it } from "vitest";
import type { Sample } from "../../src/growth/measure.ts";
import { growthPlans } from "../../src/growth/plans.ts";
import { printTable, rowsOf } from "../../src/growth/table.ts";
import type { Outcome } from "../../src/load/run.ts";

const outcome = (serverCpu: number, p50: number, faults: string[] = []): Outcome => ({
  ...{ requests: 1000, answered: 1300, seconds: 1, faults, isExhausted: false },
  ...{ p50, p99: 2 * p50, p999: 3 * p50 },
  ...{ slowest: 9, serverCpu, loadCpu: 0, otherCpu: undefined },
});

const sample = (tokens: number, round: number, of: Outcome): Sample => ({
  ...{ operation: "introspect, any", tokens, round, outcome: of },
});

it("each size is held against the next smaller one, round by round, so that a slow round counts for neither", () => {
  const rows = rowsOf({
    bytes: {},
    samples: [
      sample(1_000_000, 0, outcome(0.11, 1.2)),
      sample(10_000, 0, outcome(0.1, 1)),
      // Something else took the machine.
      sample(10_000, 1, outcome(0.4, 4)),
      sample(1_000_000, 1, outcome(0.44, 4.8, ["status 500"])),
      sample(1_000_000, 2, outcome(0.22, 2.4)),
      sample(10_000, 2, outcome(0.2, 2)),
    ],
  });
  expect(rows.map(({ tokens, microseconds }) => [tokens, Math.round(microseconds)])).toEqual([
    [10_000, 200],
    [1_000_000, 220],
  ]);
  expect(rows[0]?.growth).toBeUndefined();
  expect(rows[1]?.growth?.microseconds).toBeCloseTo(1.1);
  expect(rows[1]?.growth?.p50).toBeCloseTo(1.2);
  expect(rows[1]?.faults).toEqual(["status 500"]);
  expect(printTable(rows)).toMatch(/introspect, any +1,000,000 +220\.0 +\d+ +2\.40 +4\.80 +1\.10 +1\.20$/);
});

it("the newest tenth is what was made last", () => {
  const pool = Array.from({ length: 100 }, (_, index) => [
    "client",
    `fxa_${String((index * 7) % 100).padStart(3, "0")}`,
  ]);
  const shared = { method: "GET", path: "/", headers: {}, expect: { status: 200, includes: [] } } as const;
  const plans = growthPlans({
    userinfo: { ...shared, pool, use: "cycle" },
    code: { ...shared, pool, use: "once" },
  });
  expect(Object.keys(plans)).toEqual(["userinfo, any", "userinfo, recent", "code"]);
  const tokens = plans["userinfo, recent"]?.pool.map((entry) => entry[1]);
  expect(tokens?.toSorted()).toEqual(Array.from({ length: 10 }, (_, index) => `fxa_0${90 + index}`));
});
