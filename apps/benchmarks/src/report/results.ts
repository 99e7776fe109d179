import type { Contestant } from "../contestants/contestant.ts";
import type { Machine } from "../machine.ts";
import type { Operation } from "../operations.ts";

/** Everything that one run found out; what is committed, and what table and plots are made from. */
export interface Results {
  readonly date: string;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly settings: Settings;
  readonly contestants: readonly Omit<Contestant, "start">[];
  readonly figures: readonly Figure[];
  readonly more: readonly Measure[];
  readonly noise: Noise;
}

export interface Settings {
  /** At least; an operation whose ratios were not known well enough had more. */
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  /** Stored by this provider before the first request. */
  readonly tokens: number;
}

/** Medians over the rounds. */
export interface Figure {
  readonly contestant: string;
  readonly operation: Operation;
  /** Requests in a second. */
  readonly rate: number;
  /** Width of the middle half of the rounds, as a share of `rate`. */
  readonly spread: number;
  /** `rate` as a share of the anchor's in the same round. */
  readonly ratio: number;
  /** By what share of it the ratio may be wrong, in 95 of 100 runs: half the width of its interval. */
  readonly uncertainty: number;
  /** Microseconds of processor that the server's process spent on a request. */
  readonly cpuMicroseconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  /** Share of its core that the server's process used. */
  readonly utilisation: number;
  /** Why the server's core was not busy all the time; absent where it was. */
  readonly bound?: "load generator" | "storage";
  /** `rate` of each round. */
  readonly rounds: readonly number[];
}

/** One number of a kind that is not a throughput. */
export interface Measure {
  readonly name: string;
  readonly contestant?: string;
  readonly value: number;
  readonly unit: string;
}

export interface Noise {
  /** Samples during which others worked too much, after all attempts. */
  readonly disturbed: number;
  readonly samples: number;
  /** Figures whose ratio is not known well enough. */
  readonly uncertain: number;
  /** Of the anchor's rate over all its samples; a drift, which ratios do not show. */
  readonly anchorSpread: number;
}
