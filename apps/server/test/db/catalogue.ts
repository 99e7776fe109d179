import { fileURLToPath } from "node:url";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";

/** What a database says it holds, in words that both dialects can say. */
export interface Catalogue {
  /** "table.column type", with "?" when it may be null */
  readonly columns: string[];
  readonly indexes: string[];
  readonly primaryKeys: string[];
  readonly foreignKeys: string[];
}

export function sqliteCatalogue(url: string): Catalogue {
  const client = new BetterSqlite3(fileURLToPath(url.replace("file:", "file://")), { readonly: true });
  const lines = (sql: string) => (client.prepare(sql).pluck().all() as string[]).sort();
  const tables = "(SELECT name AS tab FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%')";
  try {
    return {
      columns: lines(
        `SELECT tab || '.' || name || ' ' || lower(type) || iif("notnull", '', '?') AS line FROM ${tables}, pragma_table_info(tab)`,
      ),
      indexes: lines(
        `SELECT iif("unique", 'unique ', '') || l.name || ' ' || (SELECT group_concat(name) FROM pragma_index_info(l.name)) FROM ${tables}, pragma_index_list(tab) l WHERE origin = 'c'`,
      ),
      primaryKeys: lines(
        `SELECT tab || ' ' || (SELECT group_concat(name, ',' ORDER BY pk) FROM pragma_table_info(tab) WHERE pk > 0) FROM ${tables}`,
      ),
      foreignKeys: lines(
        `SELECT tab || ' ' || group_concat("from", ',' ORDER BY seq) || ' -> ' || "table" || ' ' || lower(on_delete) FROM ${tables}, pragma_foreign_key_list(tab) GROUP BY tab, id`,
      ),
    };
  } finally {
    client.close();
  }
}

export async function postgresCatalogue(url: string): Promise<Catalogue> {
  const client = new pg.Client(url);
  await client.connect();
  const lines = async (sql: string) =>
    (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line).sort();
  const names = (keys: string, table: string) =>
    `(SELECT string_agg(attname, ',' ORDER BY o) FROM unnest(${keys}) WITH ORDINALITY k(n, o) JOIN pg_attribute ON attrelid = ${table} AND attnum = n)`;
  const constraints = (type: string) =>
    `pg_constraint WHERE contype = '${type}' AND connamespace = current_schema()::regnamespace`;
  const actions = `CASE confdeltype WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' ELSE 'no action' END`;
  try {
    return {
      columns: await lines(
        `SELECT table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'YES' THEN '?' ELSE '' END AS line FROM information_schema.columns WHERE table_schema = current_schema()`,
      ),
      indexes: await lines(
        `SELECT CASE WHEN indisunique THEN 'unique ' ELSE '' END || relname || ' ' || ${names("indkey::int2[]", "indrelid")} AS line FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE relnamespace = current_schema()::regnamespace AND NOT indisprimary`,
      ),
      primaryKeys: await lines(
        `SELECT conrelid::regclass || ' ' || ${names("conkey", "conrelid")} AS line FROM ${constraints("p")}`,
      ),
      foreignKeys: await lines(
        `SELECT conrelid::regclass || ' ' || ${names("conkey", "conrelid")} || ' -> ' || confrelid::regclass || ' ' || ${actions} AS line FROM ${constraints("f")}`,
      ),
    };
  } finally {
    await client.end();
  }
}
