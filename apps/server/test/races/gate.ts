import { randomInt } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Held, Wire, WireAnswer, WireRequest } from "../support/wire.ts";

/** The start gate: every request is at its server but for the last byte, and then all of those are sent in one turn. */
export async function atOnce(
  wires: readonly [Wire, Wire],
  asked: readonly WireRequest[],
): Promise<WireAnswer[]> {
  const held = await Promise.all(asked.map((each, index) => wires[index % 2 === 0 ? 0 : 1].hold(each)));
  return Promise.all(held.map((each) => each.go()));
}

const STEP_MS = 0.2;
const SPREAD_MS = 1;

/**
 * The start gate for two sides that take differently long. Who came first starts a little later in the next round, so
 * that they keep meeting at the moment that decides.
 */
export function createDuel(seed = Number(process.env.RACE_SEED ?? randomInt(2 ** 31))) {
  const random = generator(seed);
  let lag = 0;
  let wins = 0;
  let streak = 0;
  let lastWon: boolean | undefined;
  return {
    seed,
    wins: () => wins,
    /** The answer of the one side, then that of the other; `isFirst` tells whether the one came first. */
    async fight(one: Held, other: Held, isFirst: (answer: WireAnswer) => boolean): Promise<WireAnswer> {
      const wait = lag + (random() - 0.5) * SPREAD_MS;
      const [early, late] = wait < 0 ? [one, other] : [other, one];
      const answers = [early.go()];
      const start = performance.now() + Math.abs(wait);
      while (performance.now() < start) await setImmediate();
      answers.push(late.go());
      const [answer, undoing] = await Promise.all(wait < 0 ? answers : answers.reverse());
      if (answer === undefined || undoing === undefined || undoing.status >= 300)
        throw new Error(`the other side was refused: ${JSON.stringify(undoing)}`);
      const won = isFirst(answer);
      // Faster the longer it is always the same one.
      streak = won === lastWon ? streak + 1 : 1;
      lastWon = won;
      lag += (won ? STEP_MS : -STEP_MS) * streak;
      if (won) wins++;
      return answer;
    },
  };
}

export type Duel = ReturnType<typeof createDuel>;

/** mulberry32: the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
