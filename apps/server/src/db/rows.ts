import { Column, type DriverValueDecoder, is, SQL } from "drizzle-orm";
import type { Query } from "./statement.ts";

export type ReadRow<R> = (values: readonly unknown[]) => R;

type Decode = (value: unknown) => unknown;
interface Field {
  readonly name: string;
  readonly decode: Decode | undefined;
}

// Drizzle keeps a query's selection to itself; its own prepared queries read these same members.
interface Internals {
  readonly config: {
    fields?: object;
    returning?: { path: string[]; field: unknown }[];
    orderBy?: unknown[];
  };
}

function configOf(query: Query): Internals["config"] {
  return (query as unknown as Internals).config;
}

export function isSelect(query: Query): boolean {
  return configOf(query).fields !== undefined;
}

export function isOrdered(query: Query): boolean {
  return configOf(query).orderBy !== undefined;
}

/** Makes a row out of the values that the driver gives in the order of the selection. */
export function rowReader<R>(statement: string, query: Query): ReadRow<R> {
  const fields = selection(query).map(([name, field]): Field => {
    return { name, decode: decoder(field, `statement ${statement}, "${name}"`) };
  });
  return (values) => {
    const row: Record<string, unknown> = {};
    let index = 0;
    for (const { name, decode } of fields) {
      const value = values[index++];
      row[name] = decode === undefined || value === null ? value : decode(value);
    }
    // The names and decoders come from the query whose type R is.
    return row as R;
  };
}

function selection(query: Query): [string, unknown][] {
  const { fields = {}, returning } = configOf(query);
  return returning?.map(({ path, field }) => [path.join("."), field]) ?? Object.entries(fields);
}

function decoder(field: unknown, place: string): Decode | undefined {
  if (is(field, Column)) {
    if (field.mapFromDriverValue === Column.prototype.mapFromDriverValue) return undefined;
    return (value) => field.mapFromDriverValue(value);
  }
  const expression = is(field, SQL.Aliased) ? field.sql : field;
  if (!is(expression, SQL)) throw new TypeError(`${place}: rows are flat, so select columns, not tables`);
  // Private as well, and what mapWith sets.
  const { decoder } = expression as unknown as { decoder: DriverValueDecoder<unknown, unknown> };
  return (value) => decoder.mapFromDriverValue(value);
}
