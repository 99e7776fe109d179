import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
import { bytesOf, CORES_OF_A_PRIMARY, demandOf, limitsOf } from "./billion.ts";
import { type Cost, measure } from "./cost.ts";
import { FILLED, fillPostgres, fillSqlite, type Sizes } from "./fill.ts";
import { partition, partitionsTouched } from "./partitions.ts";
import { COUNTING, countStatements, prepareCounting } from "./statements.ts";

const HELP = `usage: npm run scale --workspace apps/server [-- --rows N] [--requests N] [--partitions N] [--json FILE]

The figures of docs/scale.md, as its tables: bytes per row on both databases; processor time, statements and latency per
request on PostgreSQL, with the token tables as they are and split by the hash of their id; what follows from these for a
billion users; which partitions each hot statement touches; and that tokens are neither lost nor spent twice on split
tables. Takes some five minutes for a million rows.

  --rows N         rows in each table (default 1000000)
  --requests N     requests of each operation (default 4000)
  --partitions N   parts of each split table (default 32)
  --json FILE      where the figures go as well

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
        json: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const { rows, requests: count, partitions, json, help } = values;
    return { rows: number(rows), count: number(count), partitions: number(partitions), json, help };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return process.exit(2);
  }
}

const { rows, count, partitions, json, help } = readArguments();
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
  /** For a request, by operation. */
  readonly statements: ReadonlyMap<string, number>;
  readonly touched: ReadonlyMap<string, number>;
  readonly asked: number;
  readonly wrong: readonly unknown[];
}

/** Requests of each operation whose statements are counted. */
const COUNTED = 40;

/** By several users, because the consents of one come one after the other. */
async function addPairs(world: World, application: Client) {
  const pairs: Awaited<ReturnType<World["addPair"]>>[] = [];
  const user = async () => {
    const person = await world.addPerson();
    while (pairs.length < count + COUNTED) pairs.push(await world.addPair(application, person));
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
  await prepareCounting(own);
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
  const statements = new Map<string, number>();
  for (const [operation, asked] of operations) {
    say(`${name}: ${count} × ${operation} …`);
    costs.push(await measure(operation, asked.slice(COUNTED), wire, pids));
    statements.set(operation, await countStatements(own, asked.slice(0, COUNTED), wire));
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
  return { sizes, costs, statements, touched, asked, wrong: [...lost, ...Object.entries(halves)] };
}

say(`SQLite: ${rows} rows in each of ${FILLED.length} tables …`);
const sqlite = await sqliteSizes();
const postgres = await runPostgres(["max_wal_size=4GB", "shared_buffers=512MB", COUNTING]);
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
  "statements",
);
print(...Array(10).fill("---"));
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
    (plain.statements.get(operation) ?? Number.NaN).toFixed(1),
  );
}
process.stdout.write("\n");
const inTable = bytesOf(plain.sizes);
print("table", "rows of a billion users", "size");
print("---", "---", "---");
for (const { table, rows, bytes } of inTable)
  print(table, rows.toExponential(2), `${(bytes / 1e12).toFixed(2)} TB`);
const terabytes = inTable.reduce((sum, { bytes }) => sum + bytes, 0) / 1e12;
print("all", "", `${terabytes.toFixed(1)} TB`);
process.stdout.write("\n");
const demand = demandOf(plain.costs, plain.statements);
print("operation", "a second, peak", "cores of servers", "cores of PostgreSQL", "statements a second");
print(...Array(5).fill("---"));
const whole = (value: number) => Math.round(value).toLocaleString("en");
for (const { name, rate, serverCores, databaseCores, statements } of demand)
  print(name, ...[rate, serverCores, databaseCores, statements].map(whole));
const limits = limitsOf(demand.at(-1) ?? { serverCores: 0, databaseCores: 0, statements: 0 });
process.stdout.write(
  `\nA core of the servers is enough for ${(limits.usersPerServerCore / 1e6).toFixed(1)} million users, a primary with ${CORES_OF_A_PRIMARY} cores for ${whole(limits.usersPerPrimary / 1e6)} million: ${limits.shards} shards, ${whole(limits.statementsPerShard)} statements a second and ${(terabytes / limits.shards).toFixed(1)} TB each.\n`,
);
process.stdout.write("\n");
print("statement", `partitions touched of ${partitions}`);
print("---", "---");
for (const [name, number] of split.touched) print(name, String(number));
const wrong = [...plain.wrong, ...split.wrong];
process.stdout.write(`\n${plain.asked + split.asked} promises asked for: ${wrong.length} broken\n`);
for (const each of wrong.slice(0, 20)) process.stdout.write(`  ${JSON.stringify(each)}\n`);
if (json !== undefined) {
  const figures = {
    ...{
      at: new Date().toISOString(),
      rows,
      requests: count,
      partitions,
      bytes: { sqlite, postgres: plain.sizes },
    },
    ...{ plain: plain.costs, split: split.costs, statements: Object.fromEntries(plain.statements) },
    ...{ billion: { tables: inTable, demand, limits }, touched: Object.fromEntries(split.touched), wrong },
  };
  writeFileSync(json, `${JSON.stringify(figures, undefined, 2)}\n`);
}
process.exit(wrong.length === 0 && [...split.touched.values()].every((number) => number <= 1) ? 0 : 1);
