import type { ClientBase, Pool } from "pg";
import type { Compiled } from "../compile.ts";
import { postgresFailure } from "../errors.ts";

/** Runs a statement by its name: the driver prepares it the first time a connection meets it. */
export async function execute<P, R>(
  on: Pool | ClientBase,
  { name, sql, bind, row }: Compiled<P, R>,
  parameters: P,
): Promise<R[]> {
  const values = bind(parameters);
  try {
    const { rows } = await on.query<unknown[]>({ name, text: sql, values, rowMode: "array" });
    return rows.map(row);
  } catch (error) {
    throw postgresFailure(error);
  }
}
