import type { Database } from "better-sqlite3";
import {
  type Applied,
  CREATE_LEDGER,
  migrationFailure,
  pendingMigrations,
  readMigrations,
} from "../migrations.ts";

/** Brings the database up to date. A second process that starts meanwhile waits for the lock, then finds nothing to do. */
export function migrateSqlite(client: Database): void {
  // Rebuilding a table, as SQLite's migrations must, would delete what refers to it. Inside a transaction this is ignored.
  client.pragma("foreign_keys = OFF");
  client.transaction(() => applyPending(client)).immediate();
  client.pragma("foreign_keys = ON");
}

function applyPending(client: Database): void {
  client.exec(CREATE_LEDGER);
  const applied = client.prepare<[], Applied>("SELECT name, hash FROM schema_migrations").all();
  const record = client.prepare("INSERT INTO schema_migrations VALUES (?, ?, ?)");
  for (const { name, hash, sql } of pendingMigrations(readMigrations("sqlite"), applied)) {
    try {
      client.exec(sql);
    } catch (error) {
      throw migrationFailure(name, error);
    }
    record.run(name, hash, Date.now());
  }
}
