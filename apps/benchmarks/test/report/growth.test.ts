import { expect, it } from "vitest";
import { growthPage } from "../../src/report/growth.ts";

const measured = {
  at: "2026-01-02T03:04:05.000Z",
  machine: { cpu: "a processor", cores: 2, memoryGiB: 8, system: "linux", node: "v24.0.0", pinned: "pinned" },
};
const row = { operation: "refresh", microseconds: 90, spread: 0.01, p99: 12.4, faults: [] };
const felt = { requests: 1000, seconds: 10, p50: 1, p99: 2.5, p999: 20, slowest: 30, errors: 0 };

it("the page shows each operation at each size, what lasted how long, and that the file does not grow", () => {
  const page = growthPage({
    growth: [
      {
        ...measured,
        ...{ database: "sqlite", rounds: 5, seconds: 3, connections: 32, bytes: { 1000: 200_000 } },
        rows: [
          { ...row, tokens: 1_000_000, p50: 3.3, growth: { microseconds: 1, p50: 1.1 } },
          { ...row, tokens: 10_000, p50: 3, growth: undefined },
        ],
      },
    ],
    soak: [
      {
        ...measured,
        options: { tokens: 1_000_000, connections: 64 },
        results: [
          { name: "10 minutes", p99OfMinutes: [2.44, 300.2], faults: [], isExhausted: false, ...felt },
          { name: "8 connections", faults: [], isExhausted: false, ...felt },
        ],
        ratios: [1.234],
      },
    ],
    churn: [
      {
        ...{ ...measured, growth: 1.0123, steadyAfter: 1 },
        minutes: [
          { minute: 1, fileBytes: 1e6, made: 10, removed: 0 },
          { minute: 2, fileBytes: 2e6, made: 10, removed: 12 },
        ],
      },
    ],
  });
  expect(page).toContain("| refresh | 3.0 / 12 | 3.3 / 12 (× 1.10) |");
  expect(page).toContain("1,000: 200.");
  expect(page).toContain("| 10 minutes | 100 | 1.0 | 2.5 | 20 | 30 | 0 |");
  expect(page).toContain("\n\n10 minutes, the p99 of each: 2.4, 300 ms.\n\n");
  expect(page).not.toContain("8 connections, the p99");
  expect(page).toContain("against the p99 while none are: × 1.23.");
  expect(page).toContain("1 simulated minutes after the 1 in which");
  expect(page).toContain("is × 1.012 that of the first");
});

it("there is no page of what nobody has measured", () => {
  expect(growthPage({ growth: [], soak: [], churn: [] })).toBeUndefined();
});
