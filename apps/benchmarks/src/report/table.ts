import { OPERATION_NAMES, type Operation } from "../operations.ts";
import { median } from "../statistics.ts";
import { comparisons } from "./comparison.ts";
import { isUncertain } from "./figures.ts";
import type { Figure, Measure, Results } from "./results.ts";

/** What README.md shows between its marks, beside the plots. */
export function summary(results: Results): string {
  return paragraphs([requests(results), footnote(results)]);
}

/** Everything. */
export function table(results: Results): string {
  return paragraphs([
    requests(results),
    grid(results, "99 of 100 answered within, ms", ({ p99 }) => milliseconds(p99)),
    measures(results),
    footnote(results),
  ]);
}

function paragraphs(parts: readonly (readonly string[])[]): string {
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function requests(results: Results): string[] {
  return grid(results, "requests a second", rate, comparisonRows(results));
}

const LABELS: Record<Operation, string> = {
  introspect: "introspect",
  userinfo: "userinfo",
  me: "@me",
  client_credentials: "client credentials",
  refresh: "refresh",
  code: "code exchange",
  applications: "application list",
  consent: "consent",
};

/** A row for each contestant, a column for each operation. */
function grid(
  { contestants, figures }: Results,
  corner: string,
  cell: (figure: Figure) => string,
  more: readonly string[] = [],
): string[] {
  const operations = operationsOf(figures);
  const rows = contestants.map(({ name, title, group }) => {
    const cells = operations.map((operation) => {
      const found = figures.find((figure) => figure.contestant === name && figure.operation === operation);
      return found === undefined ? "–" : cell(found);
    });
    return line(group === "ours" ? `**${title}**` : title, cells);
  });
  const head = line(
    corner,
    operations.map((operation) => LABELS[operation]),
  );
  return [head, `|---|${"---:|".repeat(operations.length)}`, ...rows, ...more];
}

function line(first: string, cells: readonly string[]): string {
  return `| ${[first, ...cells].join(" | ")} |`;
}

function operationsOf(figures: readonly Figure[]): Operation[] {
  return OPERATION_NAMES.filter((operation) => figures.some((figure) => figure.operation === operation));
}

function comparisonRows(results: Results): string[] {
  return comparisons(results).flatMap(({ title, factorOf }) => {
    const factors = operationsOf(results.figures).map(factorOf);
    if (factors.every((factor) => factor === undefined)) return [];
    return [
      line(
        `*${title}*`,
        factors.map((factor) => (factor === undefined ? "–" : `× ${amount(factor)}`)),
      ),
    ];
  });
}

function rate({ bound, rate, ratio, uncertainty }: Figure): string {
  const mark = bound === "load generator" ? "≥ " : "";
  const doubt = isUncertain({ uncertainty }) ? ` ± ${percent(uncertainty)}` : "";
  return `${mark}${thousands(rate)} (${ratio.toFixed(ratio < 0.095 ? 3 : 2)}${doubt})`;
}

/** Three digits that count. */
export function thousands(rate: number): string {
  if (rate < 1000) return String(Math.round(rate));
  return `${(rate / 1000).toFixed(rate < 10_000 ? 2 : 1)} k`;
}

export function milliseconds(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}

function measures({ more, contestants }: Results): string[] {
  if (more.length === 0) return [];
  const titleOf = (name: string | undefined) => contestants.find((each) => each.name === name)?.title;
  const row = ({ name, contestant, value, unit }: Measure) => {
    const of = titleOf(contestant);
    return `| ${name}${of === undefined ? "" : `, ${of}`} | ${amount(value)} ${unit} |`;
  };
  return ["| besides | |", "|---|---:|", ...more.map(row)];
}

function amount(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));
}

function footnote({ machine, settings, date, noise, contestants, figures }: Results): string[] {
  const own = contestants.find(({ group }) => group === "ours");
  const doubts = figures.map(({ uncertainty }) => uncertainty);
  return [
    `Requests a second, in brackets the share of a bare Hono route's in the same round; medians of ${settings.rounds} rounds or more`,
    `of ${settings.seconds} s with ${settings.connections} connections, on one core (${machine.cpu}, ${machine.pinned}; Node ${machine.node};`,
    `${date.slice(0, 10)}). In 95 of 100 runs a share is right to ${percent(median(doubts))} of it, the least certain one to ${percent(Math.max(...doubts))};`,
    `the bare route's own rate varied by ${percent(noise.anchorSpread)}.`,
    own
      ? `This provider held ${settings.tokens.toLocaleString("en")} tokens, with all its limits on; a peer 10,000 of each kind at most, without limits.`
      : "",
  ].filter((part) => part !== "");
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
