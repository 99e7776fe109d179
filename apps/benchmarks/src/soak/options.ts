import { parseArgs } from "node:util";
import { SHARES } from "./mix.ts";

const USAGE = `usage: npm run soak [-- options]

All operations at once against the server as npm start runs it, on SQLite with every commit synced and limits on:

  1. as many requests as it answers, over 1, 2, 4 … 512 connections, each for some seconds
  2. for minutes at 80 % of the least of that from 64 connections on, sent by the clock; a request that finds no connection
     free waits in its own time
  3. with --expired, whether removing expired rows holds the others up: a part of phase 2 with and without, in turn

  --minutes N      of phase 2 (10)
  --seconds N      for each number of connections in phase 1, and for each part of phase 3 (5)
  --tokens N       stored before the first request (1000000)
  --load PERCENT   of the capacity, in phases 2 and 3 (80)
  --connections N  in phases 2 and 3 (64)
  --most N         connections in phase 1 (512)
  --rate N         requests a second in phases 2 and 3, instead of --load; leaves phase 1 out
  --expired N      expired tokens to be removed in each part of phase 3; 0 leaves it out (0)
  --rounds N       of phase 3 (3)
  --json FILE      where the figures go as well
  --help           this text

Requests go to this machine only. Times are in milliseconds. Of a hundred requests: ${Object.entries(SHARES)
  .map(([name, share]) => `${name} ${share}`)
  .join(", ")}.
Exit code: 0 done without an error, 1 an answer was wrong or missing, or the p99 more than doubled in phase 3, 2 a command
line that makes no sense.`;

const DEFAULTS = {
  minutes: "10",
  seconds: "5",
  tokens: "1000000",
  load: "80",
  connections: "64",
  most: "512",
  expired: "0",
  rounds: "3",
  rate: "0",
};

export type Options = { readonly [Name in keyof typeof DEFAULTS]: number } & {
  readonly json: string | undefined;
};

/** Ends the process when help is asked for or the command line makes no sense. */
export function readOptions(): Options {
  const { help, json, ...given } = parse();
  if (help) {
    console.log(USAGE);
    process.exit();
  }
  const number = (name: keyof typeof DEFAULTS) => {
    const text = given[name] ?? DEFAULTS[name];
    const pattern = name === "minutes" ? /^[0-9]{1,3}(\.[0-9]+)?$/ : /^[0-9]{1,8}$/;
    return pattern.test(text) ? Number(text) : fail(`--${name} must be a number, and not "${text}".`);
  };
  return {
    minutes: number("minutes"),
    seconds: number("seconds"),
    tokens: number("tokens"),
    load: number("load"),
    connections: number("connections"),
    most: number("most"),
    expired: number("expired"),
    rounds: number("rounds"),
    rate: number("rate"),
    json,
  };
}

function parse() {
  const text = { type: "string" } as const;
  const numbers = { minutes: text, seconds: text, tokens: text, load: text } as const;
  const more = { connections: text, most: text, expired: text, rounds: text, rate: text } as const;
  try {
    return parseArgs({ options: { ...numbers, ...more, json: text, help: { type: "boolean" } } }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(message: string): never {
  console.error(`${message}\nSee: npm run soak -- --help`);
  process.exit(2);
}
