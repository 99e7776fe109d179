import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { churn, growthOf, STEADY_AFTER } from "../../src/churn/churn.ts";

it("once as much ends as begins the file stays as large as it is, and so does its log", async () => {
  const directory = mkdtempSync(join(tmpdir(), "fluxer-churn-"));
  const path = join(directory, "churn.db");
  const minutes = await churn({ path, minutes: STEADY_AFTER + 30, consents: 4, batch: 50 });
  rmSync(directory, { recursive: true });
  const last = minutes.at(-1);
  expect(last?.made).toBeGreaterThan(0);
  expect(last?.removed).toBeGreaterThan(last?.made ?? 0);
  expect(growthOf(minutes)).toBeLessThan(1.1);
  // SQLite writes its log back after a thousand pages.
  expect(Math.max(...minutes.map(({ logBytes }) => logBytes))).toBeLessThan(6_000_000);
}, 60_000);
