import { describe, expect, it } from "vitest";
import { testDatabases } from "../support/databases.ts";
import { startHost } from "../support/host.ts";
import { type AnyRow, dump } from "../support/tables.ts";
import { createVictim } from "./cast.ts";
import { fuzz, type Outcome } from "./run.ts";

const { FUZZ_SEED, FUZZ_COUNT = "100000", FUZZ_CASE } = process.env;
const seed = FUZZ_SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(FUZZ_SEED);
const count = Number(FUZZ_COUNT);
/** The heap and what it refers to, after garbage collection; what the requests left in the database is not in it. */
const MOST_GROWTH = 50 * 2 ** 20;
const PATIENCE = 600_000;

// PostgreSQL takes a round trip for what SQLite has at hand, so it gets a fifth on top, other ones.
describe.each([
  { dialect: "sqlite", from: 0, to: count },
  { dialect: "postgres", from: count, to: Math.ceil(count * 1.2) },
] as const)("broken and hostile requests to every operation ($dialect)", ({ dialect, from, to }) => {
  const open = testDatabases(dialect);

  it("[A35] [A39] [A42] get a documented answer, write one JSON object a line, and touch nobody else's rows", {
    timeout: PATIENCE,
  }, async () => {
    const { host, log } = await listening();
    const victim = await createVictim(host);
    const before = await dump(host.db);
    const numbers = FUZZ_CASE ? [Number(FUZZ_CASE)] : Array.from({ length: to - from }, (_, n) => from + n);
    const started = performance.now();

    const outcome = await fuzz(host, victim, { seed, numbers });

    console.log(summaryOf(outcome, performance.now() - started));
    expect(outcome.faults).toEqual([]);
    expect(log.forged).toEqual([]);
    expect(outcome.growth).toBeLessThan(MOST_GROWTH);
    expect(missing(before, await dump(host.db))).toEqual([]);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(PROTOTYPE);
  });

  async function listening() {
    const log = { lines: 0, forged: [] as string[] };
    const host = await startHost(open, { logLevel: "trace" }, (line) => {
      log.lines++;
      if (!isOneObject(line)) log.forged.push(line);
    });
    return { host, log };
  }

  function summaryOf({ statuses, growth, casts }: Outcome, milliseconds: number): string {
    const each = Object.entries(statuses).map(([status, times]) => `${status}: ${times}`);
    const megabytes = (growth / 2 ** 20).toFixed(1);
    const seconds = (milliseconds / 1000).toFixed(1);
    return `fuzz ${dialect}: FUZZ_SEED=${seed}, ${to - from} requests in ${seconds} s (${each.join(", ")}), memory ${megabytes} MB, ${casts} casts`;
  }
});

const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype);

const LEVELS = [10, 20, 30, 40, 50, 60];

function isOneObject(line: string): boolean {
  if (line.indexOf("\n") !== line.length - 1) return false;
  try {
    const { level, time, msg } = JSON.parse(line);
    return LEVELS.includes(level) && typeof time === "number" && msg !== "forged";
  } catch {
    return false;
  }
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
