// npm run mutation: changes the OAuth core in small ways and tells which changes the conformance suite does not notice.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { withGenerated } from "@fluxer-oauth2/scripts/markdown";
import type { schema } from "@stryker-mutator/api/core";
import { Stryker } from "@stryker-mutator/core";
import { merged } from "./merge.ts";
import { CORE, REPORT, strykerOptions } from "./options.ts";
import { isSurvivor, type Mutant, mutantsOf, percentOf, readReport, scoreOf } from "./score.ts";
import { explain } from "./survivors.ts";
import { scoreTable, survivorTable } from "./table.ts";

const SERVER = join(import.meta.dirname, "..");
const DOCUMENT = join(SERVER, "../../packages/contract-tests/MUTATION.md");
const GOAL = 80;

const HELP = `npm run mutation [-- options]

Changes the server's applications, authorization and tokens in small ways, one at a time, and runs the conformance
suite against each. A change that the suite does not notice is a case that it lacks, or has to be explained in
apps/server/mutation/survivors.ts.

  --only <file>       a file or pattern under apps/server, such as src/tokens/revoke.ts:20-30; may be repeated
  --survivors         once more those that survived in the last report, which then tells of both runs
  --concurrency <n>   processes at a time; 1 when absent, and each takes a core
  --write             puts the result into packages/contract-tests/MUTATION.md
  --help

The whole takes about an hour on one core. Reports: apps/server/reports/mutation/index.html and mutation.json.
Exit codes: 0 at least ${GOAL} % are noticed and every survivor is explained, 1 not so, 2 the command was not understood.
`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: "string", multiple: true },
      survivors: { type: "boolean", default: false },
      concurrency: { type: "string", default: "1" },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const concurrency = Number(values.concurrency);
  if (!(Number.isInteger(concurrency) && concurrency > 0))
    throw new TypeError("--concurrency must be a whole number from 1");
  if (values.write && values.only) throw new TypeError("--write is for a run of everything");
  return { ...values, concurrency };
}

/** Where the survivors of a report are, in the words of Stryker's `mutate`. */
function survivorsOf(report: schema.MutationTestResult): string[] {
  return mutantsOf(report)
    .filter(isSurvivor)
    .map(({ file, location: { start, end } }) => {
      return `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
    });
}

function tell(mutants: readonly Mutant[], isWritten: boolean): boolean {
  const { explained, unexplained } = explain(mutants.filter(isSurvivor));
  const percent = percentOf(scoreOf(mutants));
  const tables = `${scoreTable(mutants)}\n\n${survivorTable(explained)}`;
  console.log(`\n${tables}\n`);
  for (const { file, location, mutatorName, line, replacement } of unexplained) {
    console.log(`${file}:${location.start.line} ${mutatorName} survived: ${line}  →  ${replacement}`);
  }
  if (unexplained.length > 0) console.log("\nAdd a case to the suite, or a reason to mutation/survivors.ts.");
  if (isWritten) writeFileSync(DOCUMENT, withTables(readFileSync(DOCUMENT, "utf8"), tables));
  return percent >= GOAL && unexplained.length === 0;
}

function withTables(text: string, tables: string): string {
  const date = new Date().toISOString().slice(0, 10);
  return withGenerated(text, "mutation", `Measured on ${date}.\n\n${tables}`);
}

async function measure({
  only,
  survivors,
  concurrency,
  write,
}: ReturnType<typeof readOptions>): Promise<number> {
  process.chdir(SERVER);
  const last = survivors ? readReport(REPORT) : undefined;
  const mutate = last ? survivorsOf(last) : (only ?? CORE);
  await new Stryker(strykerOptions(mutate, concurrency)).runMutationTest();
  if (last) writeFileSync(REPORT, JSON.stringify(merged(last, readReport(REPORT))));
  return tell(mutantsOf(readReport(REPORT)), write) ? 0 : 1;
}

function understand(): ReturnType<typeof readOptions> | undefined {
  try {
    return readOptions();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return undefined;
  }
}

const options = understand();
if (options?.help) console.log(HELP);
else process.exitCode = options === undefined ? 2 : await measure(options);
