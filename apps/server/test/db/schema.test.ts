import BetterSqlite3 from "better-sqlite3";
import { getTableColumns } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { CREATE_LEDGER, readMigrations } from "../../src/db/migrations.ts";
import { sqliteTables } from "../../src/db/sqlite/dialect.ts";
import { statement } from "../../src/db/statement.ts";
import { describeDatabases, testDatabases } from "../support/databases.ts";
import { type Catalogue, postgresCatalogue, sqliteCatalogue } from "./catalogue.ts";

// What stands for one type of PostgreSQL's on SQLite.
const SQLITE_TYPES: Record<string, string> = { json: "text", bigint: "integer", boolean: "integer" };

const inSqliteTypes = ({ columns, ...rest }: Catalogue): Catalogue => ({
  ...rest,
  columns: columns.map((column) => column.replace(/ (\w+)/, (_, type) => ` ${SQLITE_TYPES[type] ?? type}`)),
});

describe("the two dialects", () => {
  const openSqlite = testDatabases("sqlite");
  const openPostgres = testDatabases("postgres");

  it("have the same tables, columns, indexes and keys", async () => {
    const [file, postgres] = [await openSqlite.newUrl(), await openPostgres.newUrl()];
    await openSqlite({ url: file });
    await openPostgres({ url: postgres });
    const ours = sqliteCatalogue(file);
    expect(inSqliteTypes(await postgresCatalogue(postgres))).toEqual(inSqliteTypes(ours));
    expect(ours.primaryKeys).toHaveLength(Object.keys(sqliteTables).length + 1);
    expect(ours.foreignKeys).toHaveLength(15);
  });
});

describe("on SQLite", () => {
  const open = testDatabases("sqlite");

  it("every table is searched once for a row, by its own key: none has SQLite's number beside it", async () => {
    const url = await open.newUrl();
    await open({ url });
    const client = new BetterSqlite3(url.slice("file:".length), { readonly: true });
    const tables = client
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .pluck()
      .all();
    client.close();
    expect(tables).toEqual(["schema_migrations"]);
  });

  it("a database from before that keeps its rows, and what refers to them", async () => {
    const url = await open.newUrl();
    const client = new BetterSqlite3(url.slice("file:".length));
    client.exec(CREATE_LEDGER);
    for (const { name, hash, sql } of readMigrations("sqlite").slice(0, 3)) {
      client.exec(sql);
      client.prepare("INSERT INTO schema_migrations VALUES (?, ?, 0)").run(name, hash);
    }
    client.exec(`
      INSERT INTO applications VALUES ('1', NULL, 'before', NULL, NULL, '[]', 0, 0, 0, 0, 'hash', 'grant', 0);
      INSERT INTO client_secrets VALUES ('2', '1', 'hash', 0, NULL, NULL);
    `);
    await open({ url });
    expect(client.prepare("SELECT name FROM applications").pluck().all()).toEqual(["before"]);
    expect(client.pragma("foreign_key_check")).toEqual([]);
    client.exec("DELETE FROM applications");
    expect(client.prepare("SELECT count(*) FROM client_secrets").pluck().get()).toBe(0);
    client.close();
  });
});

describe("on PostgreSQL", () => {
  const open = testDatabases("postgres");

  it("only the counts of the limits may be lost in a crash", async () => {
    const url = await open.newUrl();
    await open({ url });
    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query(
      "SELECT relname FROM pg_class WHERE relkind = 'r' AND relpersistence = 'u' AND relnamespace = current_schema()::regnamespace",
    );
    await client.end();
    expect(rows).toEqual([{ relname: "rate_limits" }]);
  });
});

describeDatabases("the migrations", (open) => {
  it("make every table and every column that the code declares, and no other", async () => {
    const url = await open.newUrl();
    const db = await open({ url });
    const { columns } = open.dialect === "sqlite" ? sqliteCatalogue(url) : await postgresCatalogue(url);
    const declared: Record<string, SQLiteTable> = sqliteTables;
    for (const [name, table] of Object.entries(declared)) {
      // Asking for every declared column fails when one is missing.
      const everything = statement()(name, (q, t: Record<string, SQLiteTable>) =>
        q.select().from(t[name] ?? table),
      );
      await expect(db.read(everything, {})).resolves.toEqual([]);
    }
    const count = Object.values(declared).reduce(
      (sum, table) => sum + Object.keys(getTableColumns(table)).length,
      0,
    );
    expect(columns.filter((column) => !column.startsWith("schema_migrations."))).toHaveLength(count);
  });
});
