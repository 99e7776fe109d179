import { beforeEach, expect, it, vi } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { StorageError } from "../../src/db/errors.ts";
import type { LimitStore } from "../../src/http/limits.ts";
import { createSharedLimits } from "../../src/limits/shared.ts";
import { describeDatabases } from "../support/databases.ts";

const TEN = { bucket: "token", limit: 10, window: 10 };
const FIVE = { bucket: "other", limit: 5, window: 60 };

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

describeDatabases("[A38] limits that processes share in the database", (open) => {
  let db: Database;
  let now: number;
  let limits: LimitStore;
  const clock = { now: () => now };

  beforeEach(async () => {
    now = 1_780_000_000_000;
    db = await open();
    limits = createSharedLimits(db, clock);
  });

  it("let as many through as they say of those who come at once, each with its place", async () => {
    await limits.consume(TEN, "user:1");
    const usages = await Promise.all(numbers(30).map(() => limits.consume(TEN, "user:1")));
    expect(usages.map(({ isAllowed }) => isAllowed)).toEqual(numbers(30).map((n) => n < 9));
    expect(usages.map(({ remaining }) => remaining)).toEqual(numbers(30).map((n) => Math.max(0, 8 - n)));
  });

  it("keep callers, buckets and processes apart and together as they should", async () => {
    const other = createSharedLimits(db, clock);
    // 37 is counted by statements of three sizes.
    const callers = numbers(37).map((n) => `user:${n}`);
    const all = await Promise.all(
      [limits, other].flatMap((each) =>
        callers.flatMap((whose) => [each.consume(TEN, whose), each.consume(FIVE, whose)]),
      ),
    );
    expect(all.every(({ isAllowed }) => isAllowed)).toBe(true);
    const after = await Promise.all(callers.map((whose) => limits.consume(TEN, whose)));
    expect(after.map(({ remaining }) => remaining)).toEqual(Array(37).fill(7));
    expect((await limits.consume(FIVE, "user:36")).remaining).toBe(2);
  });

  it("begin anew when their window is over, for those who are counted together too", async () => {
    await Promise.all(numbers(12).map(() => limits.consume(TEN, "user:1")));
    now += 9_999;
    expect(await limits.consume(TEN, "user:1")).toMatchObject({ isAllowed: false, resetMilliseconds: 1 });
    now += 1;
    const usages = await Promise.all(numbers(3).map(() => limits.consume(TEN, "user:1")));
    expect(usages).toEqual(
      [9, 8, 7].map((remaining) => ({ isAllowed: true, remaining, resetMilliseconds: 10_000 })),
    );
  });

  it("take few statements", async () => {
    const write = vi.spyOn(db, "write");
    await Promise.all(numbers(100).map((n) => limits.consume(TEN, `user:${n % 25}`)));
    expect(write).toHaveBeenCalledTimes(3);
  });

  it("fail for everybody when the database does", async () => {
    vi.spyOn(db, "write").mockRejectedValue(new StorageError("away"));
    const all = await Promise.allSettled(numbers(3).map((n) => limits.consume(TEN, `user:${n % 2}`)));
    expect(all.map(({ status }) => status)).toEqual(Array(3).fill("rejected"));
  });
});
