import type { ClientBase } from "pg";
import {
  type Applied,
  CREATE_LEDGER,
  migrationFailure,
  pendingMigrations,
  readMigrations,
} from "../migrations.ts";

// Any number that no other program locks in the same database.
const LOCK = 7_019_662_636;

/** Brings the database up to date. A second server that starts meanwhile waits for the lock, then finds nothing to do. */
export async function migratePostgres(client: ClientBase): Promise<void> {
  await client.query("BEGIN");
  await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
  await client.query(CREATE_LEDGER);
  const { rows: applied } = await client.query<Applied>("SELECT name, hash FROM schema_migrations");
  for (const { name, hash, sql } of pendingMigrations(readMigrations("postgres"), applied)) {
    try {
      await client.query(sql);
    } catch (error) {
      throw migrationFailure(name, error);
    }
    await client.query("INSERT INTO schema_migrations VALUES ($1, $2, $3)", [name, hash, Date.now()]);
  }
  await client.query("COMMIT");
}
