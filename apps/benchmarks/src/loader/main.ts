// npm run load -- --tokens 1000000 --url file:/tmp/million.db
import { parseArgs } from "node:util";
import { load, type Progress } from "./load.ts";

const USAGE = `usage: npm run load -- --tokens N --url URL

Fills an empty database with N access and refresh tokens and with the users, applications, grants and codes that belong
to them, as a server would have written them over the last five days. Ten million take a few minutes.

  --tokens N  for example 1000000
  --url URL   file:<path> or postgres://user:password@host/database
  --help      this text

Prints what was loaded as JSON: from its three numbers every token can be worked out (src/loader/credentials.ts).
Exit code: 0 done, 1 failed, 2 a command line that makes no sense.`;

function fail(message: string): never {
  console.error(`${message}\nSee: npm run load -- --help`);
  process.exit(2);
}

function readOptions() {
  try {
    const text = { type: "string" } as const;
    return parseArgs({ options: { tokens: text, url: text, help: { type: "boolean" } } }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const { tokens = "", url, help } = readOptions();
if (help) {
  console.log(USAGE);
  process.exit();
}
if (!/^[1-9][0-9]{0,8}$/.test(tokens)) fail("--tokens must be a whole number of at most nine digits.");
if (url === undefined) fail("--url is missing.");

let tellAt = 0;
function tell({ table, rows, seconds }: Progress): void {
  if (seconds < tellAt) return;
  tellAt = seconds + 2;
  console.error(`${seconds.toFixed(0).padStart(5)} s  ${table} ${rows.toLocaleString("en")}`);
}

const began = performance.now();
const loaded = await load(url, Number(tokens), tell);
console.error(`loaded in ${((performance.now() - began) / 1000).toFixed(1)} s`);
console.log(JSON.stringify(loaded));
