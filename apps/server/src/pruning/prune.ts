import type { Database, Transaction, Work } from "../db/database.ts";
import type { Prunable } from "./store.ts";
import { type PruneConfig, type Task, tasksAt } from "./tasks.ts";

/** How many rows of each table went; a table that lost none is not in it. */
export type Removed = Partial<Record<Prunable, number>>;

export interface Pruning {
  readonly db: Database;
  readonly config: PruneConfig;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Rows that are looked at in one transaction. */
  readonly batch: number;
  /** Called after each batch with how long it took, in milliseconds, and what has gone so far; false ends the pass there. */
  rest(milliseconds: number, removed: Removed): Promise<boolean>;
}

/**
 * Removes what can make no difference any more, a batch to a transaction. Whatever ends it half-way, the next pass does
 * the rest; two at once do each other no harm.
 */
export async function prune({ db, config, now, batch, rest }: Pruning): Promise<Removed> {
  const removed: Removed = {};
  for (const task of tasksAt(now, config)) {
    for (let before = task.before; before !== ""; ) {
      const began = performance.now();
      before = await pruneBatch(db, task, { before, size: batch }, removed);
      if (!(await rest(performance.now() - began, removed))) return removed;
    }
  }
  return removed;
}

/** Gives the key where the batch began, and the empty text, which comes before every key, for the last one. */
async function pruneBatch(
  db: Database,
  task: Task,
  { before, size }: { before: string; size: number },
  removed: Removed,
): Promise<string> {
  const [start] = await db.read(task.findStart, { before, skipped: size - 1 });
  const from = start?.key ?? "";
  const work = function* (tx: Transaction): Work<[Prunable, number][]> {
    const counts: [Prunable, number][] = [];
    for (const [name, statement] of task.deletes) {
      counts.push([name, (yield* tx.run(statement, { from, before, until: task.until })).length]);
    }
    return counts;
  };
  for (const [name, count] of await db.atomically(work, { interleaved: true })) {
    if (count > 0) removed[name] = (removed[name] ?? 0) + count;
  }
  return from;
}
