import type { Database } from "../db/database.ts";
import type { Limit, LimitStore, Usage } from "../http/limits.ts";
import type { Clock } from "../lib/clock.ts";
import { gather } from "../lib/gather.ts";
import { count, type Total } from "./store.ts";
import { rememberUsedUp } from "./used-up.ts";

interface Asked {
  readonly key: string;
  readonly limit: Limit;
  readonly resolve: (usage: Usage) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Counts in the database, so that a limit is the same however many processes the requests are spread over. Requests that
 * come in one turn of the event loop are counted together.
 */
export function createSharedLimits(db: Database, clock: Clock): LimitStore {
  const ask = gather<Asked>((all) => {
    const now = clock.now();
    const byKey = Map.groupBy(all, ({ key }) => key);
    const counts = [...byKey].map(([key, [first, ...others]]) => {
      return { key, by: 1 + others.length, resetsAt: now + (first?.limit.window ?? 0) * 1000 };
    });
    count(db, counts, now)
      .then((totals) => {
        if (totals.length < counts.length) throw new TypeError("a count answers with its row");
        for (const total of totals) settle(byKey.get(total.key) ?? [], total, now);
      })
      .catch((error: unknown) => all.forEach(({ reject }) => void reject(error)));
  });
  const consume = (limit: Limit, whose: string) =>
    new Promise<Usage>((resolve, reject) => ask({ key: `${limit.bucket} ${whose}`, limit, resolve, reject }));
  return rememberUsedUp({ consume }, clock);
}

/** Of those who were counted together each has its place. */
function settle(asked: readonly Asked[], { used, resetsAt }: Total, now: number): void {
  const resetMilliseconds = Math.max(0, resetsAt - now);
  asked.forEach(({ limit: { limit }, resolve }, place) => {
    const own = used - asked.length + place + 1;
    resolve({ isAllowed: own <= limit, remaining: Math.max(0, limit - own), resetMilliseconds });
  });
}
