import { describe, expect, it } from "vitest";
import { testDatabases } from "../support/databases.ts";
import { startHost } from "../support/host.ts";
import { type AnyRow, dump } from "../support/tables.ts";
import { createVictim } from "./cast.ts";
import { createLogCheck } from "./log-lines.ts";
import { fuzz, type Outcome } from "./run.ts";
import { count, FUZZ_PATIENCE, numbersFrom, seed } from "./settings.ts";

/** The heap and what it refers to, after garbage collection; what the requests left in the database is not in it. */
const MOST_GROWTH = 50 * 2 ** 20;
const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype);

// PostgreSQL takes a round trip for what SQLite has at hand, so it gets a fifth on top, other ones.
describe.each([
  { dialect: "sqlite", numbers: numbersFrom(0, count) },
  { dialect: "postgres", numbers: numbersFrom(count, Math.ceil(count * 1.2)) },
] as const)("broken and hostile requests to every operation ($dialect)", ({ dialect, numbers }) => {
  const open = testDatabases(dialect);

  it("[A35] [A39] [A42] get a documented answer, write one JSON object a line, and touch nobody else's rows", {
    timeout: FUZZ_PATIENCE,
  }, async () => {
    const log = createLogCheck();
    const host = await startHost(open, { logLevel: "trace" }, log.keep);
    const victim = await createVictim(host);
    const before = await dump(host.db);
    const started = performance.now();

    const outcome = await fuzz(host, victim, { seed, numbers });

    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `fuzz ${dialect}: FUZZ_SEED=${seed}, ${numbers.length} requests in ${seconds} s, ${summaryOf(outcome)}`,
    );
    // Together, for the line of the log says why an answer is a 500.
    expect({ faults: outcome.faults, log: log.bad }).toEqual({ faults: [], log: [] });
    expect(outcome.growth).toBeLessThan(MOST_GROWTH);
    expect(missing(before, await dump(host.db))).toEqual([]);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(PROTOTYPE);
  });
});

function summaryOf({ statuses, growth, casts }: Outcome): string {
  const each = Object.entries(statuses).map(([status, times]) => `${status}: ${times}`);
  return `${each.join(", ")}; memory ${(growth / 2 ** 20).toFixed(1)} MB, ${casts} casts`;
}

type Dump = Awaited<ReturnType<typeof dump>>;

/** The rows of the first that the second does not have, to the letter. */
function missing(before: Dump, after: Dump): string[] {
  return [...before].flatMap(([table, rows]) => {
    const kept = new Set(after.get(table)?.map(text));
    return rows.filter((row) => !kept.has(text(row))).map((row) => `${table} ${text(row)}`);
  });
}

function text(row: AnyRow): string {
  return JSON.stringify(row);
}
