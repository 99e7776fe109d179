import { writeFileSync } from "node:fs";
import { type SeededFault, seededFaults } from "./faults.ts";
import { HELP, type Options, readOptions, UsageError } from "./options.ts";
import { judgeAll } from "./pool.ts";
import { lineOf, summaryOf } from "./summary.ts";
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

async function run(faults: readonly SeededFault[], { jobs, seed, json }: Options): Promise<number> {
  const names = faults.map(({ fault }) => fault.name);
  const verdicts: Verdict[] = [];
  const onVerdict = (verdict: Verdict) => {
    verdicts.push(verdict);
    process.stderr.write(`${lineOf(verdict, verdicts.length, names.length)}\n`);
  };
  await judgeAll({ names, jobs, seed, onVerdict });
  verdicts.sort((left, right) => names.indexOf(left.name) - names.indexOf(right.name));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(verdicts, undefined, 2)}\n`);
  process.stdout.write(summaryOf(verdicts));
  const { killed, total } = scoreOf(verdicts);
  return killed / total >= ENOUGH ? 0 : 1;
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
