import { expect, it } from "vitest";
import { allContestants } from "../../src/contestants/all.ts";
import type { Operation } from "../../src/operations.ts";
import { withSummary } from "../../src/report/files.ts";
import type { Figure, Results } from "../../src/report/results.ts";
import { table } from "../../src/report/table.ts";

const figure = (contestant: string, operation: Operation, rounds: readonly number[], p99 = 1): Figure => ({
  ...{
    contestant,
    operation,
    rounds,
    p99,
    rate: rounds[0] ?? 0,
    spread: 0.03,
    ratio: 0.5,
    uncertainty: 0.04,
  },
  ...{ cpuMicroseconds: 50, p50: 1, p999: 9, utilisation: 1 },
});

const results: Results = {
  date: "2026-01-02T03:04:05.000Z",
  machine: { cpu: "a processor", cores: 2, memoryGiB: 8, system: "linux", node: "v24.0.0", pinned: "pinned" },
  versions: {},
  settings: { rounds: 2, seconds: 2, connections: 32, tokens: 1_000_000 },
  contestants: allContestants().map(({ start: _, ...description }) => description),
  figures: [
    figure("ours", "introspect", [10_000, 20_000, 12_000], 3.21),
    figure("oidc-provider-memory", "introspect", [2000, 4000, 3000], 12.4),
    figure("better-auth", "introspect", [300, 300, 300]),
    { ...figure("bare-hono", "introspect", [16_000, 32_000, 20_000]), utilisation: 0.8 },
    figure("ours-postgres", "me", [700, 800, 900]),
    { ...figure("bare-postgres", "me", [1000, 1000, 1000]), uncertainty: 0.31 },
  ],
  more: [{ name: "start to first answer", contestant: "ours", value: 321.4, unit: "ms" }],
  noise: { disturbed: 0, samples: 5, uncertain: 0, anchorSpread: 0.02 },
};

it("the table has a row for each contestant, and its factor over the fastest other one, round by round", () => {
  const text = table(results);
  expect(text).toContain("| **this provider, SQLite** | 10.0 k (0.50) | – |");
  expect(text).toContain(
    "| *this provider, SQLite, against a bare Hono route with its core to 100 %* | × 0.5 | – |",
  );
  expect(text).toContain("| *this provider, SQLite, against the fastest of the other providers* | × 5 | – |");
  expect(text).toContain(
    "| *this provider, PostgreSQL, against the bare route that reads a row there* | – | × 0.8 |",
  );
});

it("the table shows in how much time nearly all are answered, how certain that is, and what else was measured", () => {
  const text = table(results);
  expect(text).toContain("| **this provider, SQLite** | 3.2 | – |");
  expect(text).toContain("| oidc-provider 9, memory | 12 | – |");
  expect(text).toContain("right to 4 % of it, the least certain one to 31 %");
  expect(text).toContain("1.00 k (0.50 ± 31 %)");
  expect(text).toContain("| start to first answer, this provider, SQLite | 321 ms |");
});

it("README.md shows the rates and the plots between its marks, and keeps the rest", () => {
  const readme = "above\n<!-- generated: benchmarks -->\nold\n<!-- end: benchmarks -->\nbelow";
  const text = withSummary(readme, results);
  expect(text).toMatch(/^above\n[\s\S]*\nbelow$/);
  expect(text).not.toContain("old");
  expect(text).toContain("| **this provider, SQLite** | 10.0 k (0.50) | – |");
  expect(text).toContain("right to 4 % of it");
  expect(text).not.toContain("start to first answer");
  expect(text).toContain("(apps/benchmarks/results/throughput.svg)");
  expect(text).toContain("(apps/benchmarks/results/latency.svg)");
});
