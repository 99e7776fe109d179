import { parseArgs } from "node:util";

export const HELP = `usage: npm run bench -- [options]

Measures this provider beside others and beside bare servers, one process at a time on a core of its own, and writes
apps/benchmarks/results: results.json, and the table and plots that README.md shows. 25 to 45 minutes, the longer the less
steady the machine is; nothing else should run on it meanwhile. The peers are installed into apps/benchmarks/peers the first time.

  --only NAME[/OPERATION]  only this contestant, or this operation of it, or of all with /OPERATION; may be repeated
  --rounds N               rounds of which the medians are taken (7); up to three times as many of what is not certain by then
  --seconds N              measured in a round, of each operation of each contestant (1)
  --tokens N               tokens stored by this provider before the first request (1000000)
  --quick                  a smoke run of about three minutes: 1 round, 1 second, 200000 tokens; writes nothing without --out
  --allow-noise            prints figures though the machine was busy; writes nothing without --out
  --out FOLDER             writes there instead, whatever the figures are worth
  --profile OPERATION      a profile of this provider under load instead (a .cpuprofile file for a browser's tools)
  --render                 table, plots and growth.md anew from the JSON files there, without measuring
  --check                  only whether README.md, plots and growth.md are what those files say
  --list                   names of the contestants and operations
  --help                   this text

Exit code: 0 done, 1 failed or a contestant answered wrongly, 2 a command line that makes no sense, 3 the machine was too
busy for figures.`;

export interface Options {
  readonly only: readonly string[];
  readonly rounds: number;
  readonly seconds: number;
  readonly tokens: number;
  readonly isQuick: boolean;
  readonly allowNoise: boolean;
  readonly out: string | undefined;
  readonly profile: string | undefined;
  readonly mode: "help" | "list" | "check" | "render" | "measure";
}

/** The command line makes no sense; the message says why. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

export function readArguments(args: readonly string[]): Options {
  const values = parse(args);
  const quick = values.quick ?? false;
  return {
    only: values.only ?? [],
    rounds: positive("rounds", values.rounds, quick ? 1 : 7),
    seconds: positive("seconds", values.seconds, 1),
    tokens: positive("tokens", values.tokens, quick ? 200_000 : 1_000_000),
    isQuick: quick,
    allowNoise: values["allow-noise"] ?? false,
    out: values.out,
    profile: values.profile,
    mode: (["help", "list", "check", "render"] as const).find((mode) => values[mode]) ?? "measure",
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{
          only: { ...text, multiple: true },
          rounds: text,
          seconds: text,
          tokens: text,
          out: text,
          profile: text,
        },
        ...{ quick: flag, "allow-noise": flag, render: flag, check: flag, list: flag, help: flag },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function positive(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new UsageError(`--${name} must be a number above 0.`);
}

/** Whether a contestant's operation is asked for; `name`, `name/operation` and `/operation` each narrow. */
export function wanted(only: readonly string[], contestant: string, operation: string): boolean {
  if (only.length === 0) return true;
  return only.some((each) => {
    const [name = "", wantedOperation = ""] = each.split("/");
    const isName = name === "" || name === contestant;
    return isName && (wantedOperation === "" || wantedOperation === operation);
  });
}
