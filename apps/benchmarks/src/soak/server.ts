import { mkdirSync } from "node:fs";
import type { Row } from "@fluxer-oauth2/server/src/db/schema.ts";
import BetterSqlite3 from "better-sqlite3";
import { fill } from "../contestants/fill.ts";
import { answers, freePort, type Spawned, spawnServer } from "../contestants/process.ts";
import { START } from "../contestants/server.ts";
import { newCode, type World } from "../contestants/world.ts";
import type { Entry } from "../load/plan.ts";
import { idAt } from "../loader/credentials.ts";
import { sqliteSink } from "../loader/sqlite.ts";
import type { Cores } from "../machine.ts";

export interface Database {
  readonly path: string;
  readonly world: World;
  /** So many codes that nobody has spent. */
  codes(count: number): Entry[];
  /** So many access tokens that expired long ago, as if nobody had pruned for a while. */
  addExpired(count: number): Promise<void>;
  /** Those of them that are still there. */
  countExpired(): number;
}

interface Place {
  readonly directory: string;
  readonly tokens: number;
  readonly cores: Cores | undefined;
  readonly say: (text: string) => void;
}

export async function makeDatabase(place: Place): Promise<Database> {
  mkdirSync(place.directory, { recursive: true });
  const path = `${place.directory}/server.db`;
  const world = await fill(`file:${path}`, () => sqliteSink(path), place);
  let codes = 0;
  let expired = 0;
  return {
    path,
    world,
    codes(count) {
      const fresh = Array.from({ length: count }, () => newCode(world, codes++));
      keepCodes(
        path,
        fresh.map(({ row }) => row),
      );
      return fresh.map(({ entry }) => entry);
    },
    async addExpired(count) {
      const sink = sqliteSink(path);
      await sink.write("accessTokens", expiredTokens(expired, count), () => {});
      await sink.finish();
      expired += count;
    },
    countExpired: () => countOlder(path, idAt(Date.now() - 50 * DAY, 0)),
  };
}

function keepCodes(path: string, rows: readonly Row<"authorizationCodes">[]): void {
  const client = new BetterSqlite3(path, { timeout: 10_000 });
  const insert = client.prepare(
    `INSERT INTO authorization_codes (id, secret_hash, grant_id, redirect_uri, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  client.transaction(() => {
    for (const row of rows)
      insert.run(row.id, row.secretHash, row.grantId, row.redirectUri, row.createdAt, row.expiresAt);
  })();
  client.close();
}

function countOlder(path: string, id: string): number {
  const client = new BetterSqlite3(path, { readonly: true });
  const count = client.prepare("SELECT count(*) FROM access_tokens WHERE id < ?").pluck().get(id);
  client.close();
  return Number(count);
}

const DAY = 86_400_000;

function* expiredTokens(from: number, count: number): Generator<Row<"accessTokens">> {
  const createdAt = Date.now() - 60 * DAY;
  for (let number = from; number < from + count; number++) {
    const row = {
      id: idAt(createdAt, number),
      secretHash: "x".repeat(43),
      grantId: "none",
      scope: "identify email",
    };
    yield { ...row, createdAt, expiresAt: createdAt + 7 * DAY, revokedAt: null };
  }
}

export interface Served extends Spawned {
  readonly port: number;
}

/** The server as `npm start` runs it, with limits on; it removes what has expired every so many seconds, or not at all with 0. */
export async function serve(
  { path }: Database,
  { directory, cores }: Place,
  pruneSeconds: number,
): Promise<Served> {
  const port = await freePort();
  const environment = {
    ...{ PORT: String(port), DATABASE_URL: `file:${path}`, DATA_DIR: `${directory}/data`, LOG_LEVEL: "warn" },
    ...{ CODE_TTL: "600", PRUNE_INTERVAL: String(pruneSeconds) },
  };
  const spawned = spawnServer([START], environment, cores, directory);
  await answers(port, "/readyz", spawned);
  return { ...spawned, port };
}
