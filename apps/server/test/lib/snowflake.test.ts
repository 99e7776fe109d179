import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSnowflakes, EPOCH, snowflakeTime } from "../../src/lib/snowflake.ts";

const moments = fc.array(fc.integer({ min: EPOCH, max: EPOCH + 5 }), { maxLength: 20 });

describe("snowflakes", () => {
  it("are the milliseconds since the epoch, the worker and the sequence", () => {
    const ids = createSnowflakes({ worker: () => 1023, now: () => EPOCH + 1000 });
    expect(ids.next()).toBe(((1000n << 22n) | (1023n << 12n)).toString());
    expect(ids.next()).toBe(((1000n << 22n) | (1023n << 12n) | 1n).toString());
  });

  it("of two makers with one worker number are apart when their milliseconds begin apart", () => {
    const [one, other] = [5, 9].map((first) =>
      createSnowflakes({ worker: () => 1, first, now: () => EPOCH }),
    );
    expect(BigInt(other?.next() ?? 0) - BigInt(one?.next() ?? 0)).toBe(4n);
  });

  it("tell when they were made", () => {
    const now = Date.now();
    expect(snowflakeTime(createSnowflakes({ worker: () => 7, now: () => now }).next())).toBe(now);
  });

  it("never repeat and always grow, also past 4096 in one millisecond and when the clock goes back", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 4095 }), (times, first) => {
        let now = EPOCH;
        const ids = createSnowflakes({ worker: () => 0, first, now: () => now });
        const made = times.flatMap((time) => {
          now = time;
          return Array.from({ length: 3000 }, () => BigInt(ids.next()));
        });
        expect(made.every((id, i) => i === 0 || id > (made[i - 1] ?? 0n))).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  it.each([-1, 1024, 0.5])("worker %d is refused", (worker) => {
    expect(() => createSnowflakes({ worker: () => worker, now: Date.now }).next()).toThrow(RangeError);
  });
});
