import * as sqlite from "drizzle-orm/sqlite-core";

/** What every table is made of; postgres/columns.ts has the same on PostgreSQL. Times are epoch milliseconds; JSON is for short lists and records of text. */
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
