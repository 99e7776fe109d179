import { drizzle } from "drizzle-orm/node-postgres";
import type { Dialect } from "../compile.ts";
import { defineSchema } from "../schema.ts";
import type { QueryBuilder } from "../statement.ts";
import { postgresKit } from "./columns.ts";

export const postgresTables = defineSchema(postgresKit);

export const postgresDialect: Dialect = {
  // Both families of builders have the same methods at run time; columns.ts says why SQLite's types stand for both.
  q: drizzle.mock({ casing: "snake_case" }) as unknown as QueryBuilder,
  t: postgresTables,
  encode: (value) => value,
};
