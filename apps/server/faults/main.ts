import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../batch/command-line.ts";
import { doAll } from "../batch/pool.ts";
import { type SeededFault, seededFaults } from "./faults.ts";
import { keepKillers } from "./killers.ts";
import { HELP, type Options, readOptions } from "./options.ts";
import { keepRuns, keptRuns, runPeers } from "./peers/index.ts";
import type { PeerRun } from "./peers/peer.ts";
import { lineOf, summaryOf } from "./summary.ts";
import { writeTable } from "./table.ts";
import { scoreOf, type Verdict } from "./verdict.ts";

const ENOUGH = 0.98;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.help) return print(HELP);
    const faults = seededFaults().filter(isChosen(options));
    if (faults.length === 0) throw new UsageError("no fault has such a name; --list shows them all");
    if (options.list) return print(faults.map(({ fault }) => `${fault.name}\n    ${fault.says}\n`).join(""));
    return await run(faults, options);
  } catch (error) {
    process.stderr.write(
      `${error instanceof UsageError ? error.message : `the run failed: ${messageOf(error)}`}\n`,
    );
    return 2;
  }
}

async function run(faults: readonly SeededFault[], options: Options): Promise<number> {
  const { jobs, seed, json, write } = options;
  const names = faults.map(({ fault }) => fault.name);
  const verdicts = keptVerdicts(options).filter(({ name }) => names.includes(name));
  const known = new Set(verdicts.map(({ name }) => name));
  const onVerdict = (verdict: Verdict) => {
    verdicts.push(verdict);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(verdicts, undefined, 2)}\n`);
    tell(lineOf(verdict, verdicts.length, names.length));
  };
  await doAll({
    worker: join(import.meta.dirname, "worker.ts"),
    args: [String(seed)],
    tasks: names.filter((name) => !known.has(name)),
    jobs,
    nameOf: (name) => name,
    onResult: onVerdict,
  });
  verdicts.sort((left, right) => names.indexOf(left.name) - names.indexOf(right.name));
  const peers = await comparison(faults, options);
  print(summaryOf(verdicts, peers));
  if (write) {
    keepKillers(verdicts);
    keepRuns(peers);
    writeTable(verdicts, keptRuns(), seed);
  }
  const { killed, total } = scoreOf(verdicts);
  return killed / total >= ENOUGH ? 0 : 1;
}

function keptVerdicts({ json, resume }: Options): Verdict[] {
  if (!resume || json === undefined || !existsSync(json)) return [];
  return JSON.parse(readFileSync(json, "utf8")) as Verdict[];
}

function comparison(faults: readonly SeededFault[], { peers }: Options): Promise<PeerRun[]> {
  const ofDocument = faults.flatMap((each) => (each.kind === "spec" ? [each.fault] : []));
  return runPeers(peers, ofDocument, tell);
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function isChosen({ only, family }: Options): (seeded: SeededFault) => boolean {
  return ({ fault }) => only.test(fault.name) && family.test(fault.family);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
