import { drizzle } from "drizzle-orm/better-sqlite3";
import { sqliteKit } from "../columns.ts";
import type { Dialect } from "../compile.ts";
import { defineSchema } from "../schema.ts";

export const sqliteTables = defineSchema(sqliteKit);

export const sqliteDialect: Dialect = {
  q: drizzle.mock({ casing: "snake_case" }),
  t: sqliteTables,
  encode: (value) => (typeof value === "boolean" ? Number(value) : value),
};
