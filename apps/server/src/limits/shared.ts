import type { Database } from "../db/database.ts";
import type { Limit, LimitStore, Usage } from "../http/limits.ts";
import type { Clock } from "../lib/clock.ts";
import { countRequest } from "./store.ts";
import { rememberUsedUp } from "./used-up.ts";

/** Counts in the database, so that a limit is the same however many processes the requests are spread over. */
export function createSharedLimits(db: Database, clock: Clock): LimitStore {
  async function consume({ bucket, limit, window }: Limit, whose: string): Promise<Usage> {
    const now = clock.now();
    const count = { key: `${bucket} ${whose}`, now, resetsAt: now + window * 1000 };
    const [row] = await db.write(countRequest, count);
    if (row === undefined) throw new TypeError("a count answers with its row");
    const resetMilliseconds = Math.max(0, row.resetsAt - now);
    return { isAllowed: row.used <= limit, remaining: Math.max(0, limit - row.used), resetMilliseconds };
  }

  return rememberUsedUp({ consume }, clock);
}
