import { eq, sql } from "drizzle-orm";
import pg from "pg";
import { expect, it, onTestFinished, vi } from "vitest";
import type { Database, Transaction, Work } from "../../src/db/database.ts";
import { StorageError } from "../../src/db/errors.ts";
import { statement } from "../../src/db/statement.ts";
import { testDatabases } from "../support/databases.ts";
import { codeRow } from "../support/rows.ts";
import { insertCode } from "./statements.ts";

const open = testDatabases("postgres");

const readCode = statement<{ id: string }>()("test_read_code", (q, t, p) =>
  q
    .select({ spentAt: t.authorizationCodes.spentAt })
    .from(t.authorizationCodes)
    .where(eq(t.authorizationCodes.id, p.id)),
);
const markCode = statement<{ id: string; by: number }>()("test_mark_code", (q, t, p) =>
  q.update(t.authorizationCodes).set({ burntAt: p.by }).where(eq(t.authorizationCodes.id, p.id)),
);

const countUp = statement<{ id: string; spentAt: number }>()("test_count_up", (q, t, p) =>
  q.update(t.authorizationCodes).set({ spentAt: p.spentAt }).where(eq(t.authorizationCodes.id, p.id)),
);

async function withTwoCodes(db: Database): Promise<void> {
  for (const id of ["a", "b"]) await db.atomically((tx) => tx.run(insertCode, codeRow({ id })));
}

/** Lets the first attempts of two transactions meet; those that follow pass. */
function meeting() {
  let arrived = 0;
  const both = Promise.withResolvers<void>();
  return function* meet(): Work<void> {
    if (++arrived === 2) both.resolve();
    if (arrived <= 2) yield { answer: both.promise };
  };
}

/** What two transactions do at once, and how often each had to begin. */
async function atOnce(
  db: Database,
  interleaved: boolean,
  work: (tx: Transaction, own: string, other: string) => Work<void>,
) {
  const attempts = { a: 0, b: 0 };
  const run = (own: "a" | "b", other: "a" | "b") =>
    db.atomically(
      function* (tx) {
        attempts[own]++;
        yield* work(tx, own, other);
      },
      { interleaved },
    );
  await Promise.all([run("a", "b"), run("b", "a")]);
  return attempts.a + attempts.b;
}

it("a deadlock (40P01) is met by doing the one that lost again", async () => {
  const db = await open({ url: `${await open.newUrl()}%20-cdeadlock_timeout%3D20ms` });
  await withTwoCodes(db);
  const meet = meeting();
  const attempts = await atOnce(db, true, function* (tx, own, other) {
    yield* tx.run(markCode, { id: own, by: 1 });
    yield* meet();
    yield* tx.run(markCode, { id: other, by: 2 });
  });
  expect(attempts).toBe(3);
});

it("a serialization failure (40001) that COMMIT tells of is met by doing all of it again", async () => {
  const db = await open();
  await withTwoCodes(db);
  const [read, written, committed] = [meeting(), meeting(), Promise.withResolvers<void>()];
  let first: string | undefined;
  let attempts = 0;
  // Each reads what the other writes, and both have written before either commits, so that nothing is left to fail but
  // the commit of the second.
  const run = (own: string, other: string) =>
    db.atomically(function* (tx) {
      attempts++;
      yield* tx.run(readCode, { id: other });
      yield* read();
      yield* tx.run(markCode, { id: own, by: 1 });
      yield* written();
      first ??= own;
      if (first !== own) yield { answer: committed.promise };
    });
  const runs = [run("a", "b"), run("b", "a")];
  await Promise.race(runs);
  committed.resolve();
  await Promise.all(runs);
  expect(attempts).toBe(3);
});

const failing = statement()("test_failing_at_first", (q, t) =>
  q
    .select({ calls: sql<number>`fail_at_first()`.mapWith(Number) })
    .from(t.authorizationCodes)
    .limit(1),
);
const failingWrite = statement()("test_failing_write_at_first", (q, t) =>
  q
    .update(t.authorizationCodes)
    .set({ burntAt: sql`fail_at_first()` })
    .where(eq(t.authorizationCodes.id, "a"))
    .returning({ calls: t.authorizationCodes.burntAt }),
);

/** What fails `times` times with this SQLSTATE and then answers; a sequence remembers, because nothing rolls it back. */
async function failAtFirst(url: string, sqlState: string, times: number): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`CREATE SEQUENCE calls; CREATE FUNCTION fail_at_first() RETURNS bigint LANGUAGE plpgsql AS $$
    DECLARE call bigint := nextval('calls');
    BEGIN
      IF call <= ${times} THEN RAISE EXCEPTION 'not now' USING ERRCODE = '${sqlState}'; END IF;
      RETURN call;
    END $$`);
  await client.end();
}

it.each(["40001", "40P01"])("a read and a single write that meet %s are done again", async (sqlState) => {
  const url = await open.newUrl();
  const db = await open({ url });
  await withTwoCodes(db);
  await failAtFirst(url, sqlState, 2);
  expect(await db.read(failing, {})).toEqual([{ calls: 3 }]);
  expect(await db.write(failingWrite, {})).toEqual([{ calls: 4 }]);
});

it("who never gets through is told so after five seconds", async () => {
  const url = await open.newUrl();
  const db = await open({ url });
  await withTwoCodes(db);
  await failAtFirst(url, "40001", 1000);
  const real = performance.now.bind(performance);
  const [begun, speed] = [real(), 10];
  vi.spyOn(performance, "now").mockImplementation(() => begun + (real() - begun) * speed);
  onTestFinished(() => void vi.restoreAllMocks());
  await expect(db.atomically((tx) => tx.run(failing, {}))).rejects.toBeInstanceOf(StorageError);
  expect((real() - begun) * speed).toBeGreaterThan(5000);
  expect(real() - begun).toBeLessThan(3000);
});

it("ten who want the same row at once, each alone, all get it", async () => {
  const db = await open({ poolSize: 10 });
  await withTwoCodes(db);
  const increment = () =>
    db.atomically(function* (tx) {
      const [row] = yield* tx.run(readCode, { id: "a" });
      yield* tx.run(countUp, { id: "a", spentAt: (row?.spentAt ?? 0) + 1 });
    });
  await Promise.all(Array.from({ length: 10 }, increment));
  expect(await db.read(readCode, { id: "a" })).toEqual([{ spentAt: 10 }]);
});

it("what may have been done (40003) is not done again", async () => {
  const url = await open.newUrl();
  const db = await open({ url });
  await withTwoCodes(db);
  await failAtFirst(url, "40003", 1);
  await expect(db.write(failingWrite, {})).rejects.toBeInstanceOf(StorageError);
  expect(await db.write(failingWrite, {})).toEqual([{ calls: 2 }]);
});
