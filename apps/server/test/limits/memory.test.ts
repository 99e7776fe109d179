import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createMemoryLimits } from "../../src/limits/memory.ts";

const TEN = { bucket: "token", limit: 10, window: 10 };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it("a window stays open for its whole length, whenever in that of others it began", async () => {
  const limits = createMemoryLimits();
  for (let begin = 0; begin < 60; begin++) {
    const whose = `client:${begin}`;
    expect(await limits.consume(TEN, whose)).toMatchObject({ remaining: 9, resetMilliseconds: 10_000 });
    // Others come and go meanwhile, and with them the times at which windows are let go.
    for (let passed = 0; passed < 9; passed++) {
      vi.advanceTimersByTime(999 + (begin % 2));
      await limits.consume(TEN, `client:${begin}-${passed}`);
    }
    expect(await limits.consume(TEN, whose)).toMatchObject({ remaining: 8 });
    vi.advanceTimersByTime(1000 + 9 * (1 - (begin % 2)) - 1);
    expect(await limits.consume(TEN, whose)).toMatchObject({ remaining: 7, resetMilliseconds: 1 });
    vi.advanceTimersByTime(1);
    expect(await limits.consume(TEN, whose)).toMatchObject({ remaining: 9, resetMilliseconds: 10_000 });
    vi.advanceTimersByTime(begin * 37);
  }
});

it("a clock that is set back keeps nobody out", async () => {
  const limits = createMemoryLimits();
  for (let n = 0; n < 11; n++) await limits.consume(TEN, "client:1");
  vi.advanceTimersByTime(10_000);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(await limits.consume(TEN, "client:1")).toMatchObject({ isAllowed: true, remaining: 9 });
});
