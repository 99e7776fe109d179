import { ANCHOR } from "../contestants/anchors.ts";
import type { Outcome } from "../load/run.ts";
import { isDisturbed, MOST_DISTURBED, type Sample } from "../measure/rounds.ts";
import { median, spread } from "../statistics.ts";
import type { Figure, Noise } from "./results.ts";

/** Below this share of its core a server did not show all it can. */
const BUSY = 0.9;

export function figuresOf(samples: readonly Sample[]): Figure[] {
  const groups = Map.groupBy(samples, ({ contestant, operation }) => `${contestant} ${operation}`);
  return [...groups.values()].map((group) => figureOf(group, samples));
}

function figureOf(group: readonly Sample[], all: readonly Sample[]): Figure {
  const [first] = group;
  if (first === undefined) throw new TypeError("a figure of nothing");
  const { contestant, operation } = first;
  const rounds = group.map(({ outcome }) => rateOf(outcome));
  const middle = (of: (outcome: Outcome) => number) => median(group.map(({ outcome }) => of(outcome)));
  const utilisation = middle(({ serverCpu, seconds }) => serverCpu / seconds);
  const loadUtilisation = middle(({ loadCpu, seconds }) => loadCpu / seconds);
  return {
    contestant,
    operation,
    rate: median(rounds),
    spread: spread(rounds),
    ratio: median(group.map((sample) => rateOf(sample.outcome) / anchorRate(sample, all))),
    cpuMicroseconds: middle(({ serverCpu, requests }) => (serverCpu / requests) * 1e6),
    p50: middle(({ p50 }) => p50),
    p99: middle(({ p99 }) => p99),
    p999: middle(({ p999 }) => p999),
    utilisation,
    ...(utilisation < BUSY && {
      bound: loadUtilisation >= BUSY ? ("load generator" as const) : ("storage" as const),
    }),
    rounds,
  };
}

function anchorRate({ round, operation }: Sample, all: readonly Sample[]): number {
  const anchor = all.find(
    (each) => each.contestant === ANCHOR && each.round === round && each.operation === operation,
  );
  return anchor === undefined ? Number.NaN : rateOf(anchor.outcome);
}

function rateOf({ requests, seconds }: Outcome): number {
  return requests / seconds;
}

export function noiseOf(samples: readonly Sample[]): Noise {
  const anchors = samples.filter(({ contestant }) => contestant === ANCHOR);
  return {
    samples: samples.length,
    disturbed: samples.filter(({ outcome }) => isDisturbed(outcome)).length,
    anchorSpread: spread(anchors.map(({ outcome }) => rateOf(outcome))),
  };
}

const MOST_SPREAD = 0.15;

/** Why these figures must not be reported; undefined when the machine was quiet enough. */
export function tooNoisy({ disturbed, samples, anchorSpread }: Noise): string | undefined {
  if (disturbed > samples * MOST_DISTURBED)
    return `other processes worked during ${disturbed} of ${samples} samples: end them and run this again`;
  if (anchorSpread > MOST_SPREAD)
    return `the bare route's own rate varied by ${Math.round(anchorSpread * 100)} %: the machine is not steady enough`;
  return undefined;
}
