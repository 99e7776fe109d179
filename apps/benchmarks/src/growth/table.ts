import { median, spread } from "../statistics.ts";
import type { Growth, Sample } from "./measure.ts";

export interface Row {
  readonly operation: string;
  readonly tokens: number;
  /** Of the server's processor, and the width of the middle half as a share of it. */
  readonly microseconds: number;
  readonly spread: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Against the size before, medians of the rounds; undefined for the smallest. */
  readonly growth: { readonly microseconds: number; readonly p50: number } | undefined;
  readonly faults: readonly string[];
}

const cost = ({ outcome }: Sample) => (outcome.serverCpu / outcome.requests) * 1e6;

/** A row for each operation and size, the sizes of an operation one after the other. */
export function rowsOf({ samples }: Growth): Row[] {
  const operations = Map.groupBy(samples, ({ operation }) => operation);
  return [...operations].flatMap(([operation, all]) => {
    const sizes = [...Map.groupBy(all, ({ tokens }) => tokens)].toSorted(([left], [right]) => left - right);
    return sizes.map(([tokens, own], place): Row => {
      const smaller = sizes[place - 1]?.[1];
      return {
        ...{ operation, tokens },
        microseconds: median(own.map(cost)),
        spread: spread(own.map(cost)),
        p50: median(own.map(({ outcome }) => outcome.p50)),
        p99: median(own.map(({ outcome }) => outcome.p99)),
        growth: smaller && {
          microseconds: ratio(own, smaller, cost),
          p50: ratio(own, smaller, ({ outcome }) => outcome.p50),
        },
        faults: [...new Set(own.flatMap(({ outcome }) => outcome.faults))],
      };
    });
  });
}

/** Round by round, because two sizes in one round had the same machine. */
function ratio(
  larger: readonly Sample[],
  smaller: readonly Sample[],
  value: (sample: Sample) => number,
): number {
  return median(
    larger.flatMap((sample) => {
      const other = smaller.find(({ round }) => round === sample.round);
      return other === undefined ? [] : value(sample) / value(other);
    }),
  );
}

export function printTable(rows: readonly Row[]): string {
  const head = "OPERATION|TOKENS|CPU µs|±%|p50 ms|p99 ms|CPU ×|p50 ×".split("|");
  const lines = rows.map(({ operation, tokens, microseconds, spread, p50, p99, growth }) => [
    operation,
    tokens.toLocaleString("en"),
    microseconds.toFixed(1),
    (spread * 100).toFixed(0),
    p50.toFixed(2),
    p99.toFixed(2),
    growth?.microseconds.toFixed(2) ?? "",
    growth?.p50.toFixed(2) ?? "",
  ]);
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  return all
    .map((cells) => cells.map((cell, column) => pad(cell, widths[column] ?? 0, column === 0)).join("  "))
    .join("\n");
}

const pad = (text: string, width: number, isName: boolean) =>
  isName ? text.padEnd(width) : text.padStart(width);
