import { type SQL, sql } from "drizzle-orm";
import type { Compiled } from "../compile.ts";
import { binder } from "../parameters.ts";
import { isOrdered } from "../rows.ts";
import type { Statement } from "../statement.ts";
import { postgresDialect } from "./dialect.ts";

/**
 * A read as one statement for several who ask for it, each with parameters of their own. Its rows are as the driver gives
 * them: those of the read with a number behind.
 */
export type Together<P> = Compiled<readonly P[], readonly unknown[]>;

/**
 * The same read once for each row of parameters; behind the columns of a row that it finds stands the number, from 1, of the
 * one who asked. Undefined where that would change something (an order is only kept within one) or nothing can be told
 * apart. `example` tells the types of the parameters.
 *
 * The OFFSET keeps the planner from joining: the inner query is carried out as it is alone, by its key.
 */
export function together<P extends object, R>(
  statement: Statement<P, R>,
  example: P,
): Together<P> | undefined {
  const { name, build } = statement;
  const names = new Set<string>();
  const query = build(postgresDialect.q, postgresDialect.t, references<P>(names));
  const types = [...names].map((each) => typeOf(Reflect.get(example, each)));
  if (names.size === 0 || types.includes(undefined) || isOrdered(query)) return undefined;

  const { sql: inner, params } = query.toSQL();
  const constants = binder<object>(name, params, postgresDialect.encode)({});
  const arrays = types.map((type, index) => `$${constants.length + index + 1}::${type}[]`);
  const columns = [...names].map((each) => `"${each}"`);
  return {
    name: `${name}_together`,
    sql: [
      `select found.*, asked.at from unnest(${arrays.join(", ")}) with ordinality as asked(${columns.join(", ")}, at)`,
      `cross join lateral (${inner} offset 0) as found`,
    ].join(" "),
    writes: false,
    row: (values) => values,
    bind: (all) => [
      ...constants,
      ...[...names].map((each) => all.map((parameters) => Reflect.get(parameters, each))),
    ],
  };
}

// A lie to the type checker only, as placeholders are: whatever parameter is asked for, the answer is where it stands.
function references<P extends object>(names: Set<string>): P {
  const reference = (_: object, key: string | symbol): SQL => {
    names.add(String(key));
    return sql`${sql.identifier("asked")}.${sql.identifier(String(key))}`;
  };
  return new Proxy({}, { get: reference }) as P;
}

/** Of what the driver takes as it is. */
function typeOf(value: unknown): string | undefined {
  return { string: "text", number: "int8", boolean: "bool" }[typeof value as string];
}
