import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Entry, Plan } from "../load/plan.ts";
import type { Operation } from "../operations.ts";
import type { Contestant, Running, Surroundings } from "./contestant.ts";
import { spawnServer } from "./process.ts";

/** What a contestant's program tells its parent when it listens. */
export interface Ready {
  readonly port: number;
  readonly plans: Partial<Record<Operation, Plan>>;
}

type Description = Omit<Contestant, "start"> & {
  readonly program: URL;
  readonly environment?: Readonly<Record<string, string>>;
};

/** A contestant whose program seeds itself and says how it wants to be asked. */
export function foreign({ program, environment = {}, ...description }: Description): Contestant {
  return { ...description, start: (surroundings) => startForeign(program, environment, surroundings) };
}

export async function startForeign(
  program: URL,
  environment: Readonly<Record<string, string>>,
  { directory, cores, tokens }: Surroundings,
): Promise<Running> {
  const all = { ...environment, DIRECTORY: directory, TOKENS: String(tokens) };
  const spawned = spawnServer([fileURLToPath(program)], all, cores, directory);
  const message = async (): Promise<unknown> =>
    (await Promise.race([once(spawned.child, "message"), spawned.broken]))[0];
  // Said by peers/contestant.mjs and servers/contestant.ts.
  const { port, plans } = (await message()) as Ready;
  return {
    ...spawned,
    helpers: [],
    port,
    plans,
    async refill(operation, count) {
      spawned.child.send({ refill: operation, count });
      return (await message()) as readonly Entry[];
    },
  };
}
