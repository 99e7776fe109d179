import { OPERATION_NAMES, type Operation } from "../operations.ts";
import type { Figure, Measure, Results } from "./results.ts";

/** What README.md shows between its marks. */
export function table(results: Results): string {
  return [head(results), ...rows(results), "", ...measures(results), "", footnote(results)].join("\n");
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

function head({ figures }: Results): string {
  const operations = operationsOf(figures);
  const titles = operations.map((operation) => LABELS[operation]);
  return [`| | ${titles.join(" | ")} |`, `|---|${"---:|".repeat(operations.length)}`].join("\n");
}

function operationsOf(figures: readonly Figure[]): Operation[] {
  return OPERATION_NAMES.filter((operation) => figures.some((figure) => figure.operation === operation));
}

function rows({ contestants, figures }: Results): string[] {
  const operations = operationsOf(figures);
  return contestants.map(({ name, title, group }) => {
    const cells = operations.map((operation) =>
      cell(figures.find((figure) => figure.contestant === name && figure.operation === operation)),
    );
    return `| ${group === "ours" ? `**${title}**` : title} | ${cells.join(" | ")} |`;
  });
}

function cell(figure: Figure | undefined): string {
  if (figure === undefined) return "–";
  const mark = figure.bound === "load generator" ? "≥ " : "";
  return `${mark}${thousands(figure.rate)} (${figure.ratio.toFixed(figure.ratio < 0.095 ? 3 : 2)})`;
}

/** Three digits that count. */
export function thousands(rate: number): string {
  if (rate < 1000) return String(Math.round(rate));
  return `${(rate / 1000).toFixed(rate < 10_000 ? 2 : 1)} k`;
}

function measures({ more, contestants }: Results): string[] {
  if (more.length === 0) return [];
  const titleOf = (name: string | undefined) => contestants.find((each) => each.name === name)?.title;
  const line = ({ name, contestant, value, unit }: Measure) => {
    const of = titleOf(contestant);
    return `| ${name}${of === undefined ? "" : `, ${of}`} | ${amount(value)} ${unit} |`;
  };
  return ["| besides | |", "|---|---:|", ...more.map(line)];
}

function amount(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));
}

function footnote({ machine, settings, date, noise, contestants }: Results): string {
  const own = contestants.find(({ group }) => group === "ours");
  return [
    `Requests in a second, in brackets the share of a bare Hono route's in the same round; medians of ${settings.rounds} rounds`,
    `of ${settings.seconds} s with ${settings.connections} connections, on one core (${machine.cpu}, ${machine.pinned}; Node ${machine.node};`,
    `${date.slice(0, 10)}). The bare route's own rate varied by ${Math.round(noise.anchorSpread * 100)} %.`,
    own
      ? `This provider held ${settings.tokens.toLocaleString("en")} tokens, with all its limits on; a peer holds 10,000 at most, without limits.`
      : "",
  ]
    .filter((line) => line !== "")
    .join("\n");
}
