import type BetterSqlite3 from "better-sqlite3";
import { type Compile, type Compiled, compiler, onlyReading } from "../compile.ts";
import type { Database, Transaction, Work } from "../database.ts";
import { StorageError, sqliteFailure } from "../errors.ts";
import { sqliteDialect } from "./dialect.ts";
import { groupCommit } from "./group-commit.ts";
import { withStablePlan } from "./stable-plan.ts";

/** How long a write waits for another process that is writing. */
const PATIENCE_MS = 5000;

export function sqliteDatabase(client: BetterSqlite3.Database): Database {
  const compile = compiler(sqliteDialect);
  const execute = executor(client);
  const tx = transaction(compile, execute);
  const group = groupCommit(client, PATIENCE_MS);
  const anything = client.prepare("SELECT count(*) FROM schema_migrations");
  let closing: Promise<void> | undefined;

  return {
    dialect: "sqlite",
    async read(statement, parameters) {
      if (!client.open) throw new StorageError("the database is closed");
      return execute(onlyReading(compile(statement)), parameters);
    },
    write: (statement, parameters) => group.join(() => execute(compile(statement), parameters)),
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
      closing ??= group.drain().then(() => void client.close());
      return closing;
    },
  };
}

type Execute = <P, R>(compiled: Compiled<P, R>, parameters: P) => R[];

function executor(client: BetterSqlite3.Database): Execute {
  const prepared = new WeakMap<object, BetterSqlite3.Statement>();

  function prepare(compiled: Compiled<never, unknown>): BetterSqlite3.Statement {
    const statement = client.prepare(withStablePlan(compiled.sql));
    if (statement.reader) statement.raw();
    prepared.set(compiled, statement);
    return statement;
  }

  return (compiled, parameters) => {
    const values = compiled.bind(parameters);
    try {
      const native = prepared.get(compiled) ?? prepare(compiled);
      if (native.reader) return native.all(values).map((found) => compiled.row(found as unknown[]));
      native.run(values);
      return [];
    } catch (error) {
      throw sqliteFailure(error);
    }
  };
}

function transaction(compile: Compile, execute: Execute): Transaction {
  return {
    *run(statement, parameters) {
      try {
        return execute(compile(statement), parameters);
      } catch (failure) {
        yield { failure };
        throw failure;
      }
    },
  };
}

function finish<T>(work: Work<T>): T {
  const step = work.next();
  if (step.done) return step.value;
  throw "failure" in step.value ? step.value.failure : new TypeError("a transaction yields only tx.run(…)");
}
