import { spawnSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import type { Contestant, Running } from "../contestants/contestant.ts";
import { type Generator, startGenerator } from "../load/generator.ts";
import type { Outcome } from "../load/run.ts";
import type { Cores } from "../machine.ts";
import type { Operation } from "../operations.ts";
import { growthPlans, type Plans } from "./plans.ts";

export interface Settings {
  readonly directory: string;
  readonly cores: Cores | undefined;
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly seconds: number;
  readonly warmSeconds: number;
  readonly connections: number;
  /** Only operations whose names begin so. */
  readonly only: string;
  readonly say: (text: string) => void;
}

/** One operation at one size in one round. */
export interface Sample {
  readonly operation: string;
  readonly tokens: number;
  readonly round: number;
  readonly outcome: Outcome;
}

export interface Growth {
  readonly samples: readonly Sample[];
  /** What each database takes on the disk, where it is one file. */
  readonly bytes: Readonly<Record<number, number>>;
}

interface Grown {
  readonly tokens: number;
  readonly running: Running;
  readonly plans: Plans;
  readonly file: string;
}

/** The same provider on databases of different sizes, each asked in turn while the others are paused. */
export async function measureGrowth(
  newContestant: () => Contestant | undefined,
  settings: Settings,
): Promise<Growth> {
  const generator = startGenerator(settings.cores);
  const grown: Grown[] = [];
  try {
    for (const tokens of settings.sizes) {
      const contestant = newContestant();
      if (contestant === undefined) throw new TypeError("there is nobody to measure");
      grown.push(await start(contestant, tokens, generator, settings));
    }
    const bytes = grown.map(({ tokens, file }) => [tokens, sizeOf(file)] as const);
    const samples = [...(await rounds(grown, generator, settings))];
    return { samples, bytes: Object.fromEntries(bytes.filter(([, size]) => size > 0)) };
  } finally {
    generator.stop();
    for (const { running } of grown.reverse()) await running.stop();
  }
}

/** Of few tokens' users each would ask too often, and the limits' counts do not grow with the tokens. */
const UNLIMITED = { RATE_LIMITS: "off" };

async function start(
  contestant: Contestant,
  tokens: number,
  generator: Generator,
  { directory: parent, cores, say, only }: Settings,
): Promise<Grown> {
  const directory = `${parent}/${tokens}`;
  mkdirSync(directory, { recursive: true });
  const title = tokens.toLocaleString("en");
  say(`${title} tokens: loading`);
  const running = await contestant.start({
    ...{ directory, cores, tokens, settings: UNLIMITED },
    say: (text) => say(`${title} tokens: ${text}`),
  });
  const all = Object.entries(growthPlans(running.plans)).filter(([name]) => name.startsWith(only));
  for (const [name, plan] of all) await generator.plan(`${tokens} ${name}`, plan);
  running.pause();
  return { tokens, running, plans: Object.fromEntries(all), file: `${directory}/server.db` };
}

async function rounds(grown: readonly Grown[], generator: Generator, settings: Settings): Promise<Sample[]> {
  const names = Object.keys(grown[0]?.plans ?? {});
  const samples: Sample[] = [];
  for (const name of names.filter((each) => COLD.test(each))) {
    for (const each of grown) {
      if (!forget(each.file)) break;
      const timing = { ...settings, warmSeconds: 0, seconds: 1 };
      const outcome = await ask(each, name, generator, timing);
      samples.push({ operation: `${name}, cold`, tokens: each.tokens, round: 0, outcome });
    }
  }
  for (let round = 0; round < settings.rounds; round++) {
    for (const name of names) {
      settings.say(`round ${round + 1} of ${settings.rounds}: ${name}`);
      // Another one begins each time, so that whatever drifts meets all sizes alike.
      const order = grown.map((_, place) => grown[(place + round) % grown.length] as Grown);
      for (const each of order) {
        const outcome = await ask(each, name, generator, settings);
        samples.push({ operation: name, tokens: each.tokens, round, outcome });
      }
    }
  }
  return samples;
}

/** What is looked at in the first second after the operating system has forgotten the file. */
const COLD = /^(introspect, any|refresh)$/;

type Timing = Pick<Settings, "warmSeconds" | "seconds" | "connections">;

async function ask(
  { tokens, running, plans }: Grown,
  name: string,
  generator: Generator,
  { warmSeconds, seconds, connections }: Timing,
): Promise<Outcome> {
  running.resume();
  try {
    if (plans[name]?.use === "once") {
      const codes = Math.ceil((warmSeconds + seconds) * MOST_CODES);
      await generator.add(`${tokens} ${name}`, await running.refill(name as Operation, codes));
    }
    return await generator.run(`${tokens} ${name}`, {
      ...{ warmSeconds, seconds, connections },
      ...{ port: running.port, serverPid: running.pid, helpers: running.helpers },
    });
  } finally {
    running.pause();
  }
}

/** In a second. */
const MOST_CODES = 10_000;

/** Takes a file out of the system's memory; false where that cannot be asked for. */
function forget(file: string): boolean {
  if (sizeOf(file) === 0) return false;
  const options = [`of=${file}`, "oflag=nocache", "conv=notrunc,fdatasync", "count=0"];
  return spawnSync("dd", options, { stdio: "ignore" }).status === 0;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
