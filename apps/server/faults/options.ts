import { needFile, parseOptions, UsageError, wholeNumber } from "../batch/command-line.ts";
import { PEERS } from "./peers/index.ts";

export const HELP = `npm run faults: holds the conformance suite against servers with one seeded fault each

  --only PATTERN     only the faults whose name matches this regular expression
  --family PATTERN   only the families whose name matches: response property, response envelope,
                     request value, request envelope, oauth, authentication
  --list             the names, and what each fault does, without running anything
  --jobs N           worker processes (1)
  --seed N           the suite's seed (1)
  --json FILE        writes the verdicts as they come
  --resume           keeps the verdicts that FILE has already
  --with PEERS       also runs specmatic, respect or both (with a comma) on the faults of the
                     document, and prints the scores side by side; installed on demand
  --write            writes packages/contract-tests/FAULTS.md; only after a run of all faults
  --help             this text

A fault in a server of your own:     node packages/contract-tests/src/faults/cli.ts --help
A fault in this server, started:     FAULT=name npm run faulty --workspace apps/server

Exit code: 0 when at least 98 % were found, 1 when fewer, 2 when it could not run.
`;

export interface Options {
  only: RegExp;
  family: RegExp;
  list: boolean;
  jobs: number;
  seed: number;
  json: string | undefined;
  resume: boolean;
  /** Names of tools. */
  peers: readonly string[];
  write: boolean;
  help: boolean;
}

const [text, flag] = [{ type: "string" }, { type: "boolean" }] as const;

export function readOptions(args: string[]): Options {
  const values = parseOptions(args, {
    ...{ only: text, family: text, jobs: text, seed: text, json: text, with: text },
    ...{ list: flag, resume: flag, write: flag, help: flag },
  });
  const options = {
    only: pattern("only", values.only),
    family: pattern("family", values.family),
    list: values.list ?? false,
    jobs: wholeNumber("jobs", values.jobs ?? "1", 1),
    seed: wholeNumber("seed", values.seed ?? "1", 1),
    json: values.json,
    resume: values.resume ?? false,
    peers: (values.with?.split(",") ?? []).map(peer),
    write: values.write ?? false,
    help: values.help ?? false,
  };
  const isPart = values.only !== undefined || values.family !== undefined;
  if (options.write && isPart)
    throw new UsageError("--write needs all faults: leave --only and --family out");
  needFile(options);
  return options;
}

function pattern(name: string, text = ""): RegExp {
  try {
    return new RegExp(text, "i");
  } catch {
    throw new UsageError(`--${name} ${text} is no regular expression`);
  }
}

function peer(name: string): string {
  if (Object.hasOwn(PEERS, name)) return name;
  throw new UsageError(`--with ${name}: there are ${Object.keys(PEERS).join(" and ")}`);
}
