import type pg from "pg";

const VALUES: Record<string, string> = {
  text: "lpad(i::text, 19, '0')",
  bigint: "i",
  integer: "i",
  boolean: "i % 2 = 0",
  json: "'[]'",
};

/** So many rows in every table, of which each refers to the one of its own number, and statistics about them. */
export async function fill(client: pg.Client, rows: number): Promise<void> {
  const { rows: columns } = await client.query<{ table: string; names: string; types: string[] }>(
    `SELECT table_name AS table, string_agg(column_name, ', ' ORDER BY ordinal_position) AS names,
       array_agg(data_type::text ORDER BY ordinal_position) AS types
     FROM information_schema.columns WHERE table_schema = current_schema() GROUP BY table_name`,
  );
  // The tables come in any order.
  await client.query("SET session_replication_role = replica");
  for (const { table, names, types } of columns) {
    const values = types.map((type) => VALUES[type]).join(", ");
    await client.query(
      `INSERT INTO ${table} (${names}) SELECT ${values} FROM generate_series(1000000, 1000000 + ${rows}) i`,
    );
  }
  await client.query("ANALYZE");
}
