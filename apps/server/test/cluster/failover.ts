import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { findHalves, findLost } from "../faults/findings.ts";
import { type OwnPostgres, runPostgres } from "../support/postgres.ts";
import { type Outage, observe } from "./outage.ts";
import { startPair } from "./pair.ts";

const HELP = `usage: npm run failover [-- --seconds N] [--json]

Two servers behind a balancer on a PostgreSQL of their own (fsync on), under load, while one server is killed, both are
restarted in turn, and PostgreSQL is restarted and crashes. A client remembers what it was promised and asks for all of
it at the end. Takes about six times N seconds and a minute.

  --seconds N   how long the load runs around each event (default 10, at most 600)
  --json        the result as JSON on standard output

Exit code: 0 nothing was lost or done twice, 1 something was, 2 wrong usage.
`;

function fail(problem: string): never {
  process.stderr.write(`${problem}\n\n${HELP}`);
  process.exit(2);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        seconds: { type: "string", default: "10" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const seconds = Number(values.seconds);
    if (!(seconds >= 1 && seconds <= 600)) fail("--seconds is a number from 1 to 600");
    return { ...values, seconds };
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** As an administrator restarts it: clients are sent away, everything is written. */
async function restart({ server }: OwnPostgres): Promise<void> {
  await server.stop();
  await server.start();
}

/** It stops at once and recovers what it committed from its log. */
async function crash({ directory, server }: OwnPostgres): Promise<void> {
  const file = join(directory, "postmaster.pid");
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  process.kill(pid, "SIGQUIT");
  for (let isThere = true; isThere; await sleep(20)) {
    try {
      process.kill(pid, 0);
    } catch {
      isThere = false;
    }
  }
  await server.start();
}

const { seconds, json, help } = readArguments();
if (help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const say = (text: string) => process.stderr.write(`${text}\n`);

say("starting PostgreSQL and two servers …");
const postgres = await runPostgres(["max_connections=100"], true);
const pair = await startPair(postgres.url);
const events: [string, () => Promise<void>][] = [
  ["nothing", async () => {}],
  ["one server is killed and started again", pair.killOne],
  ["both servers are restarted in turn", pair.restartAll],
  ["PostgreSQL is restarted", () => restart(postgres)],
  ["PostgreSQL crashes and recovers", () => crash(postgres)],
];
const outages: Outage[] = [];
for (const [name, event] of events) {
  say(`${name}: ${seconds} s of load around it …`);
  outages.push(await observe(pair.load, name, seconds, event));
}
await pair.load.stop();
say("asking for everything that was promised …");
const { asked, lost } = await findLost(pair.wire, pair.client, pair.load);
const halves = await findHalves(pair.world.db);
await pair.stop();
await postgres.server.stop();
await rm(postgres.directory, { recursive: true });

const isGood = lost.length === 0 && Object.keys(halves).length === 0;
if (json)
  process.stdout.write(`${JSON.stringify({ seconds, outages, asked, lost, halves }, undefined, 2)}\n`);
else print();
process.exit(isGood ? 0 : 1);

function print(): void {
  const rows = outages.map(({ event, requests, errors, errorRate, secondsToRecover, longestSeconds }) => [
    event,
    String(requests),
    Object.entries(errors)
      .map(([status, count]) => `${count} × ${status}`)
      .join(", ") || "none",
    `${(errorRate * 100).toFixed(2)} %`,
    `${secondsToRecover.toFixed(2)} s`,
    `${longestSeconds.toFixed(2)} s`,
  ]);
  const titles = ["event", "requests", "errors", "rate", "last error after", "longest success"];
  const table = [titles, titles.map(() => "---"), ...rows];
  for (const row of table) process.stdout.write(`| ${row.join(" | ")} |\n`);
  process.stdout.write(`\n${asked} tokens and codes were promised: ${lost.length} lost.\n`);
  for (const each of lost.slice(0, 20)) process.stdout.write(`  lost: ${each}\n`);
  process.stdout.write(`Done in part or twice: ${isGood ? "nothing" : JSON.stringify(halves)}\n`);
}
