import type { Database, Transaction, Work } from "../../src/db/database.ts";

type Happening = () => Promise<unknown>;

const CHANGE = "before a change";

/** A database on which something can be made to happen once, while somebody is at work on it. */
export function interruptible(database: Database) {
  const planned = new Map<string, Happening>();
  const take = (when: string): Happening | undefined => {
    const happening = planned.get(when);
    planned.delete(when);
    return happening;
  };
  function* interrupt(name: string): Work<void> {
    const happen = take(`before ${name}`);
    if (happen) yield { answer: happen() };
  }
  const interrupted = (tx: Transaction): Transaction => ({
    *run(statement, parameters) {
      yield* interrupt(statement.name);
      return yield* tx.run(statement, parameters);
    },
    *send(statement, parameters) {
      yield* interrupt(statement.name);
      yield* tx.send(statement, parameters);
    },
  });
  const db: Database = {
    ...database,
    async read(statement, parameters) {
      const rows = await database.read(statement, parameters);
      await take(`after ${statement.name}`)?.();
      return rows;
    },
    async write(statement, parameters) {
      await take(CHANGE)?.();
      return database.write(statement, parameters);
    },
    async atomically(work, options) {
      await take(CHANGE)?.();
      return database.atomically((tx) => work(interrupted(tx)), options);
    },
  };
  return {
    db,
    /** Just before the next transaction, or the next write that is one by itself. */
    beforeChange: (happening: Happening) => planned.set(CHANGE, happening),
    /** At a statement of this name within a transaction, which only PostgreSQL lets wait. */
    before: (name: string, happening: Happening) => planned.set(`before ${name}`, happening),
    /** When the rows of a read outside a transaction are known, and nothing has come of them yet. */
    afterRead: (name: string, happening: Happening) => planned.set(`after ${name}`, happening),
  };
}
