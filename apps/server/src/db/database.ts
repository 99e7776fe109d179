import type { Statement } from "./statement.ts";

/**
 * Where a transaction hands over to whoever drives it: PostgreSQL's answer to wait for, or a statement that failed. Only
 * `tx` makes one.
 */
export type Step = { readonly answer: PromiseLike<unknown> } | { readonly failure: unknown };

/**
 * What a transaction does. A helper that takes `tx` is such a generator too, called with `yield*`. A statement that fails
 * ends the work there and cannot be caught in it, because PostgreSQL allows nothing after it.
 */
export type Work<T> = Generator<Step, T, void>;

export interface Transaction {
  run<P extends object, R>(statement: Statement<P, R>, parameters: NoInfer<P>): Work<R[]>;

  /**
   * A statement whose rows nobody needs: PostgreSQL gets it together with what comes next, in one round trip. That it failed
   * ends the work at the next `run`, or instead of the commit.
   */
  send<P extends object, R>(statement: Statement<P, R>, parameters: NoInfer<P>): Work<void>;
}

export interface AtomicallyOptions {
  /**
   * Other transactions may commit between its statements; without it the work runs as if it were alone. For the hot paths
   * whose every statement carries its own condition: on PostgreSQL, being alone costs repetitions under load.
   */
  readonly interleaved?: boolean;
}

export interface Database {
  readonly dialect: "sqlite" | "postgres";

  /** Reads outside a transaction. Every write goes through `write` or `atomically`. */
  read<P extends object, R>(statement: Statement<P, R>, parameters: NoInfer<P>): Promise<R[]>;

  /** One writing statement, a transaction by itself: on PostgreSQL one round trip instead of three. */
  write<P extends object, R>(statement: Statement<P, R>, parameters: NoInfer<P>): Promise<R[]>;

  /**
   * Does all of the work or nothing of it and settles after the commit. What the work throws rolls it back and is thrown
   * here. It may run more than once, so it changes nothing but the database.
   *
   * Where many ask, the generator function stands outside of what is done for each request, `(tx) => exchange(tx, asked)`:
   * V8 keeps one that was called, and with it all that it closes over, the whole request, until the next full collection.
   */
  atomically<T>(work: (tx: Transaction) => Work<T>, options?: AtomicallyOptions): Promise<T>;

  /** Rejects with a StorageError when the database cannot answer. */
  ping(): Promise<void>;

  /** Takes no new work, finishes what was begun, closes. */
  close(): Promise<void>;
}
