#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runConformance } from "./conformance.ts";
import { createProgress, NotOpenApi, summaryOf, Unreachable } from "./engine/index.ts";
import { ConfigError, readConfig } from "./fluxer/config.ts";

const HELP = `fluxer-oauth2-conformance: holds a server against the Fluxer OAuth2 API's document

  --base-url URL   where the API is (required)
  --config FILE    JSON: what the suite cannot find out from outside
                     adminApplication  { client_id, client_secret, redirect_uri } of an application
                                       that may ask for the scope admin
                     rateLimits        true: the server limits requests, so provoke each limit;
                                       best in a run of its own with --only "rate limit", as all
                                       other cases want the limits off
                     maxWait           seconds to wait at most when a limit is met (15)
                     bodyLimit         largest request body in bytes (65536)
  --spec FILE      another bundled document, as JSON
  --seed N         plans the same cases again (1)
  --only PATTERN   only the cases whose title matches this regular expression
  --help           this text

The run makes accounts, applications and guilds of its own, and deletes the applications again.
Exit code: 0 without findings, 1 with findings, 2 when it could not run.
`;

/** What the person at the terminal can put right. */
class UsageError extends Error {}

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === undefined) {
      process.stdout.write(HELP);
      return 0;
    }
    const progress = createProgress(process.stderr);
    const report = await runConformance({ ...options, onProgress: progress.show }).finally(progress.end);
    process.stdout.write(summaryOf(report));
    return report.findings.length === 0 ? 0 : 1;
  } catch (error) {
    if (!isForUser(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function isForUser(error: unknown): error is Error {
  return [UsageError, ConfigError, NotOpenApi, Unreachable].some((kind) => error instanceof kind);
}

function readOptions(args: string[]) {
  const values = parse(args);
  if (values.help === true) return undefined;
  const baseUrl = values["base-url"];
  if (baseUrl === undefined) throw new UsageError("--base-url is missing; --help tells more");
  if (!/^https?:$/.test(URL.parse(baseUrl)?.protocol ?? ""))
    throw new UsageError(`--base-url ${baseUrl} is no URL`);
  const seed = Number(values.seed ?? 1);
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new UsageError(`--seed ${values.seed} is no whole number`);
  return {
    baseUrl,
    seed,
    only: patternOf(values.only),
    config: values.config === undefined ? {} : readConfig(read(values.config)),
    ...(values.spec !== undefined && { spec: json(values.spec) }),
  };
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  const options = {
    "base-url": text,
    config: text,
    spec: text,
    seed: text,
    only: text,
    help: { type: "boolean" },
  } as const;
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function patternOf(text: string | undefined): RegExp | undefined {
  try {
    return text === undefined ? undefined : new RegExp(text, "i");
  } catch {
    throw new UsageError(`--only ${text} is no regular expression`);
  }
}

function json(file: string): unknown {
  try {
    return JSON.parse(read(file));
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${file} is not JSON`);
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`${file} cannot be read`);
  }
}
