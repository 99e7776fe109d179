import { curlLine } from "../http/curl.ts";
import type { Cell, CellState } from "../run/coverage.ts";
import { type FindingGroup, groupFindings } from "../run/finding.ts";
import type { Report } from "../run/run.ts";

/** What a person reads at the end. */
export function summaryOf(report: Report): string {
  const { title, baseUrl, seed, exchanges, milliseconds } = report;
  const head = `${title} at ${baseUrl}, seed ${seed}: ${report.cases} cases, ${exchanges.length} requests in ${seconds(milliseconds)} s`;
  const sections = [
    matrixOf(report.coverage),
    findingsOf(report),
    unreachableOf(report.coverage),
    skippedOf(report),
    listOf("Left behind on the server", report.leftBehind),
    verdictOf(report),
  ];
  return `${[head, ...sections].filter((section) => section !== "").join("\n\n")}\n`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}

const STATES: readonly [state: CellState, mark: string, words: string][] = [
  ["reached", "✓", "reached"],
  ["failed", "✗", "reached, with findings"],
  ["missing", "!", "missing"],
  ["unreachable", "–", "cannot be reached from outside (see below)"],
  ["untried", "·", "not tried"],
];

function markOf(cell: Cell | undefined): string {
  return STATES.find(([state]) => state === cell?.state)?.[1] ?? "";
}

function matrixOf(coverage: readonly Cell[]): string {
  const statuses = [...new Set(coverage.map(({ status }) => status))].sort();
  const rows = Map.groupBy(coverage, ({ operationId }) => operationId);
  const width = Math.max(9, ...[...rows.keys()].map((id) => id.length));
  const line = (first: string, cells: string[]) =>
    `${first.padEnd(width)} ${cells.map((cell) => cell.padStart(4)).join("")}`.trimEnd();
  const body = [...rows].map(([id, cells]) => {
    const marks = statuses.map((status) => markOf(cells.find((cell) => cell.status === status)));
    return line(id, marks);
  });
  const shown = new Set(coverage.map(({ state }) => state));
  const legend = STATES.filter(([state]) => shown.has(state)).map(([, mark, words]) => `${mark} ${words}`);
  return [line("operation", statuses), ...body, "", legend.join("   ")].join("\n");
}

function findingsOf({ findings, mask }: Report): string {
  if (findings.length === 0) return "";
  const groups = groupFindings(findings);
  const title = `Findings: ${groups.length}${groups.length === findings.length ? "" : ` (${findings.length} times)`}`;
  return [title, ...groups.map((group, index) => findingLines(group, index, mask))].join("\n");
}

function findingLines({ first, count }: FindingGroup, index: number, mask: Report["mask"]): string {
  const { rule, operationId, status, message, pointer, exchange } = first;
  const times = count > 1 ? ` ×${count}` : "";
  const where = [operationId, status].filter((part) => part !== undefined).join(" ");
  return [
    `${String(index + 1).padStart(3)}. ${[where, `[${rule}]`, mask(message)].filter((part) => part !== "").join(" ")}${times}`,
    `     case: ${first.case}`,
    ...(pointer === undefined ? [] : [`     spec: ${pointer}`]),
    ...(exchange === undefined ? [] : [`     ${curlLine(exchange.request, mask)}`]),
  ].join("\n");
}

function unreachableOf(coverage: readonly Cell[]): string {
  const cells = coverage.filter(({ state }) => state === "unreachable");
  const groups = Map.groupBy(cells, ({ status, reason }) => `${status}: ${reason}`);
  const lines = [...groups].map(
    ([what, group]) => `${what} (${names(group.map(({ operationId }) => operationId))})`,
  );
  return listOf("Cannot be reached from outside", lines);
}

function skippedOf({ skipped }: Report): string {
  const groups = Map.groupBy(skipped, ({ reason }) => reason);
  const lines = [...groups].map(([reason, group]) => `${reason} (${names(group.map((each) => each.case))})`);
  return listOf("Not tested", lines);
}

const MOST_NAMES = 4;

function names(all: readonly string[]): string {
  if (all.length <= MOST_NAMES) return all.join(", ");
  return `${all.slice(0, MOST_NAMES - 1).join(", ")} and ${all.length - MOST_NAMES + 1} more`;
}

function listOf(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : [`${title}:`, ...lines.map((line) => `  - ${line}`)].join("\n");
}

function verdictOf({ coverage, findings }: Report): string {
  const count = (state: CellState) => coverage.filter((cell) => cell.state === state).length;
  const reached = count("reached") + count("failed");
  const untried = count("untried") > 0 ? `, ${count("untried")} not tried` : "";
  const operations = new Set(coverage.map(({ operationId }) => operationId)).size;
  const numbers = `${operations} operations, ${coverage.length} documented statuses: ${reached} reached, ${count("unreachable")} out of reach, ${count("missing")} missing${untried}`;
  return `${numbers}.\n${findings.length === 0 ? "No findings." : `${groupFindings(findings).length} findings.`}`;
}
