import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listEvents } from "../../src/audit/page.ts";
import { type Compiled, compiler, type Dialect } from "../../src/db/compile.ts";
import type { Database } from "../../src/db/database.ts";
import { postgresDialect } from "../../src/db/postgres/dialect.ts";
import { together } from "../../src/db/postgres/together.ts";
import { sqliteDialect } from "../../src/db/sqlite/dialect.ts";
import { type Statement, statements } from "../../src/db/statement.ts";
// Says the statements of pruning, a few for each table.
import "../../src/pruning/tasks.ts";
import { testDatabases } from "../support/databases.ts";
import { sqliteCatalogue } from "./catalogue.ts";
import { fill } from "./fill.ts";

const EXCEPTIONS: Record<string, string> = {
  held_workers: "There are 1,023 worker numbers at most.",
  insert_user:
    "Whose guilds wait for their owner is asked only in a transaction that put a guild before its owner.",
};

const BATCH = {
  from: "1000100".padStart(19, "0"),
  before: "1000120".padStart(19, "0"),
  until: 2_000_000,
  skipped: 19,
};

/** The types of the parameters of reads: times and one more are numbers, everything else is text. */
const SEVERAL = new Proxy<Record<string, unknown>>(
  {},
  { get: (_, name) => (["now", "before", "discriminator"].includes(String(name)) ? 0 : "") },
);

const source = join(import.meta.dirname, "../../src");
const sources = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => join(source, path))
  .filter((path) => /\bstatement\S*( .*)?>?\(\)\(/.test(readFileSync(path, "utf8")));

/** What the server says to a database, and none of what tests say. */
async function everyStatement(): Promise<Statement<object, unknown>[]> {
  for (const path of sources) await import(path);
  makeOthers();
  const texts = sources.map((path) => readFileSync(path, "utf8")).join("");
  const names = new Set(texts.match(/(?<=\(\)\(\s*")\w+/g));
  const ours = statements.filter(
    ({ name }) => names.has(name) || /^(prune|audit_events|count_requests)_/.test(name),
  );
  return [...new Map(ours.map((statement) => [statement.name, statement])).values()];
}

/** Those whose names are put together when they are needed. */
function makeOthers(): void {
  const reads: Pick<Database, "read"> = { read: async () => [] };
  for (const narrowing of [{}, { applicationId: "1" }, { actorUserId: "1" }, { action: "a.b" }]) {
    void listEvents(reads as Database, { limit: 1, ...narrowing });
  }
}

const compiled = (dialect: Dialect, statement: Statement<object, unknown>): Compiled<object, unknown> =>
  compiler(dialect)(statement);

describe("every statement finds its rows by a key or an index", async () => {
  const all = (await everyStatement()).filter(({ name }) => !(name in EXCEPTIONS));
  const reads = all
    .filter((statement) => !compiled(postgresDialect, statement).writes && together(statement, SEVERAL))
    .map((statement) => [statement.name, statement] as const);
  const openSqlite = testDatabases("sqlite");
  const openPostgres = testDatabases("postgres");
  let file: BetterSqlite3.Database;
  let client: pg.Client;

  beforeAll(async () => {
    const [url, postgres] = [await openSqlite.newUrl(), await openPostgres.newUrl()];
    await Promise.all([openSqlite({ url }), openPostgres({ url: postgres })]);
    file = new BetterSqlite3(url.slice("file:".length), { readonly: true });
    client = new pg.Client(postgres);
    await client.connect();
    await fill(client, 20_000);
  }, 60_000);
  afterAll(async () => {
    file.close();
    await client.end();
  });

  it("of which there are many", () => {
    expect(all.length).toBeGreaterThan(95);
    expect(reads.length).toBeGreaterThan(20);
  });

  it.each(all.map((statement) => [statement.name, statement] as const))("%s", async (_, statement) => {
    const { sql } = compiled(sqliteDialect, statement);
    const steps = file.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
    const nulls = Array.from(sql.matchAll(/\?/g), () => null);
    const scans = steps.all(...nulls).filter(({ detail }) => detail.startsWith("SCAN"));
    expect(scans.filter(({ detail }) => !/^SCAN \d+-ROW VALUES CLAUSE$/.test(detail))).toEqual([]);

    const { sql: text, bind } = compiled(postgresDialect, statement);
    // Mostly the plan that has to do for every value, as PostgreSQL keeps it for a statement that comes again and again.
    // How much a range holds it must know: a batch of the pruning is a thousandth of the table.
    const isRange = statement.name.startsWith("prune_");
    const explain = isRange
      ? { text: `EXPLAIN ${text}`, values: bind(BATCH) }
      : { text: `EXPLAIN (GENERIC_PLAN) ${text}` };
    const { rows } = await client.query<{ "QUERY PLAN": string }>(explain);
    const plan = rows.map((row) => row["QUERY PLAN"]);
    expect(plan.filter((line) => line.includes("Seq Scan"))).toEqual([]);
  });

  it.each(reads)("%s, by several at once", async (_, statement) => {
    const shared = together(statement, SEVERAL);
    const { rows } = await client.query<{ "QUERY PLAN": string }>(`EXPLAIN (GENERIC_PLAN) ${shared?.sql}`);
    const plan = rows.map((row) => row["QUERY PLAN"]);
    expect(plan.filter((line) => line.includes("Seq Scan"))).toEqual([]);
  });
});

describe("what refers to a row is found by an index when that row is deleted", () => {
  const open = testDatabases("sqlite");

  it("but for the owners of guilds, because users are only marked as deleted", async () => {
    const url = await open.newUrl();
    await open({ url });
    const { indexes, primaryKeys, foreignKeys } = sqliteCatalogue(url);
    // "table column,column" of each key and index, whose first columns are the ones that it finds rows by.
    const named = indexes.map((index) => index.replace(/^unique /, ""));
    const columns = named.map((index) => index.split(" ")[1]);
    const tables = named.map((index) =>
      foreignKeys.map((key) => key.split(" ")[0]).find((table) => index.startsWith(`${table}_`)),
    );
    const findable = [...primaryKeys, ...named.map((_, at) => `${tables[at]} ${columns[at]}`)];
    const lost = foreignKeys.filter(
      (key) => !findable.some((each) => each.startsWith(key.split(" -> ")[0] ?? "")),
    );
    expect(lost).toEqual(["guilds owner_id -> users no action"]);
  });
});
