import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { drain, listen } from "../../src/http/listen.ts";
import { testDatabases } from "../support/databases.ts";
import { startHost } from "../support/host.ts";
import { type AnyRow, dump } from "../support/tables.ts";
import { makeCase } from "./cases.ts";
import { createCast, createVictim } from "./cast.ts";
import { fuzz, type Outcome } from "./run.ts";
import { bytesOf, faultOnWire } from "./wire.ts";

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

describe("broken bytes on the wire", () => {
  const open = testDatabases("sqlite");

  it("[A39] [A42] never make the server fail, hang or stop", { timeout: PATIENCE }, async () => {
    const forged: string[] = [];
    const host = await startHost(open, { logLevel: "trace" }, (line) => {
      if (!isOneObject(line)) forged.push(line);
    });
    const cast = await createCast(host, await createVictim(host));
    const server = await listen(host.app, "127.0.0.1", 0);
    const { port } = server.address() as AddressInfo;
    const numbers = FUZZ_CASE
      ? [Number(FUZZ_CASE)]
      : Array.from({ length: Math.ceil(count / 50) }, (_, n) => n);
    const faults: string[] = [];
    const send = async (number: number) => {
      const bytes = bytesOf(seed, makeCase(seed, number, cast));
      const fault = await faultOnWire(port, bytes);
      if (fault) faults.push(`FUZZ_SEED=${seed} FUZZ_CASE=${number}: ${fault}\n${bytes.toString("base64")}`);
    };
    for (let start = 0; start < numbers.length; start += 16)
      await Promise.all(numbers.slice(start, start + 16).map(send));
    console.log(`fuzz wire: FUZZ_SEED=${seed}, ${numbers.length} requests`);
    expect(faults).toEqual([]);
    expect(forged).toEqual([]);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    await drain(server);
  });
});

describe("the fuzzer", () => {
  const open = testDatabases("sqlite");

  it("tells of an answer that may not be, of a throw, and how to see it again", async () => {
    const host = await startHost(open);
    const victim = await createVictim(host);
    const failing = async () => new Response("{}", { status: 500 });
    const throwing = async () => Promise.reject(new Error("thrown"));
    const see = (fetch: typeof host.fetch) => fuzz({ ...host, fetch }, victim, { seed: 1, numbers: [3] });
    expect((await see(failing)).faults).toEqual([
      expect.stringMatching(/^FUZZ_SEED=1 FUZZ_CASE=3: 500 is not documented: \{\}\n.*curl -gi .*$/),
    ]);
    expect((await see(throwing)).faults).toEqual([expect.stringMatching(/FUZZ_CASE=3: threw Error: thrown/)]);
    const cast = await createCast(host, victim);
    expect(makeCase(1, 3, cast)).toEqual(makeCase(1, 3, cast));
    expect(makeCase(2, 3, cast)).not.toEqual(makeCase(1, 3, cast));
  });

  it("takes a log line for forged when it is not one object of the logger's own", () => {
    expect(isOneObject('{"level":30,"time":1,"msg":"x"}\n')).toBe(true);
    for (const line of ['{"level":30,"time":1}\n{"level":60,"time":1}\n', "text\n", '{"level":30,"time":1}'])
      expect(isOneObject(line)).toBe(false);
  });
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
