import { mkdirSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { PEERS, SQLITE } from "../contestants/peers.ts";
import type { Cores } from "../machine.ts";
import type { Measure } from "../report/results.ts";

const TOKENS = 10_000;

export function bytesForEachToken(contestant: string, database: string, tokens: number): Measure {
  return {
    name: "bytes on disk for each token, with all that belongs to it",
    ...{ contestant, value: sizeOf(database) / tokens, unit: "B" },
  };
}

/** What the others keep of the tokens that they begin with; those that keep it in a file. */
export async function diskOfPeers(parent: string, cores: Cores | undefined): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const peer of PEERS.filter(({ storage }) => storage === SQLITE)) {
    const directory = join(parent, `${peer.name}-disk`);
    mkdirSync(directory);
    const running = await peer.start({ directory, cores, tokens: TOKENS, say: () => {} });
    await running.stop();
    const { introspect, refresh } = running.plans;
    const tokens = (introspect?.pool.length ?? 0) + (refresh?.pool.length ?? 0);
    measures.push(bytesForEachToken(peer.name, join(directory, "peer.db"), tokens));
  }
  return measures;
}

/** Pages, so that it is no matter which of them are still in the log. */
function sizeOf(path: string): number {
  const database = new BetterSqlite3(path, { timeout: 10_000 });
  const bytes = Number(database.pragma("page_count", { simple: true })) * pageSize(database);
  database.close();
  return bytes;
}

function pageSize(database: BetterSqlite3.Database): number {
  return Number(database.pragma("page_size", { simple: true }));
}
