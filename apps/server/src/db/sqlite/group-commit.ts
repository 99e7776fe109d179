import type { Database } from "better-sqlite3";
import { codeOf, StorageError } from "../errors.ts";
import { type Attempt, type Participant, sharedTransaction } from "./shared-transaction.ts";

export interface GroupCommit {
  join<T>(work: () => T): Promise<T>;
  /** Takes no new work and waits for what was taken. */
  drain(): Promise<void>;
}

const RETRY_EVERY_MS = 20;
const MOST_TURNS = 4;

/**
 * Durability costs one fsync per commit, so the transactions that arrive together share a commit: those of one turn of the
 * event loop, and of the next few as long as each brings more. Nothing runs before: between turns no transaction is open,
 * and a read on the same connection never sees what is not committed yet.
 */
export function groupCommit(client: Database, patienceMs: number): GroupCommit {
  const commitTogether = sharedTransaction(client);
  let waiting: Participant[] = [];
  let busySince: number | undefined;
  let closed = false;
  let onDrained = () => {};

  function gather(before: number, turn: number) {
    if (waiting.length <= before || turn === MOST_TURNS) return flush();
    setImmediate(gather, waiting.length, turn + 1);
  }

  function flush() {
    const participants = waiting;
    waiting = [];
    try {
      for (const { settle } of commitTogether(participants)) settle();
    } catch (error) {
      if (mayRetry(error)) {
        waiting = [...participants, ...waiting];
        return;
      }
      for (const { reject } of participants) reject(error);
    }
    busySince = undefined;
    onDrained();
  }

  // Another process is writing. Waiting here for its lock would stop the event loop, so the reads go on meanwhile.
  function mayRetry(error: unknown): boolean {
    if (!(error instanceof StorageError) || !codeOf(error.cause).startsWith("SQLITE_BUSY")) return false;
    busySince ??= performance.now();
    if (performance.now() - busySince > patienceMs) return false;
    setTimeout(flush, RETRY_EVERY_MS);
    return true;
  }

  return {
    join<T>(work: () => T) {
      if (closed) return Promise.reject(new StorageError("the database is closed"));
      return new Promise<T>((resolve, reject) => {
        // Who stays alone is not kept waiting.
        if (waiting.length === 0) setImmediate(gather, 1, 1);
        waiting.push({ attempt: () => attempt(work, resolve, reject), reject });
      });
    },
    async drain() {
      closed = true;
      if (waiting.length > 0) {
        await new Promise<void>((resolve) => {
          onDrained = resolve;
        });
      }
    },
  };
}

function attempt<T>(work: () => T, resolve: (value: T) => void, reject: (error: unknown) => void): Attempt {
  try {
    const value = work();
    return { settle: () => resolve(value) };
  } catch (error) {
    return { thrown: { error }, settle: () => reject(error) };
  }
}
