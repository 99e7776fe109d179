import type { Pool, PoolClient } from "pg";
import type { Compile } from "../compile.ts";
import type { Database, Transaction, Work } from "../database.ts";
import { isConflict, postgresFailure, StorageError } from "../errors.ts";
import type { Statement } from "../statement.ts";
import { execute } from "./execute.ts";
import { retried } from "./retries.ts";

type TransactionWork<T> = (tx: Transaction) => Work<T>;

// Serializable, as SQLite's transactions are, so that a rule which reads before it writes holds on both.
const BEGIN_ALONE = "BEGIN ISOLATION LEVEL SERIALIZABLE";
const BEGIN_INTERLEAVED = "BEGIN ISOLATION LEVEL READ COMMITTED";

/** Transactions of a pool. Each has a connection to itself and is done again when another one got in its way. */
export function transactions(pool: Pool, compile: Compile): Database["atomically"] {
  async function attempt<T>(work: TransactionWork<T>, begin: string): Promise<T> {
    const client = await checkOut(pool);
    try {
      const { tx, commit } = openTransaction(client, compile, begin);
      const value = await drive(work(tx));
      // When the answer to this is lost, nobody knows whether it was done: a failure, and not tried again.
      await commit();
      giveBack(client);
      return value;
    } catch (error) {
      giveBack(client, !(await undone(client, error)));
      throw error;
    }
  }

  return (work, { interleaved = false } = {}) =>
    retried(() => attempt(work, interleaved ? BEGIN_INTERLEAVED : BEGIN_ALONE));
}

/**
 * What nobody needs the answer of travels together with what comes next: BEGIN with a first statement that reads, COMMIT
 * with the last ones that write. Answers come in the order of the questions, so the failure that is heard of is the first;
 * PostgreSQL refuses whatever follows it, and makes of COMMIT a rollback.
 */
function openTransaction(client: PoolClient, compile: Compile, begin: string) {
  let isBegun = false;
  let unanswered: Promise<unknown>[] = [unheard(command(client, begin))];

  /** The answer to this, when everything before it has been answered; or the first failure of all. */
  async function answerTo<T>(asked: Promise<T>): Promise<T> {
    const before = unanswered;
    unanswered = [];
    await Promise.all([...before, asked]);
    isBegun = true;
    return asked;
  }

  /** If BEGIN failed, a statement behind it would be done for good. */
  function* begun(): Work<void> {
    if (!isBegun) yield { answer: answerTo(Promise.resolve()) };
  }

  const tx: Transaction = {
    *run<P extends object, R>(statement: Statement<P, R>, parameters: P): Work<R[]> {
      const compiled = compile(statement);
      if (compiled.writes) yield* begun();
      let rows: R[] = [];
      const answer = answerTo(execute(client, compiled, parameters)).then((found) => {
        rows = found;
      });
      yield { answer };
      return rows;
    },
    *send(statement, parameters) {
      yield* begun();
      unanswered.push(unheard(execute(client, compile(statement), parameters)));
    },
  };
  return { tx, commit: () => answerTo(command(client, "COMMIT")) };
}

/** Its failure is heard of with the next answer, if the work comes to ask for one. */
function unheard<T>(answer: Promise<T>): Promise<T> {
  answer.catch(ignore);
  return answer;
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
