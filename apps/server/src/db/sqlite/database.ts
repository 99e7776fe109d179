import type BetterSqlite3 from "better-sqlite3";
import { type Compiled, compile, sqliteDialect } from "../compile.ts";
import type { Database, Transaction, Work } from "../database.ts";
import { StorageError, sqliteFailure } from "../errors.ts";
import type { Statement } from "../statement.ts";
import { groupCommit } from "./group_commit.ts";

interface Prepared<P, R> extends Compiled<P, R> {
  readonly native: BetterSqlite3.Statement;
}

/** How long a write waits for another process that is writing. */
const PATIENCE_MS = 5000;

export function sqliteDatabase(client: BetterSqlite3.Database): Database {
  const prepare = preparer(client);
  const group = groupCommit(client, PATIENCE_MS);
  const select1 = client.prepare("SELECT 1");

  const tx: Transaction = {
    *run(statement, parameters) {
      try {
        return execute(prepare(statement), parameters);
      } catch (failure) {
        yield { failure };
        throw failure;
      }
    },
  };

  return {
    dialect: "sqlite",
    async read(statement, parameters) {
      if (!client.open) throw new StorageError("the database is closed");
      const prepared = prepare(statement);
      if (!prepared.native.readonly) throw new TypeError(`${statement.name} writes outside a transaction`);
      return execute(prepared, parameters);
    },
    atomically: (work) => group.join(() => finish(work(tx))),
    async ping() {
      try {
        select1.get();
      } catch (error) {
        throw new StorageError(error);
      }
    },
    async close() {
      await group.drain();
      client.close();
    },
  };
}

function execute<P extends object, R>({ native, bind, row }: Prepared<P, R>, parameters: P): R[] {
  const values = bind(parameters);
  try {
    if (native.reader) return native.all(values).map((found) => row(found as unknown[]));
    native.run(values);
    return [];
  } catch (error) {
    throw sqliteFailure(error);
  }
}

function finish<T>(work: Work<T>): T {
  const step = work.next();
  if (step.done) return step.value;
  throw "failure" in step.value
    ? step.value.failure
    : new TypeError("a transaction waits only for tx.run(…)");
}

function preparer(client: BetterSqlite3.Database) {
  const prepared = new WeakMap<object, unknown>();
  return <P extends object, R>(statement: Statement<P, R>): Prepared<P, R> => {
    // What is kept under a statement was made from it, so its types are the statement's.
    const known = prepared.get(statement) as Prepared<P, R> | undefined;
    if (known !== undefined) return known;
    const compiled = compile(sqliteDialect, statement);
    const native = client.prepare(compiled.sql);
    const fresh = { ...compiled, native: native.reader ? native.raw() : native };
    prepared.set(statement, fresh);
    return fresh;
  };
}
