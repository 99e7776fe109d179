import { ANCHOR } from "../contestants/anchors.ts";
import type { Outcome } from "../load/run.ts";
import { isDisturbed, MOST_DISTURBED, type Sample } from "../measure/rounds.ts";
import type { Operation } from "../operations.ts";
import { median, medianInterval, spread } from "../statistics.ts";
import type { Figure, Noise } from "./results.ts";

/** Below this share of its core a server did not show all it can. */
const BUSY = 0.9;

export function figuresOf(samples: readonly Sample[]): Figure[] {
  const groups = Map.groupBy(samples, figureNameOf);
  return [...groups.values()].map((group) => figureOf(group, samples));
}

function figureNameOf({ contestant, operation }: Sample): string {
  return `${contestant} ${operation}`;
}

function figureOf(group: readonly Sample[], all: readonly Sample[]): Figure {
  const [first] = group;
  if (first === undefined) throw new TypeError("a figure of nothing");
  const { contestant, operation } = first;
  const rounds = group.map(({ outcome }) => rateOf(outcome));
  const middle = (of: (outcome: Outcome) => number) => median(group.map(({ outcome }) => of(outcome)));
  const ratios = group.map((sample) => rateOf(sample.outcome) / anchorRate(sample, all));
  const [low, high] = medianInterval(ratios);
  const utilisation = middle(({ serverCpu, seconds }) => serverCpu / seconds);
  const loadUtilisation = middle(({ loadCpu, seconds }) => loadCpu / seconds);
  return {
    contestant,
    operation,
    rate: median(rounds),
    spread: spread(rounds),
    ratio: median(ratios),
    uncertainty: (high - low) / 2 / median(ratios),
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
    uncertain: figuresOf(samples).filter(isUncertain).length,
    anchorSpread: spread(anchors.map(({ outcome }) => rateOf(outcome))),
  };
}

/** A ratio that may be wrong by more than this gets further rounds, as long as there are some. */
const GOOD_ENOUGH = 0.1;
/** By more than this it stands in the table with its mark. */
const MOST_UNCERTAINTY = 0.2;
/** More of them than this share, and there are no figures. */
const MOST_UNCERTAIN = 1 / 3;

/** The operations for which further rounds are worth their time. */
export function unsettled(samples: readonly Sample[]): Set<Operation> {
  const figures = figuresOf(samples).filter(({ uncertainty }) => uncertainty > GOOD_ENOUGH);
  return new Set(figures.map(({ operation }) => operation));
}

export function isUncertain({ uncertainty }: Pick<Figure, "uncertainty">): boolean {
  return uncertainty > MOST_UNCERTAINTY;
}

/** Why these figures must not be reported; undefined when the machine was quiet enough. */
export function tooNoisy(samples: readonly Sample[]): string | undefined {
  const { disturbed, uncertain } = noiseOf(samples);
  const figures = new Set(samples.map(figureNameOf)).size;
  if (disturbed > samples.length * MOST_DISTURBED)
    return `other processes worked during ${disturbed} of ${samples.length} samples: end them and run this again`;
  if (uncertain > figures * MOST_UNCERTAIN)
    return `${uncertain} of ${figures} ratios may be wrong by more than ${MOST_UNCERTAINTY * 100} %: the machine is not steady enough`;
  return undefined;
}
