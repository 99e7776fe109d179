import { sql } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { statement } from "../db/statement.ts";

/** So many requests under one key, at once; a window that begins with them ends at `resetsAt`. */
export type Counted = { readonly key: string; readonly by: number; readonly resetsAt: number };

/** How many there were in the window that is open now. */
export type Total = { readonly key: string; readonly used: number; readonly resetsAt: number };

/** Adds to the windows that are open, or begins new ones. Each key comes once. */
export async function count(
  db: Pick<Database, "write">,
  counts: readonly Counted[],
  now: number,
): Promise<Total[]> {
  // Always in one order, so that servers that count together wait for each other's rows and never in a circle.
  const rest = counts.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const totals: Promise<Total[]>[] = [];
  for (const [size, statement] of STATEMENTS) {
    while (rest.length >= size) totals.push(db.write(statement, flat(rest.splice(0, size), now)));
  }
  return (await Promise.all(totals)).flat();
}

type Parameters = Record<string, string | number>;

/** Falling powers of two, of which few add up to any number. */
const STATEMENTS = [32, 16, 8, 4, 2, 1].map((size) => [size, countOf(size)] as const);

function countOf(size: number) {
  return statement<Parameters>()(`count_requests_of_${size}`, (q, t, p) => {
    const { key, used, resetsAt } = t.rateLimits;
    const isOver = sql`${resetsAt} <= ${p.now}`;
    const rows = Array.from({ length: size }, (_, row) => ({
      key: sql.placeholder(`key${row}`),
      used: sql.placeholder(`by${row}`),
      resetsAt: sql.placeholder(`resetsAt${row}`),
    }));
    return q
      .insert(t.rateLimits)
      .values(rows)
      .onConflictDoUpdate({
        target: key,
        set: {
          used: sql`case when ${isOver} then excluded.used else ${used} + excluded.used end`,
          resetsAt: sql`case when ${isOver} then excluded.resets_at else ${resetsAt} end`,
        },
      })
      .returning({ key, used, resetsAt });
  });
}

function flat(counts: readonly Counted[], now: number): Parameters {
  const numbered = counts.flatMap((counted, row) =>
    Object.entries(counted).map(([name, value]) => [`${name}${row}`, value] as const),
  );
  return { now, ...Object.fromEntries(numbered) };
}
