import * as pg from "drizzle-orm/pg-core";
import * as sqlite from "drizzle-orm/sqlite-core";

/** The column types every table is made of. Times are epoch milliseconds; JSON is for short lists and records of text. */
export const sqliteKit = {
  table: sqlite.sqliteTable,
  text: () => sqlite.text(),
  choice: <const Values extends [string, ...string[]]>(values: Values) => sqlite.text({ enum: values }),
  json: <Value>() => sqlite.text({ mode: "json" }).$type<Value>(),
  integer: () => sqlite.integer(),
  time: () => sqlite.integer(),
  boolean: () => sqlite.integer({ mode: "boolean" }),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  foreignKey: sqlite.foreignKey,
};

export type Kit = typeof sqliteKit;

// Ids sort by time only when compared byte by byte, as SQLite does; a locale's collation would mix upper and lower case.
const bytewiseText = pg.customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
});

const postgresColumns = {
  table: pg.pgTable,
  text: () => bytewiseText(),
  choice: () => bytewiseText(),
  json: () => pg.json(),
  integer: () => pg.integer(),
  time: () => pg.bigint({ mode: "number" }),
  boolean: () => pg.boolean(),
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
} satisfies Record<keyof Kit, unknown>;

// The one cast between the dialects: drizzle's two builder families have the same methods but unrelated types. The stores
// see SQLite's; that each column carries the same values on both is what test/db proves.
export const postgresKit = postgresColumns as unknown as Kit;
