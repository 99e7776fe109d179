import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import type { Database } from "../database.ts";
import { codeOf, DatabaseStartError } from "../errors.ts";
import { sqliteDatabase } from "./database.ts";
import { migrateSqlite } from "./migrate.ts";

// Long while starting, for another process may be migrating; short afterwards, because this wait stops the event loop.
const BUSY_AT_START_MS = 10_000;
const BUSY_MS = 20;

export function openSqlite(path: string): Database {
  let client: BetterSqlite3.Database | undefined;
  try {
    if (path !== ":memory:") {
      makeFile(path);
      examine(path);
    }
    client = new BetterSqlite3(path, { timeout: BUSY_AT_START_MS });
    client.pragma("journal_mode = WAL");
    client.pragma("synchronous = FULL");
    migrateSqlite(client);
    client.pragma(`busy_timeout = ${BUSY_MS}`);
    return sqliteDatabase(client);
  } catch (error) {
    client?.close();
    throw error instanceof DatabaseStartError ? error : startFailure(path, error);
  }
}

// The file holds e-mail addresses and password hashes: for the server's own account only.
function makeFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, "a", 0o600));
}

// A connection that may write puts the log of a killed server into the file when it closes, also into a damaged one. So
// that a file to be repaired stays as it is, the damage is looked for by one that may only read.
function examine(path: string): void {
  const reader = new BetterSqlite3(path, { readonly: true, timeout: BUSY_AT_START_MS });
  try {
    const [ledger] = reader.prepare("SELECT name FROM sqlite_schema WHERE name = 'schema_migrations'").all();
    if (ledger) reader.prepare("SELECT * FROM schema_migrations").all();
  } catch (error) {
    if (DAMAGE.test(codeOf(error))) throw error;
  } finally {
    reader.close();
  }
}

const DAMAGE = /NOTADB|CORRUPT/;

const REMEDIES: readonly [RegExp, string][] = [
  [DAMAGE, "is not an intact SQLite database: restore it from a backup, or set DATABASE_URL to another file"],
  [
    /READONLY|CANTOPEN|PERM|EACCES|EROFS|EISDIR|ENOTDIR|EEXIST/,
    "cannot be opened for writing: let the server's account write the file and its directory, or set DATABASE_URL to another file",
  ],
  [/BUSY|LOCKED/, "is locked by another process: stop that process, then start again"],
  [/FULL|ENOSPC/, "cannot grow because the disk is full: free some space, then start again"],
];

function startFailure(path: string, cause: unknown): DatabaseStartError {
  const code = codeOf(cause);
  const remedy = REMEDIES.find(([codes]) => codes.test(code))?.[1] ?? "could not be opened";
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new DatabaseStartError(`the database file ${path} ${remedy} (${detail})`, { cause });
}
