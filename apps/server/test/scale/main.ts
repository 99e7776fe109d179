import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { openDatabase } from "../../src/db/client.ts";
import { findHalves, findLost } from "../faults/findings.ts";
import { startLoad } from "../faults/load.ts";
import { type OwnPostgres, runPostgres } from "../support/postgres.ts";
import { requests } from "../support/requests.ts";
import { startServer } from "../support/server.ts";
import { createWire } from "../support/wire.ts";
import { type Client, createWorld, type World } from "../support/world.ts";
import { type Cost, measure } from "./cost.ts";
import { FILLED, fillPostgres, fillSqlite, type Sizes } from "./fill.ts";
import { partition, partitionsTouched } from "./partitions.ts";

const HELP = `usage: npm run scale --workspace apps/server [-- --rows N] [--requests N] [--partitions N]

The figures of docs/scale.md: bytes per row on both databases; processor time and latency per request on PostgreSQL, with
the token tables as they are and split by the hash of their id; which partitions each hot statement touches; and that
tokens are neither lost nor spent twice on split tables. Takes some five minutes for a million rows.

  --rows N         rows in each table (default 1000000)
  --requests N     requests of each operation (default 4000)
  --partitions N   parts of each split table (default 32)

Exit code: 0, 1 when a statement touches more than one partition or a token is lost, 2 wrong usage.
`;

function readArguments() {
  try {
    const number = (value: string) => {
      if (!/^[1-9][0-9]{0,8}$/.test(value)) throw new Error(`${value} is not a number of things`);
      return Number(value);
    };
    const { values } = parseArgs({
      options: {
        rows: { type: "string", default: "1000000" },
        requests: { type: "string", default: "4000" },
        partitions: { type: "string", default: "32" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const { rows, requests: count, partitions, help } = values;
    return { rows: number(rows), count: number(count), partitions: number(partitions), help };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return process.exit(2);
  }
}

const { rows, count, partitions, help } = readArguments();
if (help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const say = (text: string) => process.stderr.write(`${text}\n`);
const print = (...cells: (string | number)[]) =>
  process.stdout.write(
    `| ${cells.map((cell) => (typeof cell === "number" ? cell.toFixed(2) : cell)).join(" | ")} |\n`,
  );

async function sqliteSizes(): Promise<Sizes> {
  const directory = mkdtempSync(join(tmpdir(), "fluxer-scale-"));
  const path = join(directory, "scale.db");
  await (await openDatabase({ url: `file:${path}` })).close();
  const sizes = fillSqlite(path, rows);
  rmSync(directory, { recursive: true });
  return sizes;
}

interface Tried {
  readonly sizes: Sizes;
  readonly costs: readonly Cost[];
  readonly touched: ReadonlyMap<string, number>;
  readonly asked: number;
  readonly wrong: readonly unknown[];
}

/** By several users, because the consents of one come one after the other. */
async function addPairs(world: World, application: Client) {
  const pairs: Awaited<ReturnType<World["addPair"]>>[] = [];
  const user = async () => {
    const person = await world.addPerson();
    while (pairs.length < count) pairs.push(await world.addPair(application, person));
  };
  await Promise.all(Array.from({ length: 8 }, user));
  return pairs;
}

async function tryPostgres(postgres: OwnPostgres, name: string, parts: number): Promise<Tried> {
  const url = new URL(postgres.url);
  const client = new pg.Client(postgres.url);
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  url.pathname = name;
  const db = await openDatabase({ url: url.href });
  const own = new pg.Client(url.href);
  await own.connect();
  if (parts > 0) await partition(own, parts);
  say(`${name}: ${rows} rows in each of ${FILLED.length} tables …`);
  const sizes = await fillPostgres(own, rows);
  const touched = parts > 0 ? await partitionsTouched(own) : new Map<string, number>();

  const world = await createWorld(db);
  const application = await world.addClient(await world.addPerson());
  const pairs = await addPairs(world, application);
  const server = await startServer({
    DATABASE_URL: url.href,
    RATE_LIMITS: "off",
    LOG_LEVEL: "fatal",
    REFRESH_RETRY_WINDOW: "300",
  });
  const wire = createWire(server.url);
  const postmaster = Number(readFileSync(join(postgres.directory, "postmaster.pid"), "utf8").split("\n")[0]);
  const pids = { server: server.process.pid ?? 0, postmaster };
  const of = (make: (pair: (typeof pairs)[number]["pair"]) => Parameters<typeof wire.send>[0]) =>
    pairs.map(({ pair }) => make(pair));
  const introspect = of(({ access_token: token }) => ({
    path: "/oauth2/introspect",
    form: { client_id: application.id, client_secret: application.secret, token },
  }));
  const operations: [string, Parameters<typeof wire.send>[0][]][] = [
    ["introspect", introspect],
    ["@me", of(({ access_token }) => requests.me(access_token))],
    ["client_credentials", of(() => requests.own(application))],
    ["refresh", of(({ refresh_token }) => requests.refresh(application, refresh_token))],
  ];
  const costs: Cost[] = [];
  await measure("warm-up", introspect, wire, pids);
  for (const [operation, asked] of operations) {
    say(`${name}: ${asked.length} × ${operation} …`);
    costs.push(await measure(operation, asked, wire, pids));
  }
  const load = startLoad(wire, application);
  await load.reached(200, 500);
  await load.stop();
  const { asked, lost } = await findLost(wire, application, load);
  // The pairs that were put there came of no code.
  const { grantsWithoutCodes: _, ...halves } = await findHalves(db);
  wire.close();
  await server.stop();
  await own.end();
  await db.close();
  return { sizes, costs, touched, asked, wrong: [...lost, ...Object.entries(halves)] };
}

say(`SQLite: ${rows} rows in each of ${FILLED.length} tables …`);
const sqlite = await sqliteSizes();
const postgres = await runPostgres(["max_wal_size=4GB", "shared_buffers=512MB"]);
const plain = await tryPostgres(postgres, "plain", 0);
const split = await tryPostgres(postgres, "split", partitions);
await postgres.server.stop();

print("bytes per row", "PostgreSQL: table", "indexes", "SQLite: table", "indexes");
print("---", "---", "---", "---", "---");
for (const name of FILLED) {
  const [here, there] = [plain.sizes[name], sqlite[name]];
  print(
    name,
    ...[here?.table, here?.indexes, there?.table, there?.indexes].map((bytes) =>
      String(Math.round(bytes ?? 0)),
    ),
  );
}
process.stdout.write("\n");
print(
  "per request, ms",
  "server CPU",
  "PostgreSQL CPU",
  "median",
  "p99",
  "split: server CPU",
  "PostgreSQL CPU",
  "median",
  "p99",
);
print(...Array(9).fill("---"));
for (const [index, { operation, server, database, median, p99 }] of plain.costs.entries()) {
  const other = split.costs[index];
  print(
    operation,
    server,
    database,
    median,
    p99,
    other?.server ?? 0,
    other?.database ?? 0,
    other?.median ?? 0,
    other?.p99 ?? 0,
  );
}
process.stdout.write("\n");
print("statement", `partitions touched of ${partitions}`);
print("---", "---");
for (const [name, number] of split.touched) print(name, String(number));
const wrong = [...plain.wrong, ...split.wrong];
process.stdout.write(`\n${plain.asked + split.asked} promises asked for: ${wrong.length} broken\n`);
for (const each of wrong.slice(0, 20)) process.stdout.write(`  ${JSON.stringify(each)}\n`);
process.exit(wrong.length === 0 && [...split.touched.values()].every((number) => number <= 1) ? 0 : 1);
