import type { Pool } from "pg";
import { gather } from "../../lib/gather.ts";
import { type Compile, onlyReading } from "../compile.ts";
import type { Database } from "../database.ts";
import { codeOf, StorageError } from "../errors.ts";
import type { Statement } from "../statement.ts";
import { execute } from "./execute.ts";
import { retried } from "./retries.ts";
import { type Together, together } from "./together.ts";

interface Asked<P, R> {
  readonly parameters: P;
  readonly resolve: (rows: R[]) => void;
  readonly reject: (error: unknown) => void;
}

type Ask<P, R> = (asked: Asked<P, R>) => void;

/** So few that under load some are under way while the answers of others are dealt with. */
const MOST_TOGETHER = 16;

/**
 * Reads outside transactions. A round trip costs several times what PostgreSQL does in it, so those who ask for the same in
 * one turn of the event loop share one. Each sees what was committed before it asked, as by itself.
 */
export function sharedReads(pool: Pool, compile: Compile): Database["read"] {
  const known = new Map<object, unknown>();
  return <P extends object, R>(statement: Statement<P, R>, parameters: P) => {
    // What is kept under a statement was made from it, so its types are the statement's.
    const kept = known.get(statement) as Ask<P, R> | undefined;
    const ask = kept ?? createAsk(pool, compile, statement);
    if (kept === undefined) known.set(statement, ask);
    return new Promise<R[]>((resolve, reject) => ask({ parameters, resolve, reject }));
  };
}

function createAsk<P extends object, R>(pool: Pool, compile: Compile, statement: Statement<P, R>): Ask<P, R> {
  const compiled = onlyReading(compile(statement));
  let shared: Together<P> | undefined | "not yet" = "not yet";

  function alone({ parameters, resolve, reject }: Asked<P, R>): void {
    retried(() => execute(pool, compiled, parameters)).then(resolve, reject);
  }

  async function atOnce(all: readonly Asked<P, R>[], one: Together<P>): Promise<R[][]> {
    const parameters = all.map((asked) => asked.parameters);
    const found: R[][] = all.map(() => []);
    for (const row of await execute(pool, one, parameters))
      found[Number(row.at(-1)) - 1]?.push(compiled.row(row));
    return found;
  }

  async function share(all: readonly Asked<P, R>[], one: Together<P>): Promise<void> {
    try {
      const found = await retried(() => atOnce(all, one));
      for (const [index, { resolve }] of all.entries()) resolve(found[index] ?? []);
    } catch (error) {
      if (error instanceof StorageError) return all.forEach(({ reject }) => void reject(error));
      // One of them asked for something impossible, or this database cannot do it together.
      if (!codeOf(error).startsWith(DATA_EXCEPTION)) shared = undefined;
      all.forEach(alone);
    }
  }

  function answer(all: readonly Asked<P, R>[]): void {
    const [first, second] = all;
    if (second !== undefined && shared === "not yet") shared = together(statement, second.parameters);
    if (first === undefined) return;
    if (second === undefined || shared === "not yet" || shared === undefined) all.forEach(alone);
    else void share(all, shared);
  }

  return gather((all) => {
    for (let start = 0; start < all.length; start += MOST_TOGETHER) {
      answer(all.slice(start, start + MOST_TOGETHER));
    }
  });
}

// The SQLSTATE class.
const DATA_EXCEPTION = "22";
