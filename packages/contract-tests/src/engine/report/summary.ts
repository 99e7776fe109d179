import { curlLine } from "../http/curl.ts";
import type { ComplianceRow } from "../run/compliance.ts";
import type { Cell, CellState, CoverageItem } from "../run/coverage.ts";
import { type FindingGroup, groupFindings } from "../run/finding.ts";
import type { Report } from "../run/run.ts";
import type { Tool } from "./context.ts";
import { ALL_STATES, STATES, tallyOf } from "./states.ts";
import { visible } from "./visible.ts";

/** What a person reads at the end. `tool` tells how to run a part of it again. */
export function summaryOf(report: Report, tool?: Tool): string {
  const { title, baseUrl, seed, exchanges, milliseconds } = report;
  const head = `${title} at ${baseUrl}, seed ${seed}: ${report.cases} cases, ${exchanges.length} requests in ${seconds(milliseconds)} s`;
  const sections = [
    matrixOf(report.coverage),
    itemsOf(report.items),
    findingsOf(report, tool),
    rulesOf(report),
    unreachableOf(report),
    skippedOf(report),
    listOf("Left behind on the server", report.leftBehind),
    verdictOf(report),
  ];
  const text = [head, ...sections].filter((section) => section !== "").join("\n\n");
  // A server's texts stand in it, which may hold secrets, or what a terminal obeys.
  return `${visible(report.mask(text))}\n`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}

function markOf(cell: Cell | undefined): string {
  return cell === undefined ? "" : STATES[cell.state].mark;
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
  const legend = ALL_STATES.filter((state) => shown.has(state)).map(
    (state) => `${STATES[state].mark} ${STATES[state].words}`,
  );
  return [line("operation", statuses), ...body, "", legend.join("   ")].join("\n");
}

function itemsOf(items: readonly CoverageItem[]): string {
  const kinds = [...Map.groupBy(items, ({ kind }) => kind)];
  const rows = kinds.map(([kind, group]) => {
    const { total, failed, missing, unreachable, untried, ...tally } = tallyOf(group);
    const rest = Object.entries({ failed, missing, "out of reach": unreachable, "not tried": untried });
    const told = rest.filter(([, number]) => number > 0).map(([words, number]) => `${number} ${words}`);
    const tried = tally.reached + failed;
    return `  ${kind.padEnd(22)}${String(tried).padStart(6)} of ${String(total).padEnd(6)}${told.join(", ")}`.trimEnd();
  });
  return rows.length === 0 ? "" : ["Tried of what else the document says:", ...rows].join("\n");
}

function findingsOf({ findings, mask }: Report, tool: Tool | undefined): string {
  if (findings.length === 0) return "";
  const groups = groupFindings(findings);
  const title = `Findings: ${groups.length}${groups.length === findings.length ? "" : ` (${findings.length} times)`}`;
  const [unseen, others] = [groups.filter(isUnseen), groups.filter((group) => !isUnseen(group))];
  const told = others.slice(0, MOST_FINDINGS).map((group, index) => findingLines(group, index, mask));
  const rest = others.length - told.length;
  const more = rest > 0 ? [`     and ${rest} more; --report html,junit has them all`] : [];
  const first = groups[0]?.first.case;
  const again = tool && first !== undefined ? [`     the first again: ${tool.again(first)}`] : [];
  return [title, ...told, ...more, ...unseenLines(unseen), ...again].join("\n");
}

function isUnseen({ first }: FindingGroup): boolean {
  return first.rule === "not-reached";
}

/** One line for each operation, because the table has shown them already. */
function unseenLines(groups: readonly FindingGroup[]): string[] {
  const operations = Map.groupBy(groups, ({ first }) => first.operationId ?? "");
  return [...operations].map(([id, [one, ...others]]) => {
    const more = others.map(({ first }) => `, ${first.message.split(" ").at(-1)}`).join("");
    return `     ${id} [not-reached] ${one?.first.message ?? ""}${more}`;
  });
}

const MOST_FINDINGS = 100;

function findingLines({ first, count }: FindingGroup, index: number, mask: Report["mask"]): string {
  const { rule, operationId, status, message, pointer, exchange } = first;
  const times = count > 1 ? ` ×${count}` : "";
  const where = [operationId, status].filter((part) => part !== undefined).join(" ");
  return [
    `${String(index + 1).padStart(3)}. ${[where, `[${rule}]`, message].filter((part) => part !== "").join(" ")}${times}`,
    `     case: ${first.case}`,
    ...(pointer === undefined ? [] : [`     spec: ${pointer}`]),
    ...(exchange === undefined ? [] : [`     ${curlLine(exchange.request, mask)}`]),
  ].join("\n");
}

function rulesOf({ compliance }: Report): string {
  if (compliance.length === 0) return "";
  const of = (state: ComplianceRow["state"]) => compliance.filter((row) => row.state === state);
  const [kept, broken, untested] = [of("kept"), of("broken"), of("not tested")];
  const reasons = [...Map.groupBy(untested, ({ reason }) => reason ?? "left out")];
  const head = `Rules of the standards: ${kept.length} kept, ${broken.length} broken, ${untested.length} not tested`;
  return [
    head,
    ...broken.map(({ clause, title }) => `  ✗ ${clause}: ${title}`),
    ...reasons.map(([reason, rows]) => `  – ${reason} (${names(rows.map(({ clause }) => clause))})`),
  ].join("\n");
}

function unreachableOf({ coverage }: Report): string {
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

function verdictOf({ coverage, findings, stopped }: Report): string {
  const count = (state: CellState) => coverage.filter((cell) => cell.state === state).length;
  const reached = count("reached") + count("failed");
  const untried = count("untried") > 0 ? `, ${count("untried")} not tried` : "";
  const operations = new Set(coverage.map(({ operationId }) => operationId)).size;
  const numbers = `${operations} operations, ${coverage.length} documented statuses: ${reached} reached, ${count("unreachable")} out of reach, ${count("missing")} missing${untried}`;
  const ended = stopped === undefined ? "" : `The run ended before its last case: ${stopped}.\n`;
  const groups = groupFindings(findings).length;
  return `${numbers}.\n${ended}${groups === 0 ? "No findings." : groups === 1 ? "1 finding." : `${groups} findings.`}`;
}
