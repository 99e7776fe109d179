import type BetterSqlite3 from "better-sqlite3";
import { type Compiled, compiler, onlyReading } from "../compile.ts";
import type { Database, Transaction, Work } from "../database.ts";
import { StorageError, sqliteFailure } from "../errors.ts";
import type { Statement } from "../statement.ts";
import { sqliteDialect } from "./dialect.ts";
import { groupCommit } from "./group-commit.ts";
import { withStablePlan } from "./stable-plan.ts";

/** How long a write waits for another process that is writing. */
const PATIENCE_MS = 5000;

export function sqliteDatabase(client: BetterSqlite3.Database): Database {
  const prepare = preparer(client);
  const tx = transaction(prepare);
  const group = groupCommit(client, PATIENCE_MS);
  const anything = client.prepare("SELECT count(*) FROM schema_migrations");
  let isClosed = false;
  let closing: Promise<void> | undefined;

  return {
    dialect: "sqlite",
    async read(statement, parameters) {
      if (isClosed) throw new StorageError("the database is closed");
      const prepared = prepare(statement);
      onlyReading(prepared.compiled);
      return run(prepared, parameters);
    },
    write: (statement, parameters) => group.join(() => run(prepare(statement), parameters)),
    // Always alone: SQLite has one writer.
    atomically: (work) => group.join(() => finish(work(tx))),
    async ping() {
      try {
        anything.get();
      } catch (error) {
        throw new StorageError(error);
      }
    },
    close() {
      closing ??= group.drain().then(() => {
        isClosed = true;
        client.close();
      });
      return closing;
    },
  };
}

interface Prepared<P, R> {
  readonly compiled: Compiled<P, R>;
  readonly native: BetterSqlite3.Statement;
  /** Asked of the driver once: there it is a call into native code. */
  readonly hasRows: boolean;
}

type Prepare = <P extends object, R>(statement: Statement<P, R>) => Prepared<P, R>;

function preparer(client: BetterSqlite3.Database): Prepare {
  const compile = compiler(sqliteDialect);
  const known = new Map<object, unknown>();

  return <P extends object, R>(statement: Statement<P, R>) => {
    // What is kept under a statement was made from it, so its types are the statement's.
    const kept = known.get(statement) as Prepared<P, R> | undefined;
    if (kept !== undefined) return kept;
    const compiled = compile(statement);
    const native = prepareNative(client, compiled.sql);
    const hasRows = native.reader;
    if (hasRows) native.raw();
    const prepared = { compiled, native, hasRows };
    known.set(statement, prepared);
    return prepared;
  };
}

function prepareNative(client: BetterSqlite3.Database, sql: string): BetterSqlite3.Statement {
  try {
    return client.prepare(withStablePlan(sql));
  } catch (error) {
    throw sqliteFailure(error);
  }
}

function run<P, R>({ compiled, native, hasRows }: Prepared<P, R>, parameters: P): R[] {
  const values = compiled.bind(parameters);
  try {
    if (hasRows) return native.all(values).map((found) => compiled.row(found as unknown[]));
    native.run(values);
    return [];
  } catch (error) {
    throw sqliteFailure(error);
  }
}

function transaction(prepare: Prepare): Transaction {
  return {
    *run(statement, parameters) {
      try {
        return run(prepare(statement), parameters);
      } catch (failure) {
        yield { failure };
        throw failure;
      }
    },
    // Nothing is on a way anywhere.
    *send(statement, parameters) {
      yield* this.run(statement, parameters);
    },
  };
}

function finish<T>(work: Work<T>): T {
  const step = work.next();
  if (step.done) return step.value;
  throw "failure" in step.value
    ? step.value.failure
    : new TypeError("a transaction yields only what tx does");
}
