import type { Database } from "better-sqlite3";
import { StorageError } from "../errors.ts";

export interface Participant {
  readonly attempt: () => Attempt;
  readonly reject: (error: unknown) => void;
}

/** Work done but not committed: nobody may hear of it before `settle`. */
export interface Attempt {
  readonly thrown?: { readonly error: unknown };
  readonly settle: () => void;
}

export type CommitTogether = (participants: readonly Participant[]) => Attempt[];

/**
 * One BEGIN IMMEDIATE … COMMIT around all participants. What one of them throws undoes that one only. When the storage
 * fails, whoever it hit, everything is undone and this throws: each may have seen what the others wrote.
 */
export function sharedTransaction(client: Database): CommitTogether {
  const begin = client.prepare("BEGIN IMMEDIATE");
  const commit = client.prepare("COMMIT");
  const rollback = client.prepare("ROLLBACK");
  const savepoint = client.prepare("SAVEPOINT participant");
  const release = client.prepare("RELEASE participant");
  const rollbackTo = client.prepare("ROLLBACK TO participant");

  function attempt(participant: Participant): Attempt {
    const done = participant.attempt();
    if (done.thrown?.error instanceof StorageError) throw done.thrown.error;
    if (!client.inTransaction) throw new StorageError("the transaction was undone");
    return done;
  }

  function attemptApart(participant: Participant): Attempt {
    savepoint.run();
    const done = attempt(participant);
    if (done.thrown) rollbackTo.run();
    release.run();
    return done;
  }

  /** Undefined, and nothing done, when one of several throws: the others cannot be kept without it. */
  function attemptAll(participants: readonly Participant[]): Attempt[] | undefined {
    begin.run();
    const attempts: Attempt[] = [];
    for (const participant of participants) {
      const done = attempt(participant);
      attempts.push(done);
      if (done.thrown) {
        rollback.run();
        return participants.length === 1 ? attempts : undefined;
      }
    }
    commit.run();
    return attempts;
  }

  function attemptEachApart(participants: readonly Participant[]): Attempt[] {
    begin.run();
    const attempts = participants.map(attemptApart);
    commit.run();
    return attempts;
  }

  return (participants) => {
    try {
      // For each savepoint SQLite copies the pages that change, and most participants throw nothing.
      return attemptAll(participants) ?? attemptEachApart(participants);
    } catch (error) {
      if (client.inTransaction) rollback.run();
      throw error instanceof StorageError ? error : new StorageError(error);
    }
  };
}
