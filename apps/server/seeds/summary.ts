import type { Run } from "./run.ts";

export interface Outcome {
  readonly seeds: number;
  /** Runs of the seed that ran most often. */
  readonly repeated: number;
  readonly alarms: readonly Run[];
  /** Runs whose report is another than that of the first run of the same seed. */
  readonly flakes: readonly Run[];
  /** Of the runs in the middle by their time, in milliseconds. */
  readonly median: number;
  readonly slowest: number;
}

export function outcomeOf(runs: readonly Run[]): Outcome {
  const bySeed = [...Map.groupBy(runs, ({ seed }) => seed).values()];
  const times = runs.map(({ milliseconds }) => milliseconds).sort((left, right) => left - right);
  return {
    seeds: bySeed.length,
    repeated: Math.max(0, ...bySeed.map(({ length }) => length)),
    alarms: runs.filter(({ findings }) => findings.length > 0),
    flakes: bySeed.flatMap((same) => same.filter(({ digest }) => digest !== same[0]?.digest)),
    median: times[Math.floor(times.length / 2)] ?? 0,
    slowest: times.at(-1) ?? 0,
  };
}

export function isClean({ alarms, flakes }: Outcome): boolean {
  return alarms.length === 0 && flakes.length === 0;
}

export function sentenceOf({ seeds, repeated, alarms, flakes }: Outcome): string {
  const [alarmed, flaked] = [alarms.length, flakes.length].map((count) => (count === 0 ? "no" : `${count}`));
  return `With ${seeds.toLocaleString("en")} seeds against the provider as it is: ${alarmed} false alarms. One seed ${repeated} times: ${flaked} report that differs.`;
}

export function summaryOf(outcome: Outcome): string {
  const { alarms, flakes, median, slowest } = outcome;
  return [
    "",
    sentenceOf(outcome),
    `A run takes ${seconds(median)} (the slowest ${seconds(slowest)}).`,
    ...alarms.flatMap(({ seed, findings }) => findings.map((finding) => `seed ${seed}: ${finding}`)),
    ...flakes.map(({ seed, round }) => `seed ${seed}, time ${round + 1}: another report than the first`),
    "",
  ].join("\n");
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
