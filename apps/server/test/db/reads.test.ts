import { and, asc, eq, gt, isNull } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { compiler } from "../../src/db/compile.ts";
import { StorageError } from "../../src/db/errors.ts";
import { postgresDialect } from "../../src/db/postgres/dialect.ts";
import { sharedReads } from "../../src/db/postgres/reads.ts";
import { statement } from "../../src/db/statement.ts";
import { testDatabases } from "../support/databases.ts";
import { codeRow } from "../support/rows.ts";
import { insertCode } from "./statements.ts";

const open = testDatabases("postgres");

const liveCode = statement<{ id: string; now: number }>()("test_live_code", (q, t, p) => {
  const { id, spentAt, expiresAt, redirectUri } = t.authorizationCodes;
  return q
    .select({ id, expiresAt })
    .from(t.authorizationCodes)
    .where(and(eq(id, p.id), gt(expiresAt, p.now), isNull(spentAt), eq(redirectUri, "https://a.example/")));
});
const codesOf = statement<{ grantId: string }>()("test_codes_of_grant", (q, t, p) =>
  q
    .select({ id: t.authorizationCodes.id })
    .from(t.authorizationCodes)
    .where(eq(t.authorizationCodes.grantId, p.grantId)),
);
const codesInOrder = statement<{ grantId: string }>()("test_codes_in_order", (q, t, p) =>
  q
    .select({ id: t.authorizationCodes.id })
    .from(t.authorizationCodes)
    .where(eq(t.authorizationCodes.grantId, p.grantId))
    .orderBy(asc(t.authorizationCodes.id)),
);

type Query = (config: pg.QueryConfig) => Promise<pg.QueryResult>;

let pool: pg.Pool;
let read: ReturnType<typeof sharedReads>;
/** The name of each query that was made. */
let asked: string[];
/** What is made of a query. */
let query: Query;

beforeAll(async () => {
  const url = await open.newUrl();
  const db = await open({ url });
  pool = new pg.Pool({ connectionString: url, max: 4 });
  await db.atomically(function* (tx) {
    for (let n = 0; n < 200; n++) {
      const row = {
        id: `code${n}`,
        grantId: `grant${n % 50}`,
        expiresAt: n,
        redirectUri: "https://a.example/",
      };
      yield* tx.run(insertCode, codeRow(row));
    }
  });
});
afterAll(() => pool.end());
beforeEach(() => {
  asked = [];
  query = (config) => pool.query(config);
  const watched: { query: Query } = {
    query(config) {
      asked.push(config.name ?? "");
      return query(config);
    },
  };
  read = sharedReads(watched as pg.Pool, compiler(postgresDialect));
});

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

it("many who ask for the same at once share one query, and each gets its own rows or none", async () => {
  const answers = await Promise.all(
    numbers(16).map((n) => read(liveCode, { id: n % 7 === 0 ? "unknown" : `code${n}`, now: 10 })),
  );
  const expected = numbers(16).map((n) => (n % 7 === 0 || n <= 10 ? [] : [{ id: `code${n}`, expiresAt: n }]));
  expect(answers).toEqual(expected);
  expect(asked).toEqual(["test_live_code_together"]);
});

it("those who ask for the same row, and for several rows, get all of them", async () => {
  const answers = await Promise.all(
    ["grant1", "grant2", "grant1"].map((grantId) => read(codesOf, { grantId })),
  );
  const ids = answers.map((rows) => rows.map(({ id }) => id).toSorted());
  const of = (n: number) => [n, 50 + n, 100 + n, 150 + n].map((code) => `code${code}`).toSorted();
  expect(ids).toEqual([of(1), of(2), of(1)]);
  expect(asked).toEqual(["test_codes_of_grant_together"]);
});

it("one who asks alone, and whoever asks for an order, has a query of their own", async () => {
  await read(liveCode, { id: "code1", now: 0 });
  const answers = await Promise.all(["grant1", "grant2"].map((grantId) => read(codesInOrder, { grantId })));
  expect(answers.map((rows) => rows[0]?.id)).toEqual(["code1", "code102"]);
  expect(asked).toEqual(["test_live_code", "test_codes_in_order", "test_codes_in_order"]);
});

it("as many as come are answered, no more than 16 by one query", async () => {
  const answers = await Promise.all(numbers(150).map((n) => read(liveCode, { id: `code${n}`, now: -1 })));
  expect(answers.map(([row]) => row?.id)).toEqual(numbers(150).map((n) => `code${n}`));
  expect(asked).toEqual(Array(10).fill("test_live_code_together"));
});

it("what one of them asks for and PostgreSQL cannot take fails for that one only, now and later", async () => {
  const ids = ["code1", "\0", "code2"];
  const ask = () => Promise.allSettled(ids.map((id) => read(liveCode, { id, now: 0 })));
  for (let time = 0; time < 2; time++) {
    asked.length = 0;
    expect(await ask()).toMatchObject([
      { status: "fulfilled", value: [{ id: "code1" }] },
      { status: "rejected", reason: { code: "22021" } },
      { status: "fulfilled", value: [{ id: "code2" }] },
    ]);
    expect(asked[0]).toBe("test_live_code_together");
  }
});

it("a database that cannot do it together is not asked to again", async () => {
  const refusal = Object.assign(new Error("not supported"), { code: "0A000" });
  query = (config) => (config.text.includes("unnest") ? Promise.reject(refusal) : pool.query(config));
  for (let time = 0; time < 2; time++) {
    const answers = await Promise.all(["code1", "code2"].map((id) => read(liveCode, { id, now: 0 })));
    expect(answers.map(([row]) => row?.id)).toEqual(["code1", "code2"]);
  }
  expect(asked).toEqual(["test_live_code_together", ...Array(4).fill("test_live_code")]);
});

it("a database that is away fails for all of them, once", async () => {
  query = () => Promise.reject(new Error("connection lost"));
  const answers = await Promise.allSettled(["code1", "code2"].map((id) => read(liveCode, { id, now: 0 })));
  expect(answers.map((answer) => answer.status === "rejected" && answer.reason)).toEqual([
    expect.any(StorageError),
    expect.any(StorageError),
  ]);
  expect(asked).toHaveLength(1);
});

it("nothing that writes is taken", () => {
  expect(() => read(insertCode, codeRow({ id: "x" }))).toThrow(/writes/);
});
