import { type Options, wanted } from "./arguments.ts";
import { allContestants } from "./contestants/all.ts";
import { ANCHOR } from "./contestants/anchors.ts";
import type { Contestant } from "./contestants/contestant.ts";
import { installPeers } from "./contestants/peers.ts";
import { assignCores, describeMachine } from "./machine.ts";
import { type Arena, CONNECTIONS, openArena } from "./measure/arena.ts";
import { otherMeasures } from "./measure/besides.ts";
import { crossCheck } from "./measure/cross-check.ts";
import { measureRounds, type Sample } from "./measure/rounds.ts";
import { OPERATION_NAMES } from "./operations.ts";
import { figuresOf, noiseOf, tooNoisy, unsettled } from "./report/figures.ts";
import type { Measure, Results } from "./report/results.ts";
import { TooNoisy } from "./report/too-noisy.ts";
import { versions } from "./report/versions.ts";

/** Of a sample, before it counts as disturbed. */
const TRIES = 3;
/** As many times the rounds that are asked for an operation may have whose figures are not certain enough. */
const MOST_TIMES = 3;
/** An engine goes on optimising what it runs for some seconds, which must not be those that are measured. */
const WARM_UP_SECONDS = 5;

/** The whole comparison, or the part of it that is asked for. */
export async function bench(
  options: Options,
  directory: string,
  say: (text: string) => void,
): Promise<Results> {
  const contestants = chosen(options.only);
  if (contestants.some(({ group }) => group === "peer")) installPeers(say);
  const cores = assignCores();
  const machine = describeMachine(cores);
  say(`${machine.cpu}, ${machine.cores} cores: ${machine.pinned}`);
  const arena = await openArena(contestants, { directory, cores, tokens: options.tokens, say });
  let samples: Sample[];
  let memory: Measure[];
  let checks: Measure[];
  try {
    samples = await rounds(arena, contestants, options, say);
    const anchor = contestants.find(({ name }) => name === ANCHOR);
    checks = anchor === undefined ? [] : crossCheck(arena, anchor, samples, cores, options.seconds);
    memory = arena.memory.measures(contestants);
  } finally {
    await arena.close();
  }
  const reason = tooNoisy(samples);
  const isRefused = reason !== undefined && !options.allowNoise;
  const isWhole = options.only.length === 0 && !options.isQuick && !isRefused;
  const results: Results = {
    date: new Date().toISOString(),
    machine,
    versions: versions(),
    settings: {
      rounds: options.rounds,
      seconds: options.seconds,
      connections: CONNECTIONS,
      tokens: options.tokens,
    },
    contestants: contestants.map(({ start: _, ...description }) => description),
    figures: figuresOf(samples),
    more: [
      ...memory,
      ...checks,
      ...(isWhole ? await otherMeasures({ cores, tokens: options.tokens, say }) : []),
    ],
    noise: noiseOf(samples),
  };
  if (isRefused) throw new TooNoisy(`No figures: ${reason}. (--allow-noise shows them.)`, results);
  if (reason !== undefined) say(`NOT TO BE TRUSTED: ${reason}`);
  return results;
}

/** The anchor comes along with anybody. */
function chosen(only: readonly string[]): readonly Contestant[] {
  return allContestants().filter(
    ({ name }) => name === ANCHOR || OPERATION_NAMES.some((operation) => wanted(only, name, operation)),
  );
}

function rounds(
  arena: Arena,
  contestants: readonly Contestant[],
  options: Options,
  say: (text: string) => void,
) {
  return measureRounds(arena, {
    contestants,
    operations: OPERATION_NAMES,
    rounds: options.rounds,
    mostRounds: options.allowNoise || options.isQuick ? options.rounds : options.rounds * MOST_TIMES,
    isSettled: (operation, samples) => !unsettled(samples).has(operation),
    seconds: options.seconds,
    // Figures that are for looks alone need no patience, and few stored users no more requests than their limits take.
    warmUpSeconds: options.isQuick || options.allowNoise ? options.seconds : WARM_UP_SECONDS,
    tries: options.allowNoise ? 1 : TRIES,
    isWanted: ({ name }, operation) => wanted(options.only, name, operation),
    say,
  });
}
