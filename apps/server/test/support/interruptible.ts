import type { Database, Transaction, Work } from "../../src/db/database.ts";

type Happening = () => Promise<unknown>;

/** A database on which something can be made to happen once, while somebody is at work on it. */
export function interruptible(database: Database) {
  let beforeChange: Happening | undefined;
  const interruptChange = async () => {
    const happening = beforeChange;
    beforeChange = undefined;
    await happening?.();
  };
  const planned = { before: new Map<string, Happening>(), after: new Map<string, Happening>() };
  const take = (when: keyof typeof planned, name: string): Happening | undefined => {
    const happening = planned[when].get(name);
    planned[when].delete(name);
    return happening;
  };
  function* interrupt(name: string): Work<void> {
    const happen = take("before", name);
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
      await take("after", statement.name)?.();
      return rows;
    },
    async write(statement, parameters) {
      await interruptChange();
      return database.write(statement, parameters);
    },
    async atomically(work, options) {
      await interruptChange();
      return database.atomically((tx) => work(interrupted(tx)), options);
    },
  };
  return {
    db,
    /** Just before the next transaction, or the next write that is one by itself. */
    beforeChange(happening: Happening): void {
      beforeChange = happening;
    },
    /** At a statement of this name within a transaction, which only PostgreSQL lets wait. */
    before: (name: string, happening: Happening) => planned.before.set(name, happening),
    /** When the rows of a read outside a transaction are known, and nothing has come of them yet. */
    afterRead: (name: string, happening: Happening) => planned.after.set(name, happening),
  };
}
