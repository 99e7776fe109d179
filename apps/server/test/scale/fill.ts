import BetterSqlite3 from "better-sqlite3";
import type pg from "pg";

/**
 * A million rows in a statement or two, of the width that the server writes: ids of 14 characters that grow, hashes of 43.
 * Every user has one grant, every grant a code that was spent, one access token and one refresh token.
 */
const TABLES = {
  users: [
    "id, username, username_lower, discriminator, email, email_lower, email_verified, password_hash, flags, bot_flags, bot, system, created_at",
    "'9' || lpad(i, 17), 'user_' || i, 'user_' || i, 1, 'user_' || i || '@example.com', 'user_' || i || '@example.com', true, pad(97), 0, 0, false, false, at",
  ],
  grants: [
    "id, application_id, user_id, kind, scope, created_at",
    "'g' || lpad(i, 13), 'application', '9' || lpad(i, 17), 'authorization_code', 'identify email', at",
  ],
  consents: [
    "user_id, application_id, scope, authorized_at",
    "'9' || lpad(i, 17), 'application', 'identify email', at",
  ],
  authorization_codes: [
    "id, secret_hash, grant_id, redirect_uri, created_at, expires_at, spent_at",
    "'c' || lpad(i, 13), pad(43), 'g' || lpad(i, 13), 'https://app.example/callback', at, at, at",
  ],
  access_tokens: [
    "id, secret_hash, grant_id, scope, created_at, expires_at",
    "'a' || lpad(i, 13), pad(43), 'g' || lpad(i, 13), 'identify email', at, at",
  ],
  refresh_tokens: [
    "id, secret_hash, grant_id, scope, generation, created_at, expires_at",
    "'r' || lpad(i, 13), pad(43), 'g' || lpad(i, 13), 'identify email', 0, at, at",
  ],
  audit_log: [
    "id, action, outcome, actor_user_id, application_id, grant_id, request_id, address, created_at",
    "'9' || lpad(i, 17), 'authorization.grant', 'success', '9' || lpad(i, 17), 'application', 'g' || lpad(i, 13), 'q' || lpad(i, 13), '203.0.113.7', at",
  ],
} as const;

export const FILLED: readonly string[] = Object.keys(TABLES);
export type Sizes = Readonly<Record<string, { readonly table: number; readonly indexes: number }>>;

const AT = "1790000000000";
const OWNER = `INSERT INTO users (id, username, username_lower, discriminator, email_verified, flags, bot_flags, bot, system, created_at)
  VALUES ('owner', 'owner', 'owner', 1, true, 0, 0, false, false, ${AT})`;
const APPLICATION = (empty: string) => `INSERT INTO applications
  (id, owner_id, name, redirect_uris, bot_public, bot_require_code_grant, flags, trusted, bot_token_hash, client_grant_id, created_at)
  VALUES ('application', 'owner', 'Weather', ${empty}, true, false, 0, false, 'hash', 'grant', ${AT})`;

function inserts(rows: number, source: (rows: number) => string, words: (text: string) => string): string[] {
  return Object.entries(TABLES).map(
    ([table, [columns, values]]) =>
      `INSERT INTO ${table} (${columns}) SELECT ${words(values).replaceAll(/\bat\b/g, AT)} ${source(rows)}`,
  );
}

/** Bytes per row of each table, and of its indexes. */
export async function fillPostgres(client: pg.Client, rows: number): Promise<Sizes> {
  await client.query(OWNER);
  await client.query(APPLICATION("'[]'"));
  const words = (text: string) =>
    text
      .replaceAll(/lpad\(i, (\d+)\)/g, "lpad(i::text, $1, '0')")
      .replaceAll(/pad\((\d+)\)/g, "left(md5(i::text) || md5(i::text) || md5(i::text) || md5(i::text), $1)");
  for (const sql of inserts(rows, (count) => `FROM generate_series(1, ${count}) i`, words))
    await client.query(sql);
  await client.query("VACUUM ANALYZE");
  const { rows: found } = await client.query<{ name: string; table: string; indexes: string }>(
    `SELECT root.relname AS name, sum(pg_table_size(leaf.oid)) AS table, sum(pg_indexes_size(leaf.oid)) AS indexes
     FROM pg_class root CROSS JOIN LATERAL pg_partition_tree(root.oid) tree JOIN pg_class leaf ON leaf.oid = tree.relid
     WHERE root.relname = ANY($1) AND root.relnamespace = current_schema()::regnamespace GROUP BY 1
     UNION ALL
     SELECT relname, pg_table_size(oid), pg_indexes_size(oid) FROM pg_class
     WHERE relname = ANY($1) AND relkind = 'r' AND NOT relispartition AND relnamespace = current_schema()::regnamespace`,
    [FILLED],
  );
  return Object.fromEntries(
    found.map(({ name, table, indexes }) => [
      name,
      { table: Number(table) / rows, indexes: Number(indexes) / rows },
    ]),
  );
}

/** The same on a SQLite file that the server has made. */
export function fillSqlite(path: string, rows: number): Sizes {
  const client = new BetterSqlite3(path);
  client.pragma("synchronous = OFF");
  client.exec(OWNER);
  client.exec(APPLICATION("'[]'"));
  const words = (text: string) =>
    text
      .replaceAll(/lpad\(i, (\d+)\)/g, "printf('%0$1d', i)")
      .replaceAll(/pad\((\d+)\)/g, "substr(printf('%0128d', i * 7919), 1, $1)");
  const series = (count: number) =>
    `FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count}) SELECT i FROM n)`;
  for (const sql of inserts(rows, series, words)) client.exec(sql);
  client.pragma("wal_checkpoint(TRUNCATE)");
  const size = client.prepare<[string, string], { own: number; all: number }>(
    `SELECT sum(pgsize * (name = ?)) AS own, sum(pgsize) AS "all" FROM dbstat
     WHERE aggregate = TRUE AND name IN (SELECT name FROM sqlite_schema WHERE tbl_name = ?)`,
  );
  const sizes = Object.fromEntries(
    FILLED.map((name) => {
      const { own = 0, all = 0 } = size.get(name, name) ?? {};
      return [name, { table: own / rows, indexes: (all - own) / rows }];
    }),
  );
  client.close();
  return sizes;
}
