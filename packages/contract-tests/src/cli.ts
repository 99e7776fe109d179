#!/usr/bin/env node
import { HELP, type Options, readOptions } from "./cli/options.ts";
import { openReports } from "./cli/reports.ts";
import { createStop } from "./cli/stop.ts";
import { toolOf } from "./cli/tool.ts";
import { isForUser } from "./cli/usage.ts";
import { listCases, runConformance } from "./conformance.ts";
import { createProgress, type Report, summaryOf, Unreachable } from "./engine/index.ts";

const FOUND = 1;
const NOT_RUN = 2;
/** 128 and the number of SIGINT, as shells have it. */
const INTERRUPTED = 130;

async function main(args: string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === "help") return say(HELP);
    if (options.list) return say(`${listed(options).join("\n")}\n`);
    return await conform(options);
  } catch (error) {
    if (!isForUser(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return NOT_RUN;
  }
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

function listed(options: Options): string[] {
  return listCases(options).filter((title) => options.only?.test(title) ?? true);
}

async function conform(options: Options): Promise<number> {
  // Before the run, because afterwards would be too late to say that they cannot be written.
  const reports = openReports(options);
  const stop = createStop(process.stderr);
  const progress = createProgress(process.stderr);
  try {
    const report = await runConformance({ ...options, signal: stop.signal, onProgress: progress.show });
    progress.end();
    process.stdout.write(summaryOf(report, toolOf(options)));
    process.stdout.write(reports.write(report));
    return stop.signal.aborted ? INTERRUPTED : exitCode(report);
  } catch (error) {
    progress.end();
    if (!(error instanceof Unreachable)) throw error;
    process.stderr.write(`${options.baseUrl} cannot be reached (${error.message}). ${ADVICE}\n`);
    return NOT_RUN;
  } finally {
    stop.end();
  }
}

const ADVICE = "Is the server running there, and is --base-url right?";

function exitCode({ stopped, findings }: Report): number {
  if (stopped !== undefined) {
    process.stderr.write(`The run ended early: ${stopped}. ${ADVICE}\n`);
    return NOT_RUN;
  }
  return findings.length === 0 ? 0 : FOUND;
}

process.exitCode = await main(process.argv.slice(2));
