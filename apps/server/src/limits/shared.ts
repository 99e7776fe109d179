import type { Database } from "../db/database.ts";
import type { Limit, LimitStore, Usage } from "../http/limits.ts";
import type { Clock } from "../lib/clock.ts";
import { countRequest, deleteEndedWindows } from "./store.ts";

const SWEEP_EVERY = 60_000;

/** Counts in the database, so that a limit is the same however many nodes the requests are spread over. */
export function createSharedLimits(db: Database, clock: Clock): LimitStore {
  // A flood costs the database nothing: a node remembers what is used up until its window ends.
  const usedUp = new Map<string, number>();
  let sweptAt = clock.now();

  async function sweep(now: number): Promise<void> {
    if (now - sweptAt < SWEEP_EVERY) return;
    sweptAt = now;
    for (const [key, resetsAt] of usedUp) if (resetsAt <= now) usedUp.delete(key);
    await db.atomically((tx) => tx.run(deleteEndedWindows, { now }), { interleaved: true });
  }

  async function count(key: string, now: number, resetsAt: number) {
    const [row] = await db.atomically((tx) => tx.run(countRequest, { key, now, resetsAt }), {
      interleaved: true,
    });
    if (row === undefined) throw new TypeError("a count answers with its row");
    return row;
  }

  return {
    async consume({ bucket, limit, window }: Limit, whose: string): Promise<Usage> {
      const [key, now] = [`${bucket} ${whose}`, clock.now()];
      const until = usedUp.get(key) ?? 0;
      if (until > now) return { isAllowed: false, remaining: 0, resetMilliseconds: until - now };
      await sweep(now);
      const { used, resetsAt } = await count(key, now, now + window * 1000);
      if (used > limit) usedUp.set(key, resetsAt);
      const remaining = Math.max(0, limit - used);
      return { isAllowed: used <= limit, remaining, resetMilliseconds: Math.max(0, resetsAt - now) };
    },
  };
}
