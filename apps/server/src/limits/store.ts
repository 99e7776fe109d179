import { sql } from "drizzle-orm";
import { statement } from "../db/statement.ts";

/** One more in the window that is open, or the first of a new one that ends at `resetsAt`. */
export const countRequest = statement<{ key: string; now: number; resetsAt: number }>()(
  "count_request",
  (q, t, p) => {
    const { key, used, resetsAt } = t.rateLimits;
    const isOver = sql`${resetsAt} <= ${p.now}`;
    return q
      .insert(t.rateLimits)
      .values({ key: p.key, used: 1, resetsAt: p.resetsAt })
      .onConflictDoUpdate({
        target: key,
        set: {
          used: sql`case when ${isOver} then 1 else ${used} + 1 end`,
          resetsAt: sql`case when ${isOver} then ${p.resetsAt} else ${resetsAt} end`,
        },
      })
      .returning({ used, resetsAt });
  },
);
