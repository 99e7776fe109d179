import type { Row } from "../growth/table.ts";
import type { Machine } from "../machine.ts";
import type { Felt } from "../soak/phase.ts";
import { milliseconds, thousands } from "./table.ts";

interface Measured {
  readonly at: string;
  readonly machine: Machine;
}

/** What `npm run growth -- --json` writes. */
export interface GrowthResults extends Measured {
  readonly database: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  readonly rows: readonly Row[];
  readonly bytes: Readonly<Record<string, number>>;
}

/** What `npm run soak -- --json` writes. */
export interface SoakResults extends Measured {
  readonly options: { readonly tokens: number; readonly connections: number };
  readonly results: readonly (Felt & {
    readonly name: string;
    readonly memory?: { readonly before: number; readonly after: number };
  })[];
  readonly ratios: readonly number[];
}

/** What `npm run churn -- --json` writes. */
export interface ChurnResults extends Measured {
  readonly growth: number;
  readonly steadyAfter: number;
  readonly minutes: readonly {
    readonly minute: number;
    readonly fileBytes: number;
    readonly made: number;
    readonly removed: number;
  }[];
}

export interface Grown {
  readonly growth: readonly GrowthResults[];
  readonly soak: readonly SoakResults[];
  readonly churn: readonly ChurnResults[];
}

/** How cost grows, as a page; undefined when nobody has measured it. */
export function growthPage({ growth, soak, churn }: Grown): string | undefined {
  const parts = [...growth.flatMap(sizes), ...soak.flatMap(endurance), ...churn.flatMap(steadiness)];
  return parts.length === 0 ? undefined : `${["# How cost grows", ...parts].join("\n\n")}\n`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map((_, column) => (column === 0 ? "---" : "---:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

const count = (value: number) => value.toLocaleString("en");
const where = ({ at, machine }: Measured) => `${machine.cpu}, Node ${machine.node}, ${at.slice(0, 10)}`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

function sizes(results: GrowthResults): string[] {
  const { rows, rounds, seconds, connections, database, bytes } = results;
  const all = [...new Set(rows.map(({ tokens }) => tokens))].toSorted((left, right) => left - right);
  const operations = [...Map.groupBy(rows, ({ operation }) => operation)];
  const lines = operations.map(([operation, own]) => [
    operation,
    ...all.flatMap((size) => {
      const row = own.find(({ tokens }) => tokens === size);
      return row === undefined ? "–" : answered(row);
    }),
  ]);
  const disk = Object.entries(bytes).map(
    ([size, each]) => `${count(Number(size))}: ${(each / Number(size)).toFixed(0)}`,
  );
  return [
    `## Tokens stored, ${database === "postgres" ? "PostgreSQL" : "SQLite"}`,
    table(["p50 / p99, ms, and p50 against the size before", ...all.map(count)], lines),
    `Medians of ${rounds} rounds of ${seconds} s with ${connections} connections, limits off (${where(results)}).`,
    ...(disk.length === 0
      ? []
      : [`Bytes on disk for each token, with all that belongs to it: ${disk.join("; ")}.`]),
  ];
}

function answered({ p50, p99, growth }: Row): string {
  const factor = growth === undefined ? "" : ` (× ${growth.p50.toFixed(2)})`;
  return `${milliseconds(p50)} / ${milliseconds(p99)}${factor}`;
}

function endurance(results: SoakResults): string[] {
  const lines = results.results.map(
    ({ name, requests, seconds, p50, p99, p999, slowest, errors, memory }) => [
      memory === undefined
        ? name
        : `${name}, memory ${megabytes(memory.before)} → ${megabytes(memory.after)}`,
      thousands(requests / seconds),
      ...[p50, p99, p999, slowest].map(milliseconds),
      String(errors),
    ],
  );
  const { options, ratios } = results;
  const long = results.results.flatMap(({ name, p99OfMinutes }) =>
    p99OfMinutes === undefined
      ? []
      : [`${name}, the p99 of each: ${p99OfMinutes.map(milliseconds).join(", ")} ms.`],
  );
  return [
    "## All operations at once",
    table(["", "requests a second", "p50, ms", "p99", "p99.9", "slowest", "errors"], lines),
    ...long,
    `SQLite with ${count(options.tokens)} tokens (${where(results)}). Times count from when a request was due.`,
    ...(ratios.length === 0
      ? []
      : [
          `The p99 while expired rows are removed, against the p99 while none are: ${ratios.map((each) => `× ${each.toFixed(2)}`).join(", ")}.`,
        ]),
  ];
}

function steadiness(results: ChurnResults): string[] {
  const { minutes, growth, steadyAfter } = results;
  const steady = minutes.filter(({ minute }) => minute > steadyAfter);
  const last = minutes.at(-1);
  const made = minutes.reduce((sum, each) => sum + each.made, 0);
  const removed = minutes.reduce((sum, each) => sum + each.removed, 0);
  return [
    "## Churn",
    `${steady.length} simulated minutes after the ${steadyAfter} in which the SQLite file fills: ${count(made)} tokens asked for and ${count(removed)} rows removed in all; the file has ${megabytes(last?.fileBytes ?? 0)} at the end. Its largest size in the second half is × ${growth.toFixed(3)} that of the first (${where(results)}).`,
  ];
}
