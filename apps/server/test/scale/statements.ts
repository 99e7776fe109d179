import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Wire, WireRequest } from "../support/wire.ts";

/** What PostgreSQL has to be started with. */
export const COUNTING = "shared_preload_libraries=pg_stat_statements";

/** So that counting costs nothing while times are measured. */
export async function prepareCounting(client: pg.Client): Promise<void> {
  await client.query("CREATE EXTENSION pg_stat_statements");
  await turn(client, "none");
}

/** Statements that one of these requests takes on the average, with the beginning and end of its transactions. */
export async function countStatements(
  client: pg.Client,
  asked: readonly WireRequest[],
  wire: Wire,
): Promise<number> {
  await turn(client, "top");
  const [first, ...others] = asked;
  // Connections hear of the setting with their next statement.
  if (first !== undefined) await wire.send(first);
  await client.query("SELECT pg_stat_statements_reset()");
  for (const each of others) await wire.send(each);
  const { rows } = await client.query<{ calls: string }>(
    "SELECT coalesce(sum(calls), 0) AS calls FROM pg_stat_statements WHERE query NOT LIKE '%pg_stat_statements%'",
  );
  await turn(client, "none");
  return Number(rows[0]?.calls) / others.length;
}

async function turn(client: pg.Client, track: "none" | "top"): Promise<void> {
  await client.query(`ALTER SYSTEM SET pg_stat_statements.track = '${track}'`);
  await client.query("SELECT pg_reload_conf()");
  await sleep(RELOAD_MS);
}

const RELOAD_MS = 300;
