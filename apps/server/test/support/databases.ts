import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, inject } from "vitest";
import { type DatabaseConfig, openDatabase } from "../../src/db/client.ts";
import type { Database } from "../../src/db/database.ts";

export interface TestDatabases {
  readonly dialect: Database["dialect"];
  /** A new, empty, migrated database; one opened in a test goes away after it, one opened in beforeAll after the suite. */
  (config?: Partial<DatabaseConfig>): Promise<Database>;
  /** A place where no database has been opened yet. */
  newUrl(): Promise<string>;
}

type Cleanup = () => unknown;

/** Runs the same tests on SQLite and on PostgreSQL. */
export function describeDatabases(name: string, body: (open: TestDatabases) => void): void {
  for (const dialect of ["sqlite", "postgres"] as const) {
    describe(`${name} (${dialect})`, () => body(testDatabases(dialect)));
  }
}

export function testDatabases(dialect: Database["dialect"]): TestDatabases {
  const later = cleanups();
  const newUrl = () => (dialect === "sqlite" ? newFile(later) : newPostgres(later));
  const open = async (config: Partial<DatabaseConfig> = {}) => {
    const database = await openDatabase({ url: await newUrl(), ...config });
    later(() => database.close());
    return database;
  };
  return Object.assign(open, { dialect, newUrl });
}

// Undone in reverse order, at the end of the test or the suite in which it was asked for.
function cleanups(): (cleanup: Cleanup) => void {
  const ofSuite: Cleanup[] = [];
  let current = ofSuite;
  beforeEach(() => {
    current = [];
  });
  afterEach(async () => {
    await undo(current);
    current = ofSuite;
  });
  afterAll(() => undo(ofSuite));
  return (cleanup) => current.push(cleanup);
}

async function undo(cleanups: Cleanup[]): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

async function newFile(later: (cleanup: Cleanup) => void): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), "fluxer-sqlite-"));
  later(() => rmSync(directory, { recursive: true, force: true }));
  return `file:${join(directory, "test.db")}`;
}

// A schema of its own is as separate as a database of its own, and made in a tenth of the time.
async function newPostgres(later: (cleanup: Cleanup) => void): Promise<string> {
  const schema = `test_${randomUUID().replaceAll("-", "")}`;
  await administer(`CREATE SCHEMA ${schema}`);
  later(() => administer(`DROP SCHEMA ${schema} CASCADE`));
  return `${inject("postgresUrl")}?options=-csearch_path%3D${schema}`;
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client(inject("postgresUrl"));
  await client.connect();
  await client.query(sql);
  await client.end();
}
