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

  return (participants) => {
    const alone = participants.length === 1;
    try {
      begin.run();
      const attempts = participants.map(alone ? attempt : attemptApart);
      (alone && attempts[0]?.thrown ? rollback : commit).run();
      return attempts;
    } catch (error) {
      if (client.inTransaction) rollback.run();
      throw error instanceof StorageError ? error : new StorageError(error);
    }
  };
}
