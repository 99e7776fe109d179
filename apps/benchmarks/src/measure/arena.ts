import { mkdirSync } from "node:fs";
import type { Contestant, Running, Surroundings } from "../contestants/contestant.ts";
import { type Generator, startGenerator } from "../load/generator.ts";
import type { Outcome } from "../load/run.ts";
import type { Cores } from "../machine.ts";
import type { Operation } from "../operations.ts";
import { type MemoryWatch, watchMemory } from "./memory.ts";

export interface Arena {
  has(contestant: Contestant, operation: Operation): boolean;
  /** Everybody else's processor is taken away meanwhile. */
  measure(contestant: Contestant, operation: Operation, timing: Timing): Promise<Outcome>;
  running(contestant: Contestant): Running;
  readonly memory: MemoryWatch;
  close(): Promise<void>;
}

export interface Timing {
  readonly warmSeconds: number;
  readonly seconds: number;
}

export const CONNECTIONS = 32;

/** Starts all contestants, one after the other, each paused when it is ready. */
export async function openArena(
  contestants: readonly Contestant[],
  options: { directory: string; cores: Cores | undefined; tokens: number; say: Surroundings["say"] },
): Promise<Arena> {
  const generator = startGenerator(options.cores);
  const all = new Map<Contestant, Running>();
  const close = async () => {
    generator.stop();
    for (const running of [...all.values()].reverse()) await running.stop();
  };
  try {
    for (const contestant of contestants) {
      options.say(`starting ${contestant.title}`);
      const directory = `${options.directory}/${contestant.name}`;
      mkdirSync(directory, { recursive: true });
      const say = (text: string) => options.say(`${contestant.title}: ${text}`);
      const running = await contestant.start({ ...options, directory, say });
      await teach(generator, contestant, running);
      running.pause();
      all.set(contestant, running);
    }
  } catch (error) {
    await close();
    throw error;
  }

  const running = (contestant: Contestant) => {
    const found = all.get(contestant);
    if (found === undefined) throw new TypeError(`${contestant.name} was not started`);
    return found;
  };
  const rates = new Map<string, number>();
  const memory = watchMemory();

  return {
    running,
    memory,
    has: (contestant, operation) => running(contestant).plans[operation] !== undefined,
    async measure(contestant, operation, timing) {
      const server = running(contestant);
      const name = planName(contestant, operation);
      server.resume();
      try {
        await refill(generator, server, operation, name, timing, rates.get(name));
        const outcome = await generator.run(name, {
          ...timing,
          port: server.port,
          serverPid: server.pid,
          helpers: server.helpers,
          connections: CONNECTIONS,
        });
        if (process.platform === "linux") memory.note(contestant, server, outcome);
        rates.set(name, Math.max(rates.get(name) ?? 0, outcome.requests / outcome.seconds));
        return outcome;
      } finally {
        server.pause();
      }
    },
    close,
  };
}

async function teach(generator: Generator, contestant: Contestant, { plans }: Running): Promise<void> {
  for (const [operation, plan] of Object.entries(plans))
    await generator.plan(`${contestant.name} ${operation}`, plan);
}

function planName(contestant: Contestant, operation: Operation): string {
  return `${contestant.name} ${operation}`;
}

/** Requests in a second, when nothing is known of a contestant yet. */
const GUESS = 8000;
const RESERVE = 1.4;

/** Before each round as many as the fastest round so far would have used up. */
async function refill(
  generator: Generator,
  server: Running,
  operation: Operation,
  name: string,
  { warmSeconds, seconds }: Timing,
  rate: number | undefined,
): Promise<void> {
  if (server.plans[operation]?.use !== "once") return;
  const count = Math.ceil((warmSeconds + seconds) * (rate ?? GUESS) * RESERVE);
  await generator.add(name, await server.refill(operation, count));
}
