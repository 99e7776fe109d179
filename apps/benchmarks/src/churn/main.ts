// npm run churn -- --consents 200
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { assignCores, describeMachine } from "../machine.ts";
import { writeJson } from "../report/json.ts";
import { churn, growthOf, type Minute, STEADY_AFTER } from "./churn.ts";

const USAGE = `usage: npm run churn [-- options]

Whether the SQLite file stays as large as it is when as much ends as begins: a provider whose clock is moved, with
consents, exchanges, refreshes, clients' own tokens and abandoned codes, and the removal of what has expired.

  --minutes N   simulated, after the ${STEADY_AFTER} in which the file fills (60)
  --consents N  in a simulated minute (200)
  --batch N     rows that are looked at in one transaction of the removal (500)
  --json FILE   where the figures of each minute go as well
  --help        this text

Exit code: 0 the file of the second half is less than five per cent larger, 1 it is more, 2 a command line that makes no sense.`;

const MOST_GROWTH = 1.05;

function fail(message: string): never {
  console.error(`${message}\nSee: npm run churn -- --help`);
  process.exit(2);
}

function readOptions() {
  const number = (value: string) => ({ type: "string", default: value }) as const;
  try {
    return parseArgs({
      options: {
        minutes: number("60"),
        consents: number("200"),
        batch: number("500"),
        json: { type: "string" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const options = readOptions();
if (options.help) {
  console.log(USAGE);
  process.exit();
}
const numberOf = (name: "minutes" | "consents" | "batch") =>
  /^[1-9][0-9]{0,4}$/.test(options[name]) ? Number(options[name]) : fail(`--${name} must be a whole number.`);

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
function tell(minute: Minute): void {
  if (minute.minute % 5 > 0) return;
  const { fileBytes, logBytes, made, removed } = minute;
  console.error(
    `minute ${String(minute.minute).padStart(3)}: ${megabytes(fileBytes)} MB, log ${megabytes(logBytes)} MB, tokens asked for ${made}, rows removed ${removed}`,
  );
}

const directory = mkdtempSync(join(tmpdir(), "fluxer-churn-"));
try {
  const minutes = await churn({
    path: join(directory, "churn.db"),
    minutes: STEADY_AFTER + numberOf("minutes"),
    consents: numberOf("consents"),
    batch: numberOf("batch"),
    onMinute: tell,
  });
  const growth = growthOf(minutes);
  console.error(`largest file of the second half against the first: ${growth.toFixed(3)}`);
  if (options.json !== undefined) {
    const facts = { at: new Date().toISOString(), machine: describeMachine(assignCores()) };
    const asked = { consents: numberOf("consents"), batch: numberOf("batch"), steadyAfter: STEADY_AFTER };
    writeJson(options.json, { ...facts, ...asked, growth, minutes });
  }
  process.exitCode = growth < MOST_GROWTH ? 0 : 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
