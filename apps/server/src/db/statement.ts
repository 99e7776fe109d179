import { getTableColumns, type Table } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { Tables } from "./schema.ts";

export type QueryBuilder = Pick<
  BetterSQLite3Database,
  "select" | "selectDistinct" | "insert" | "update" | "delete" | "with" | "$with"
>;

/** What every drizzle query has, whichever verb it began with. */
export interface Query {
  readonly _: { readonly result: unknown };
  toSQL(): { sql: string; params: unknown[] };
}

type RowOf<Q extends Query> = Q["_"]["result"] extends readonly (infer R)[] ? R : never;

declare const row: unique symbol;

/** A query said once and prepared once per connection. `P` are its named parameters, `R` one of its rows. */
export interface Statement<P extends object, R> {
  readonly name: string;
  readonly build: (q: QueryBuilder, t: Tables, p: P) => Query;
  readonly [row]?: R;
}

/**
 * `statement<{ id: string }>()("find_user", (q, t, p) => q.select({ name: t.users.username }).from(t.users).where(eq(t.users.id, p.id)))`
 *
 * In the builder `p.id` stands for the value to come and has its type, so that the compiler holds it against the column.
 * Rows are flat: name the columns you select. A write answers with rows only through `.returning(…)`. A computed column
 * says how it is read: `sql<number>`count(*)`.mapWith(Number)`.
 */
export function statement<P extends object = Record<never, never>>() {
  return <Q extends Query>(
    name: string,
    build: (q: QueryBuilder, t: Tables, p: P) => Q,
  ): Statement<P, RowOf<Q>> => {
    const said = { name, build };
    // Its parameters are its own business; here it is one of many.
    statements.push(said as unknown as Statement<object, unknown>);
    return said;
  };
}

/** All that the loaded modules say; test/db/plans.test.ts asks the databases how they would carry each of them out. */
export const statements: Statement<object, unknown>[] = [];

/** For an insert whose parameters are the whole row: `.values(everyColumn(t.users, p))`. */
export function everyColumn<T extends Table>(table: T, p: T["$inferSelect"]): T["$inferSelect"] {
  const keys = Object.keys(getTableColumns(table)) as (keyof T["$inferSelect"])[];
  return Object.fromEntries(keys.map((key) => [key, p[key]])) as T["$inferSelect"];
}
