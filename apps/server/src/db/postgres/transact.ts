import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import type { Transaction, Work } from "../database.ts";
import { isConflict, postgresFailure, StorageError } from "../errors.ts";
import type { Statement } from "../statement.ts";
import type { Execute } from "./execute.ts";

const ATTEMPTS = 10;
const BACKOFF_MS = 2;

/** Does the work in a transaction of its own, again when another transaction got in its way. */
export async function transact<T>(
  pool: Pool,
  execute: Execute,
  work: (tx: Transaction) => Work<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(pool, execute, work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error)) throw error;
    }
    await sleep(Math.random() * BACKOFF_MS * 2 ** attempt);
  }
}

async function attemptOnce<T>(pool: Pool, execute: Execute, work: (tx: Transaction) => Work<T>): Promise<T> {
  const client = await checkOut(pool);
  try {
    // As SQLite's transactions are: a rule that reads before it writes holds on both.
    await command(client, "BEGIN ISOLATION LEVEL SERIALIZABLE");
    const value = await drive(work(transactionOn(client, execute)));
    // When the answer to this is lost, nobody knows whether it was done: reported as a failure and not tried again.
    await command(client, "COMMIT");
    giveBack(client);
    return value;
  } catch (error) {
    giveBack(client, !(await undone(client, error)));
    throw error;
  }
}

function transactionOn(client: PoolClient, execute: Execute): Transaction {
  return {
    *run<P extends object, R>(statement: Statement<P, R>, parameters: P): Work<R[]> {
      let rows: R[] = [];
      const answer = execute(client, statement, parameters).then((found) => {
        rows = found;
      });
      yield { answer };
      return rows;
    },
  };
}

async function drive<T>(work: Work<T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if ("failure" in step.value) throw step.value.failure;
    await step.value.answer;
  }
}

// A connection that breaks while it is ours says so to its queries as well; unheard, the event would end the process.
const ignore = () => {};

async function checkOut(pool: Pool): Promise<PoolClient> {
  try {
    return (await pool.connect()).on("error", ignore);
  } catch (error) {
    throw postgresFailure(error);
  }
}

function giveBack(client: PoolClient, broken = false): void {
  client.off("error", ignore);
  client.release(broken);
}

async function undone(client: PoolClient, error: unknown): Promise<boolean> {
  if (error instanceof StorageError && !isConflict(error)) return false;
  return command(client, "ROLLBACK").then(
    () => true,
    () => false,
  );
}

async function command(client: PoolClient, sql: string): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw postgresFailure(error);
  }
}
