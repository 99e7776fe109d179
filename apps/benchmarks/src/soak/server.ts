import { mkdirSync } from "node:fs";
import type { Row } from "@fluxer-oauth2/server/src/db/schema.ts";
import BetterSqlite3 from "better-sqlite3";
import { fill } from "../contestants/fill.ts";
import { answers, freePort, type Spawned, spawnServer } from "../contestants/process.ts";
import { START } from "../contestants/server.ts";
import { newCode, type World, worldPlans } from "../contestants/world.ts";
import { idAt } from "../loader/credentials.ts";
import { sqliteSink } from "../loader/sqlite.ts";
import type { Cores } from "../machine.ts";
import type { Plans } from "./mix.ts";

export interface Database {
  readonly path: string;
  /** With some codes for the beginning. */
  plans(): Plans;
  /** An application's credentials as they stand in a header. */
  basicOf(applicationId: string): string;
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
  const basics = basicsOf(world);
  let expired = 0;
  return {
    path,
    basicOf: (applicationId) => basics.get(applicationId) ?? "",
    plans() {
      const fresh = Array.from({ length: FIRST_CODES }, (_, number) => newCode(world, number));
      keepCodes(
        path,
        fresh.map(({ row }) => row),
      );
      const plans = worldPlans(world);
      return { ...plans, code: { ...plans.code, pool: fresh.map(({ entry }) => entry) } };
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

/** More than there can be requests under way. */
const FIRST_CODES = 1000;

function basicsOf({ timeline, credentials }: World): Map<string, string> {
  return new Map(
    Array.from({ length: timeline.shape.applications }, (_, application) => {
      const id = credentials.applicationId(application);
      const pair = `${id}:${credentials.clientSecret(application).token}`;
      return [id, Buffer.from(pair).toString("base64")];
    }),
  );
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
  const spawned = spawnServer(START, environment, cores, directory);
  await answers(port, "/readyz", spawned);
  return { ...spawned, port };
}
