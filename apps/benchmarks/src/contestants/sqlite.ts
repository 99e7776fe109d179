import BetterSqlite3 from "better-sqlite3";
import { sqliteSink } from "../loader/sqlite.ts";
import type { Contestant, Running, Surroundings } from "./contestant.ts";
import { fill } from "./fill.ts";
import { type CodeRow, startOurs } from "./server.ts";

/** SQLite in a mode that the server does not offer: set from outside, for whoever asks what full durability costs. */
const NORMAL = new URL("normal-durability.mjs", import.meta.url);

const ours = { group: "ours", secrets: "hashes" } as const;

export const ON_SQLITE: readonly Contestant[] = [
  {
    ...ours,
    name: "ours",
    title: "this provider, SQLite",
    storage: "SQLite, every commit synced (WAL, synchronous FULL)",
    start: (surroundings) => startOnSqlite(surroundings, []),
  },
  {
    ...ours,
    name: "ours-normal",
    title: "this provider, SQLite, unsynced",
    storage:
      "SQLite, synced at checkpoints only (WAL, synchronous NORMAL; not a setting, forced for comparison)",
    start: (surroundings) => startOnSqlite(surroundings, ["--import", NORMAL.href]),
  },
];

/** The first of them with the profiler on; the profile is written when it stops. */
export function profiled(folder: string): Contestant {
  const options = ["--cpu-prof", "--cpu-prof-interval", "200", "--cpu-prof-dir", folder];
  return {
    ...ours,
    name: "ours-profiled",
    title: "this provider, SQLite, with the profiler on",
    storage: "SQLite, every commit synced (WAL, synchronous FULL)",
    start: (surroundings) => startOnSqlite(surroundings, options),
  };
}

async function startOnSqlite(surroundings: Surroundings, nodeOptions: readonly string[]): Promise<Running> {
  const path = `${surroundings.directory}/server.db`;
  const url = `file:${path}`;
  const world = await fill(url, () => sqliteSink(path), surroundings);
  const client = new BetterSqlite3(path, { timeout: 10_000 });
  const insert = client.prepare(
    `INSERT INTO authorization_codes (id, secret_hash, grant_id, redirect_uri, created_at, expires_at)
     VALUES ($id, $secretHash, $grantId, $redirectUri, $createdAt, $expiresAt)`,
  );
  const keep = client.transaction((rows: readonly CodeRow[]) => {
    for (const { id, secretHash, grantId, redirectUri, createdAt, expiresAt } of rows)
      insert.run({ id, secretHash, grantId, redirectUri, createdAt, expiresAt });
  });
  const server = await startOurs({ url, world, surroundings, nodeOptions, keep: async (rows) => keep(rows) });
  return {
    ...server,
    async stop() {
      client.close();
      await server.stop();
    },
  };
}
