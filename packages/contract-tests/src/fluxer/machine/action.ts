import fc from "fast-check";
import { checkAgreement } from "./agreement.ts";
import type { Model } from "./model.ts";
import type { System } from "./system.ts";

export type Command = fc.AsyncCommand<Model, System>;

/** One thing that somebody does, with what it is done to. */
export interface Action {
  /** In words, for the list that a finding shows. */
  told: string;
  run(system: System): Promise<void>;
}

/**
 * A command chooses what it is about only when it runs, from what there is by then; undefined when there is nothing. After
 * it server and model must agree about everything.
 */
export function command(name: string, choose: (model: Model) => Action | undefined): Command {
  let told = name;
  return {
    check: (model) => choose(model) !== undefined,
    run: async (model, system) => {
      const action = choose(model);
      if (!action) return;
      told = action.told;
      await action.run(system);
      await checkAgreement(model, system);
    },
    toString: () => told,
  };
}

/** One of several; the numbers come small after shrinking, so the first. */
export function pick<T>(items: readonly T[], number: number): T | undefined {
  return items[number % Math.max(items.length, 1)];
}

export const anyNumber: fc.Arbitrary<number> = fc.nat(11);
export const anyIndex: fc.Arbitrary<0 | 1> = fc.constantFrom(0, 1);

/** The same several times, as the weight of what leads further than other things. */
export function times(count: number, commands: fc.Arbitrary<Command>): fc.Arbitrary<Command>[] {
  return Array.from({ length: count }, () => commands);
}
