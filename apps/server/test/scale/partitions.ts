import type pg from "pg";
import { compiler } from "../../src/db/compile.ts";
import { postgresDialect } from "../../src/db/postgres/dialect.ts";
import type { Statement } from "../../src/db/statement.ts";
import { findAccessToken, revokeAccessToken } from "../../src/tokens/store/access-tokens.ts";
import { findCode, spendCode } from "../../src/tokens/store/codes.ts";
import { introspectAccessToken } from "../../src/tokens/store/introspection.ts";
import { findRefreshToken, spendRefreshToken } from "../../src/tokens/store/refresh-tokens.ts";

const PARTITIONED = ["authorization_codes", "access_tokens", "refresh_tokens"];

/** Puts tables that are split by the hash of their id into the place of the empty ones that the migrations made. */
export async function partition(client: pg.Client, count: number): Promise<void> {
  for (const table of PARTITIONED) {
    await client.query(`ALTER TABLE ${table} RENAME TO ${table}_plain`);
    await client.query(
      `CREATE TABLE ${table} (LIKE ${table}_plain, PRIMARY KEY (id)) PARTITION BY HASH (id)`,
    );
    for (let part = 0; part < count; part++) {
      await client.query(
        `CREATE TABLE ${table}_${part} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${count}, REMAINDER ${part})`,
      );
    }
    await client.query(`DROP TABLE ${table}_plain`);
  }
}

/** Hot statements, with parameters that find nothing; an insert goes to the one partition of its id. */
const id = "z0000000000000";
const spending = { id, applicationId: "1", now: 1 };
const HOT: readonly [Statement<never, unknown>, object][] = [
  [findAccessToken, { id, now: 1 }],
  [introspectAccessToken, { id, now: 1 }],
  [revokeAccessToken, { id, now: 1 }],
  [findRefreshToken, { id }],
  [spendRefreshToken, { ...spending, successorId: "s", successorAccessId: "s" }],
  [findCode, { id }],
  [spendCode, spending],
];

/** How many partitions each hot statement touches, from the plan that PostgreSQL makes once for all parameters. */
export async function partitionsTouched(client: pg.Client): Promise<ReadonlyMap<string, number>> {
  const compile = compiler(postgresDialect);
  const touched = new Map<string, number>();
  await client.query("SET plan_cache_mode = force_generic_plan");
  for (const [statement, parameters] of HOT) {
    const { name, sql, bind } = compile(statement);
    await client.query(`PREPARE hot AS ${sql}`);
    const values = bind(parameters as never).map((value) => (value === null ? "NULL" : `'${value}'`));
    const { rows } = await client.query<{ "QUERY PLAN": unknown }>(
      `EXPLAIN (ANALYZE, VERBOSE, FORMAT JSON) EXECUTE hot(${values.join(", ")})`,
    );
    await client.query("DEALLOCATE hot");
    const plan = JSON.stringify(rows[0]?.["QUERY PLAN"]);
    const scanned = [
      ...plan.matchAll(/"Relation Name":"((?:authorization_codes|access_tokens|refresh_tokens)_\d+)"/g),
    ];
    touched.set(name, new Set(scanned.map(([, relation]) => relation)).size);
  }
  return touched;
}
