import * as pg from "drizzle-orm/pg-core";
import type { Kit } from "../columns.ts";

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
