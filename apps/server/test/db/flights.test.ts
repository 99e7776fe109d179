import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openDatabase } from "../../src/db/client.ts";
import { compiler } from "../../src/db/compile.ts";
import type { Database } from "../../src/db/database.ts";
import { postgresDialect } from "../../src/db/postgres/dialect.ts";
import { transactions } from "../../src/db/postgres/transactions.ts";
import { type Cable, createCable } from "../faults/cable.ts";
import { testDatabases } from "../support/databases.ts";
import { codeRow } from "../support/rows.ts";
import { countCodes, insertCode, listCodes, spendCode } from "./statements.ts";

const open = testDatabases("postgres");

let url: string;
let db: Database;
let cable: Cable;
/** How often somebody waited for an answer: a question that comes after an answer begins a new flight. */
let flights: number;

beforeAll(async () => {
  url = await open.newUrl();
  let last = "database";
  cable = await createCable(Number(new URL(url).port), (from) => {
    if (from === "server" && last === "database") flights++;
    last = from;
  });
  const metered = new URL(url);
  metered.port = String(cable.port);
  db = await openDatabase({ url: metered.href, poolSize: 1 });
  await db.read(countCodes, {});
});
afterAll(async () => {
  await db.close();
  await cable.remove();
});
beforeEach(() => {
  flights = 0;
});

it("BEGIN travels with a first read, and COMMIT with what is sent last: three round trips for six statements", async () => {
  await db.atomically(function* (tx) {
    yield* tx.run(listCodes, {});
    yield* tx.run(spendCode, { id: "none", now: 1 });
    yield* tx.send(insertCode, codeRow({ id: "a" }));
    yield* tx.send(insertCode, codeRow({ id: "b" }));
  });
  expect(flights).toBe(3);
  expect(await db.read(listCodes, {})).toEqual([{ id: "a" }, { id: "b" }]);
});

it("one statement that writes is one round trip", async () => {
  await db.write(insertCode, codeRow({ id: "c" }));
  expect(flights).toBe(1);
});

it.each(["run", "send"] as const)("nothing is written before BEGIN is answered (%s)", async (way) => {
  const pool = new pg.Pool({ connectionString: url, max: 1, pipeline: true });
  // What an operator's pg_cancel_backend does that comes just then.
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (asked: unknown) => Promise<unknown>;
    const watched = (asked: unknown) =>
      String(asked).startsWith("BEGIN") ? Promise.reject(new Error("canceled")) : query(asked);
    Object.assign(client, { query: watched });
  });
  const atomically = transactions(pool, compiler(postgresDialect));
  const before = await db.read(countCodes, {});
  const canceled = atomically(function* (tx) {
    yield* tx[way](insertCode, codeRow({ id: way }));
  });
  await expect(canceled).rejects.toThrow("canceled");
  await pool.end();
  // By then PostgreSQL would have done it.
  await sleep(100);
  expect(await db.read(countCodes, {})).toEqual(before);
});
