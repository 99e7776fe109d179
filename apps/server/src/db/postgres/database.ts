import type { Pool } from "pg";
import type { Database } from "../database.ts";
import { postgresFailure, StorageError } from "../errors.ts";
import { executor } from "./execute.ts";
import { transact } from "./transact.ts";

export function postgresDatabase(pool: Pool): Database {
  const execute = executor();
  const door = createDoor();

  return {
    dialect: "postgres",
    read: (statement, parameters) => door.pass(() => execute(pool, statement, parameters)),
    atomically: (work) => door.pass(() => transact(pool, execute, work)),
    async ping() {
      try {
        await pool.query("SELECT 1");
      } catch (error) {
        throw postgresFailure(error);
      }
    },
    async close() {
      await door.shut();
      await pool.end();
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
