import { type Bind, binder, type Encode, placeholders } from "./parameters.ts";
import { isSelect, type ReadRow, rowReader } from "./rows.ts";
import type { Tables } from "./schema.ts";
import type { QueryBuilder, Statement } from "./statement.ts";

/** A statement in the words of one dialect: its SQL, its values in the SQL's order, its rows out of the driver's arrays. */
export interface Compiled<P, R> {
  readonly name: string;
  readonly sql: string;
  readonly writes: boolean;
  readonly bind: Bind<P>;
  readonly row: ReadRow<R>;
}

export type Compile = <P extends object, R>(statement: Statement<P, R>) => Compiled<P, R>;

export interface Dialect {
  readonly q: QueryBuilder;
  readonly t: Tables;
  /** For a value that no column encodes, one compared with a column for instance. */
  readonly encode: Encode;
}

/** Compiles each statement once. Names are unique because PostgreSQL keeps prepared statements by name. */
export function compiler(dialect: Dialect): Compile {
  const known = new WeakMap<object, unknown>();
  const names = new Set<string>();
  return <P extends object, R>(statement: Statement<P, R>) => {
    // What is kept under a statement was made from it, so its types are the statement's.
    const kept = known.get(statement) as Compiled<P, R> | undefined;
    if (kept !== undefined) return kept;
    if (names.has(statement.name)) throw new TypeError(`two statements are named ${statement.name}`);
    const compiled = compile(dialect, statement);
    names.add(statement.name);
    known.set(statement, compiled);
    return compiled;
  };
}

// Drizzle writes the SQL; binding and reading rows by a plan made once costs a quarter less than its own way.
function compile<P extends object, R>(dialect: Dialect, statement: Statement<P, R>): Compiled<P, R> {
  const { name, build } = statement;
  const query = build(dialect.q, dialect.t, placeholders<P>());
  const { sql, params } = query.toSQL();
  return {
    name,
    sql,
    writes: !isSelect(query),
    bind: binder(name, params, dialect.encode),
    row: rowReader(name, query),
  };
}

/** A write outside a transaction would commit by itself, past everything that `atomically` promises. */
export function onlyReading<P, R>(compiled: Compiled<P, R>): Compiled<P, R> {
  if (compiled.writes)
    throw new TypeError(`statement ${compiled.name} writes, so it belongs in write or atomically`);
  return compiled;
}
