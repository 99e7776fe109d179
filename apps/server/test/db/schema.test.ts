import { getTableColumns } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
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
