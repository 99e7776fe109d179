import { sql } from "drizzle-orm";
import pg from "pg";
import { expect, inject, it } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { StorageError } from "../../src/db/errors.ts";
import { statement } from "../../src/db/statement.ts";
import { testDatabases } from "../support/databases.ts";
import { codeRow } from "../support/rows.ts";
import { countCodes, insertCode } from "./statements.ts";

const open = testDatabases("postgres");

const backend = statement()("backend", (q, t) =>
  q.select({ pid: sql<number>`pg_backend_pid()` }).from(t.authorizationCodes).limit(1),
);

async function kill(pid: number): Promise<void> {
  const client = new pg.Client(inject("postgresUrl"));
  await client.connect();
  await client.query("SELECT pg_terminate_backend($1, 5000)", [pid]);
  await client.end();
}

const insert = (db: Database, id: string) => db.atomically((tx) => tx.run(insertCode, codeRow({ id })));

it("a lost connection is a storage failure, leaves nothing behind, and the next transaction has a new one", async () => {
  const db = await open({ poolSize: 1 });
  await insert(db, "first");
  const lost = db.atomically(function* (tx) {
    yield* tx.run(insertCode, codeRow({ id: "lost" }));
    const [row] = yield* tx.run(backend, {});
    yield { answer: kill(row?.pid ?? 0) };
    yield* tx.run(insertCode, codeRow({ id: "never" }));
  });
  await expect(lost).rejects.toBeInstanceOf(StorageError);
  await insert(db, "second");
  expect(await db.read(countCodes, {})).toEqual([{ count: 2 }]);
});

it("a connection that is lost while nobody uses it is replaced", async () => {
  const db = await open({ poolSize: 1 });
  await insert(db, "first");
  const [row] = await db.read(backend, {});
  await kill(row?.pid ?? 0);
  await expect
    .poll(() =>
      db.ping().then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  await insert(db, "second");
});

it("a connection goes back to the pool whatever becomes of its transaction", async () => {
  const db = await open({ poolSize: 2 });
  const rejected = Array.from({ length: 20 }, async (_, index) => {
    await db.atomically(function* (tx) {
      yield* tx.run(insertCode, codeRow({ id: index % 2 === 0 ? "same" : `id${index}` }));
      throw new Error("no");
    });
  });
  await Promise.allSettled(rejected);
  await insert(db, "after");
  expect(await db.read(countCodes, {})).toEqual([{ count: 1 }]);
});
