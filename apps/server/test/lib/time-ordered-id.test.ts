import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIds, ID_WIDTH, nextId } from "../../src/lib/time-ordered-id.ts";

function isStrictlyAscending(ids: string[]): boolean {
  return ids.every((id, i) => i === 0 || id > (ids[i - 1] ?? ""));
}

describe("time-ordered ids", () => {
  it("sort strictly as text within one process, even within one millisecond", () => {
    const ids = Array.from({ length: 20_000 }, () => nextId(1_700_000_000_000));
    expect(isStrictlyAscending(ids)).toBe(true);
  });

  it("sort strictly whatever the clock does", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_102_444_800_000 })), (times) => {
        expect(isStrictlyAscending(times.map(createIds()))).toBe(true);
      }),
    );
  });

  it("are all of one width", () => {
    const next = createIds();
    expect([0, 1, Date.now(), 62 ** 8 - 1].map((now) => next(now).length)).toEqual([
      ID_WIDTH,
      ID_WIDTH,
      ID_WIDTH,
      ID_WIDTH,
    ]);
  });

  it("of a later millisecond sort after those of another process in an earlier one", () => {
    expect(createIds(0)(1001) > createIds(62 ** 4 - 1)(1000)).toBe(true);
  });

  it("differ between processes at the same instant", () => {
    const script = `import { nextId } from ${JSON.stringify(import.meta.resolve("../../src/lib/time-ordered-id.ts"))};
      console.log(Array.from({ length: 500 }, () => nextId(1)).join(" "))`;
    const run = () =>
      execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    const ids = `${run().trim()} ${run().trim()}`.split(" ");
    expect(new Set(ids).size).toBe(1000);
  });
});
