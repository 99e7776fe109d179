import { needFile, parseOptions, wholeNumber } from "../batch/command-line.ts";

export const HELP = `npm run seeds: looks for false alarms and flakes of the conformance suite

Runs the suite in process against the provider as it is, once for each seed, and the first seed again and again. The
provider conforms, so any finding is a false alarm; and the same seed must give the same report each time.

  --from N      the first seed (1)
  --count N     how many seeds (20)
  --again N     how often the first seed is run once more (5)
  --jobs N      worker processes (1)
  --json FILE   writes what came of each run as it ends
  --resume      keeps the runs that FILE has already
  --write       puts the result into the README of packages/contract-tests
  --help        this text

A run takes about five seconds of a core. Passwords are hashed at the least cost.
Exit code: 0 when nothing was found and equal seeds gave equal reports, 1 when not, 2 when it could not run.
`;

export interface Options {
  from: number;
  count: number;
  again: number;
  jobs: number;
  json: string | undefined;
  resume: boolean;
  write: boolean;
  help: boolean;
}

const [text, flag] = [{ type: "string" }, { type: "boolean" }] as const;

export function readOptions(args: string[]): Options {
  const values = parseOptions(args, {
    ...{ from: text, count: text, again: text, jobs: text, json: text },
    ...{ resume: flag, write: flag, help: flag },
  });
  const { json, resume = false, write = false, help = false } = values;
  needFile({ resume, json });
  return {
    from: wholeNumber("from", values.from ?? "1", 0),
    count: wholeNumber("count", values.count ?? "20", 1),
    again: wholeNumber("again", values.again ?? "5", 0),
    jobs: wholeNumber("jobs", values.jobs ?? "1", 1),
    json,
    resume,
    write,
    help,
  };
}
