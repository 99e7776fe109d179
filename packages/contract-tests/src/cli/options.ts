import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { listCases } from "../conformance.ts";
import { document } from "../document.ts";
import { type Format, isFormat, NotOpenApi, REPORT_FILES } from "../engine/index.ts";
import { type FluxerConfig, readConfig } from "../fluxer/config.ts";
import { operationIds, readDocument } from "./document.ts";
import { read } from "./files.ts";
import { messageOf, UsageError } from "./usage.ts";

const FORMATS = Object.keys(REPORT_FILES).join(", ");

export const HELP = `fluxer-oauth2-conformance: holds a server against the Fluxer OAuth2 API's document

  --base-url URL   where the API is (required)
  --config FILE    JSON: what the suite cannot find out from outside
                     adminApplication  { client_id, client_secret, redirect_uri } of an application
                                       that may ask for the scope admin
                     rateLimits        true: the server limits requests, so provoke each limit;
                                       best in a run of its own with --only "rate limit", as all
                                       other cases want the limits off
                     maxWait           seconds to wait at most when a limit is met (15)
                     bodyLimit         largest request body in bytes (65536)
                     refreshRetryWindow
                                       seconds in which a repeated refresh gets the same answer (30)
                     httpRedirectUpdates
                                       true: updates may register http redirect URIs to any host
                     machineRuns       random chains for each state machine (3)
                     machineReplay     what a finding of a state machine ends with, to see it again
  --spec FILE      another document of the API, JSON or YAML, bundled into one file
  --seed N         plans the same cases again (1)
  --only PATTERN   only the cases whose title matches this regular expression
  --list           prints the titles of the cases and asks no server
  --report FORMATS any of ${FORMATS}, with commas between
  --output DIR     where the reports go (conformance-report)
  --help           this text

The run makes accounts, applications and guilds of its own, and deletes the applications again.
Interrupted once, it still cleans up and reports what it saw. Secrets are masked everywhere.
Exit code: 0 without findings, 1 with findings, 2 when it could not run or the server went away,
130 when it was interrupted.
`;

export interface Options {
  baseUrl: string;
  seed: number;
  only: RegExp | undefined;
  list: boolean;
  config: FluxerConfig;
  spec?: unknown;
  formats: readonly Format[];
  output: string;
  /** As they were given. */
  files: { config: string | undefined; spec: string | undefined };
}

export function readOptions(args: string[]): Options | "help" {
  const values = parse(args);
  if (values.help === true) return "help";
  const { list = false, config: configFile, spec: specFile } = values;
  const seed = seedOf(values.seed);
  const config = configFile === undefined ? {} : readConfig(read(configFile));
  return {
    baseUrl: list ? "" : baseUrlOf(values["base-url"]),
    seed,
    only: patternOf(values.only),
    list,
    config,
    ...(specFile !== undefined && { spec: usable(specFile, config) }),
    formats: formatsOf(values.report),
    output: resolve(values.output ?? "conformance-report"),
    files: { config: configFile, spec: specFile },
  };
}

function parse(args: string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = {
    ...{ "base-url": text, config: text, spec: text, seed: text, only: text, report: text, output: text },
    ...{ list: flag, help: flag },
  };
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UsageError(`${messageOf(error)}\n--help tells the options`);
  }
}

function baseUrlOf(text: string | undefined): string {
  if (text === undefined) throw new UsageError("--base-url is missing; --help tells more");
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError(`--base-url ${text} is no URL`);
  if (url.username !== "" || url.password !== "") throw new UsageError("--base-url must hold no password");
  return text;
}

function seedOf(text = "1"): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new UsageError(`--seed ${text} is no whole number`);
  return seed;
}

function patternOf(text: string | undefined): RegExp | undefined {
  try {
    return text === undefined ? undefined : new RegExp(text, "i");
  } catch {
    throw new UsageError(`--only ${text} is no regular expression`);
  }
}

function formatsOf(text: string | undefined): Format[] {
  if (text === undefined) return [];
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !isFormat(name));
  if (unknown !== undefined) throw new UsageError(`--report ${unknown} is not known; there are ${FORMATS}`);
  return [...new Set(names.filter(isFormat))];
}

/** A document that the cases can be planned from; whatever is wrong with it is said before the first request. */
function usable(file: string, config: FluxerConfig): unknown {
  const spec = readDocument(file);
  try {
    listCases({ spec, config });
  } catch (error) {
    if (error instanceof NotOpenApi) throw new NotOpenApi(`${file}: ${error.message}`);
    throw new UsageError(`${file} cannot be used: ${messageOf(error)}`);
  }
  const ids = operationIds(spec);
  const missing = [...operationIds(document)].filter((id) => !ids.has(id));
  if (missing.length === 0) return spec;
  throw new UsageError(`${file} is no document of this API: it has no operation ${missing.join(", ")}`);
}
