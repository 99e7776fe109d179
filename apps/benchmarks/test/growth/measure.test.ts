import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ANCHORS } from "../../src/contestants/anchors.ts";
import { measureGrowth } from "../../src/growth/measure.ts";

it("each size has a server of its own, with a database of its own", async () => {
  const directory = mkdtempSync(join(tmpdir(), "fluxer-growth-test-"));
  let servers = 0;
  const newContestant = () => {
    servers += 1;
    return ANCHORS[1];
  };
  const { samples } = await measureGrowth(newContestant, {
    ...{ directory, cores: undefined, sizes: [1, 2], rounds: 1, seconds: 0.2, warmSeconds: 0.1 },
    ...{ connections: 2, only: "consent", say: () => {} },
  });
  expect(servers).toBe(2);
  expect(samples.map(({ operation, tokens }) => `${operation} ${tokens}`)).toEqual([
    "consent 1",
    "consent 2",
  ]);
  for (const { outcome } of samples) expect(outcome.faults).toEqual([]);
  rmSync(directory, { recursive: true });
}, 30_000);
