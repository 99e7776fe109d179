import type { Config } from "../../src/config.ts";
import type { Database } from "../../src/db/database.ts";
import { nextId } from "../../src/lib/time-ordered-id.ts";
import { prune, type Removed } from "../../src/pruning/prune.ts";
import { dump } from "../support/tables.ts";

type Pruned = { readonly db: Database; readonly config: Config; readonly clock: { now(): number } };
type Manner = { readonly batch?: number; readonly batches?: number };

export const DAY = 86_400_000;
/** What has expired stays for ten minutes more. */
export const LEEWAY = 600_000;

/** One pass, which ends after so many batches as if the server had died there. */
export function pruneOnce(
  { db, config, clock }: Pruned,
  { batch = 100, batches }: Manner = {},
): Promise<Removed> {
  let left = batches ?? Number.POSITIVE_INFINITY;
  return prune({ db, config, now: clock.now(), batch, rest: async () => --left > 0 });
}

/** How many rows each table holds, without those that hold none. */
export async function sizes(db: Database): Promise<Record<string, number>> {
  const tables = [...(await dump(db))].map(([name, rows]) => [name, rows.length] as const);
  return Object.fromEntries(tables.filter(([, size]) => size > 0));
}

/** The ids of a process only grow, and another test in it may have been in the future: this one goes on from there. */
export function catchUp(clock: { now(): number; advance(milliseconds: number): void }): void {
  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const latest = [...nextId(0).slice(0, 8)].reduce((time, digit) => time * 62 + digits.indexOf(digit), 0);
  clock.advance(Math.max(0, latest + 1000 - clock.now()));
}

export function total(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
