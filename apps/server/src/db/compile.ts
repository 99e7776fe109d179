import { Column, type DriverValueDecoder, is, Param, Placeholder, SQL, sql } from "drizzle-orm";
import { drizzle as sqliteDrizzle } from "drizzle-orm/better-sqlite3";
import { drizzle as postgresDrizzle } from "drizzle-orm/node-postgres";
import { postgresTables, sqliteTables, type Tables } from "./schema.ts";
import type { Query, QueryBuilder, Statement } from "./statement.ts";

/** A statement in the words of one dialect: its SQL, its values in the SQL's order, its rows out of the driver's arrays. */
export interface Compiled<P, R> {
  readonly name: string;
  readonly sql: string;
  readonly bind: (parameters: P) => unknown[];
  readonly row: (values: readonly unknown[]) => R;
}

type Encode = (value: unknown) => unknown;
type Decode = (value: unknown) => unknown;

interface Dialect {
  readonly q: QueryBuilder;
  readonly t: Tables;
  /** For a value that no column encodes, one compared with a column for instance. */
  readonly encode: Encode;
}

export const sqliteDialect: Dialect = {
  q: sqliteDrizzle.mock({ casing: "snake_case" }),
  t: sqliteTables,
  encode: (value) => (typeof value === "boolean" ? Number(value) : value),
};

export const postgresDialect: Dialect = {
  // Both families of builders have the same methods at run time; columns.ts says why SQLite's types stand for both.
  q: postgresDrizzle.mock({ casing: "snake_case" }) as unknown as QueryBuilder,
  t: postgresTables,
  encode: (value) => value,
};

/** Drizzle writes the SQL; binding and reading rows by a plan made once costs a quarter less than its own way. */
export function compile<P extends object, R>(dialect: Dialect, statement: Statement<P, R>): Compiled<P, R> {
  const query = statement.build(dialect.q, dialect.t, placeholders<P>());
  const { sql, params } = query.toSQL();
  return {
    name: statement.name,
    sql,
    bind: binder(statement.name, params, dialect.encode),
    row: rowReader(selection(statement.name, query)),
  };
}

// A lie to the type checker only: whatever parameter is asked for, the answer is its placeholder.
function placeholders<P extends object>(): P {
  return new Proxy({}, { get: (_, key) => sql.placeholder(String(key)) }) as P;
}

function binder<P extends object>(statement: string, params: unknown[], plain: Encode) {
  const slots = params.map((param): { name?: string; encode: Encode } => {
    if (is(param, Placeholder)) return { name: param.name, encode: plain };
    if (is(param, Param) && is(param.value, Placeholder)) {
      const { encoder } = param;
      return { name: param.value.name, encode: (value) => encoder.mapToDriverValue(value) };
    }
    return { encode: () => param };
  });
  return (parameters: P): unknown[] =>
    slots.map(({ name, encode }) => {
      if (name === undefined) return encode(undefined);
      const value: unknown = Reflect.get(parameters, name);
      if (value === undefined) throw new TypeError(`statement ${statement} got no value for "${name}"`);
      return value === null ? null : encode(value);
    });
}

type Field = { name: string; decode: Decode | undefined };

function rowReader<R>(fields: Field[]) {
  return (values: readonly unknown[]): R => {
    const row: Record<string, unknown> = {};
    fields.forEach(({ name, decode }, index) => {
      const value = values[index];
      row[name] = decode === undefined || value === null ? value : decode(value);
    });
    // The names and decoders come from the query whose type R is.
    return row as R;
  };
}

// Drizzle keeps the selection and an expression's decoder to itself; its own prepared queries read these same members.
interface Internals {
  config: { fields?: object; returning?: { path: string[]; field: unknown }[] };
}

function selection(statement: string, query: Query): Field[] {
  const { fields = {}, returning } = (query as unknown as Internals).config;
  const selected =
    returning?.map(({ path, field }) => [path.join("."), field] as const) ?? Object.entries(fields);
  return selected.map(([name, field]) => {
    if (is(field, Column)) return { name, decode: columnDecoder(field) };
    const expression = is(field, SQL.Aliased) ? field.sql : field;
    if (!is(expression, SQL))
      throw new TypeError(`statement ${statement}: "${name}" is no column; rows are flat`);
    const { decoder } = expression as unknown as { decoder: DriverValueDecoder<unknown, unknown> };
    return { name, decode: (value) => decoder.mapFromDriverValue(value) };
  });
}

function columnDecoder(column: Column): Decode | undefined {
  if (column.mapFromDriverValue === Column.prototype.mapFromDriverValue) return undefined;
  return (value) => column.mapFromDriverValue(value);
}
