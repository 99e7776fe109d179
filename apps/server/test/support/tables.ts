import { getTableColumns } from "drizzle-orm";
import { sqliteKit } from "../../src/db/columns.ts";
import type { Database } from "../../src/db/database.ts";
import { defineSchema, type Tables } from "../../src/db/schema.ts";
import { statement } from "../../src/db/statement.ts";

export type AnyRow = Readonly<Record<string, unknown>>;

// Once, because a connection knows a statement by its name.
const DUMPS = (Object.keys(defineSchema(sqliteKit)) as (keyof Tables)[]).map(
  (name) =>
    [
      name,
      statement()(`test_dump_${name}`, (q, t) => q.select(getTableColumns(t[name])).from(t[name])),
    ] as const,
);

/** Every row of every table. */
export async function dump(db: Database): Promise<ReadonlyMap<keyof Tables, readonly AnyRow[]>> {
  const tables = new Map<keyof Tables, readonly AnyRow[]>();
  for (const [name, everything] of DUMPS) tables.set(name, await db.read(everything, {}));
  return tables;
}
