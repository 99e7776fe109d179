// npm run seeds: as many runs of the conformance suite against the provider as it is as were asked for.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withGenerated } from "@fluxer-oauth2/scripts/markdown";
import { UsageError } from "../batch/command-line.ts";
import { doAll } from "../batch/pool.ts";
import { HELP, type Options, readOptions } from "./options.ts";
import type { Run, Task } from "./run.ts";
import { isClean, outcomeOf, seconds, sentenceOf, summaryOf } from "./summary.ts";

const README = join(import.meta.dirname, "../../../packages/contract-tests/README.md");

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.help) {
      process.stdout.write(HELP);
      return 0;
    }
    return await measure(options);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${error instanceof UsageError ? message : `the run failed: ${message}`}\n`);
    return 2;
  }
}

async function measure(options: Options): Promise<number> {
  const { jobs, json, write } = options;
  const tasks = tasksOf(options);
  const runs = keptRuns(options);
  const known = new Set(runs.map(keyOf));
  await doAll({
    worker: join(import.meta.dirname, "worker.ts"),
    tasks: tasks.filter((task) => !known.has(keyOf(task))),
    jobs,
    nameOf: ({ seed }) => `seed ${seed}`,
    onResult(run: Run) {
      runs.push(run);
      if (json !== undefined) writeFileSync(json, `${JSON.stringify(runs)}\n`);
      process.stderr.write(`${runs.length}/${tasks.length} ${lineOf(run)}\n`);
    },
  });
  const outcome = outcomeOf(runs);
  process.stdout.write(summaryOf(outcome));
  if (write) writeFileSync(README, withGenerated(readFileSync(README, "utf8"), "seeds", sentenceOf(outcome)));
  return isClean(outcome) ? 0 : 1;
}

/** The repetitions come between the seeds, so that they are spread over the whole time. */
function tasksOf({ from, count, again }: Options): Task[] {
  const seeds = Array.from({ length: count }, (_, index) => ({ seed: from + index, round: 0 }));
  const every = Math.max(1, Math.floor(count / Math.max(1, again)));
  const repeated = Array.from({ length: again }, (_, index) => ({ seed: from, round: index + 1 }));
  const mixed = seeds.flatMap((task, index) => {
    const next = index % every === every - 1 ? repeated.shift() : undefined;
    return next ? [task, next] : [task];
  });
  return [...mixed, ...repeated];
}

function keptRuns(options: Options): Run[] {
  const { json, resume } = options;
  if (!resume || json === undefined || !existsSync(json)) return [];
  const wanted = new Set(tasksOf(options).map(keyOf));
  const kept = JSON.parse(readFileSync(json, "utf8")) as Run[];
  return kept.filter((run) => wanted.has(keyOf(run)));
}

function keyOf({ seed, round }: Task): string {
  return `${seed}/${round}`;
}

function lineOf({ seed, round, findings, cases, requests, milliseconds }: Run): string {
  const which = round === 0 ? `seed ${seed}` : `seed ${seed} once more`;
  const what = findings.length === 0 ? "✓" : `✗ ${findings.join("\n  ")}`;
  return `${seconds(milliseconds)}  ${which}: ${cases} cases, ${requests} requests ${what}`;
}
