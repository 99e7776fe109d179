import type { ClientBase, Pool } from "pg";
import { type Compiled, compile, postgresDialect } from "../compile.ts";
import { postgresFailure } from "../errors.ts";
import type { Statement } from "../statement.ts";

export type Execute = <P extends object, R>(
  on: Pool | ClientBase,
  statement: Statement<P, R>,
  parameters: P,
) => Promise<R[]>;

/** Runs statements by name: the driver prepares each the first time a connection meets it. */
export function executor(): Execute {
  const compiled = new WeakMap<object, unknown>();

  function prepare<P extends object, R>(statement: Statement<P, R>): Compiled<P, R> {
    // What is kept under a statement was made from it, so its types are the statement's.
    const known = compiled.get(statement) as Compiled<P, R> | undefined;
    if (known !== undefined) return known;
    const fresh = compile(postgresDialect, statement);
    compiled.set(statement, fresh);
    return fresh;
  }

  return async (on, statement, parameters) => {
    const { name, sql, bind, row } = prepare(statement);
    const values = bind(parameters);
    try {
      const { rows } = await on.query<unknown[]>({ name, text: sql, values, rowMode: "array" });
      return rows.map(row);
    } catch (error) {
      throw postgresFailure(error);
    }
  };
}
