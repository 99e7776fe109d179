import type { Pool } from "pg";
import { compiler } from "../compile.ts";
import type { Database } from "../database.ts";
import { postgresFailure, StorageError } from "../errors.ts";
import { postgresDialect } from "./dialect.ts";
import { execute } from "./execute.ts";
import { sharedReads } from "./reads.ts";
import { retried } from "./retries.ts";
import { transactions } from "./transactions.ts";

export function postgresDatabase(pool: Pool): Database {
  const compile = compiler(postgresDialect);
  const read = sharedReads(pool, compile);
  const atomically = transactions(pool, compile);
  const door = createDoor();
  let closing: Promise<void> | undefined;

  return {
    dialect: "postgres",
    read: (statement, parameters) => door.pass(() => read(statement, parameters)),
    write: (statement, parameters) =>
      door.pass(() => retried(async () => execute(pool, compile(statement), parameters))),
    atomically: (work, options) => door.pass(() => atomically(work, options)),
    async ping() {
      try {
        await pool.query("SELECT count(*) FROM schema_migrations");
      } catch (error) {
        throw postgresFailure(error);
      }
    },
    close() {
      closing ??= door.shut().then(() => pool.end());
      return closing;
    },
  };
}

// A pool that is told to end forgets those who wait for a connection, so it is told only when everyone is out.
function createDoor() {
  let inside = 0;
  let open = true;
  let onEmpty = () => {};
  return {
    async pass<T>(work: () => Promise<T>): Promise<T> {
      if (!open) throw new StorageError("the database is closed");
      inside++;
      try {
        return await work();
      } finally {
        if (--inside === 0) onEmpty();
      }
    },
    async shut(): Promise<void> {
      open = false;
      if (inside > 0) {
        await new Promise<void>((resolve) => {
          onEmpty = resolve;
        });
      }
    },
  };
}
