import { curlLine } from "../http/curl.ts";
import type { Finding } from "../run/finding.ts";
import type { CaseResult } from "../run/result.ts";
import { type Context, pointerOf } from "./context.ts";
import { visible } from "./visible.ts";
import { type Element, element } from "./xml.ts";

/** One test as JUnit knows it. */
interface Test {
  className: string;
  name: string;
  milliseconds: number;
  findings: readonly Finding[];
  /** Why it was not tried. */
  reason: string | undefined;
}

interface Suite {
  name: string;
  tests: readonly Test[];
}

const ACROSS = "flows and rules";

/** In the form that Jenkins, GitLab and Surefire agree on: a suite for each operation, one for flows, one for coverage. */
export function junitOf(context: Context): string {
  const { report } = context;
  const suites = [...caseSuites(context), coverageSuite(context)].filter(({ tests }) => tests.length > 0);
  const all = suites.flatMap(({ tests }) => tests);
  const root = element(
    "testsuites",
    { name: report.title, ...counts(all), time: seconds(report.milliseconds) },
    suites.map((suite, index) => suiteElement(context, suite, index)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}`;
}

function caseSuites({ report }: Context): Suite[] {
  const told = Map.groupBy(report.findings, (finding) => finding.case);
  const tests = report.results.map((result) => testOf(result, told.get(result.title) ?? []));
  const titles = new Set(report.results.map(({ title }) => title));
  // What was found while cleaning up belongs to no case. What was not reached is told with the coverage.
  const others = [...told].filter(([title, [first]]) => !titles.has(title) && first?.rule !== "not-reached");
  const late = others.map(([title, findings]) => testOf(unplanned(title, findings), findings));
  const suites = Map.groupBy([...tests, ...late], ({ className }) => className);
  return [...suites].map(([name, inside]) => ({ name, tests: inside }));
}

function unplanned(title: string, [first]: readonly Finding[]): CaseResult {
  return { title, operationId: first?.operationId, state: "failed", milliseconds: 0, reason: undefined };
}

function testOf(
  { title, operationId, milliseconds, reason }: CaseResult,
  findings: readonly Finding[],
): Test {
  const isOf = operationId !== undefined && title.startsWith(`${operationId}: `);
  const name = isOf ? title.slice(operationId.length + 2) : title;
  return { className: operationId ?? ACROSS, name, milliseconds, findings, reason };
}

function coverageSuite({ report }: Context): Suite {
  const missed = report.findings.filter(({ rule }) => rule === "not-reached");
  const tests = report.coverage.map(({ operationId, status, state, reason }) => ({
    className: `coverage.${operationId}`,
    name: `answers ${status}`,
    milliseconds: 0,
    findings: missed.filter(
      (each) => each.operationId === operationId && each.message.endsWith(` ${status}`),
    ),
    reason: state === "unreachable" || state === "untried" ? (reason ?? "not tried in this run") : undefined,
  }));
  return { name: "coverage", tests };
}

function suiteElement(context: Context, { name, tests }: Suite, id: number): Element {
  const { report } = context;
  const time = seconds(tests.reduce((sum, { milliseconds }) => sum + milliseconds, 0));
  const timestamp = new Date(report.startedAt).toISOString().replace(/\.\d+Z$/, "");
  const hostname = new URL(report.baseUrl).hostname;
  const properties = element("properties", {}, [
    element("property", { name: "baseUrl", value: report.baseUrl }),
    element("property", { name: "seed", value: String(report.seed) }),
  ]);
  return element("testsuite", { name, id: String(id), ...counts(tests), time, timestamp, hostname }, [
    properties,
    ...tests.map((test) => testElement(context, test)),
  ]);
}

function testElement(context: Context, { className, name, milliseconds, findings, reason }: Test): Element {
  const { show } = context;
  const [first] = findings;
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : "";
  const failure = first && {
    type: first.rule,
    message: show(`[${first.rule}] ${first.message}${more}`),
  };
  const children = [
    ...(failure ? [element("failure", failure, [failureText(context, findings)])] : []),
    ...(!failure && reason !== undefined ? [element("skipped", { message: show(reason) })] : []),
  ];
  const classname = `conformance.${className}`;
  return element("testcase", { classname, name: show(name), time: seconds(milliseconds) }, children);
}

function failureText(context: Context, findings: readonly Finding[]): string {
  const { report, tool } = context;
  const told = findings.map((finding) => {
    const { rule, status, message, exchange } = finding;
    const answered = status === undefined ? "" : ` (answered ${status})`;
    return [
      `[${rule}] ${message}${answered}`,
      `spec: ${pointerOf(context, finding)}`,
      ...(exchange ? [curlLine(exchange.request, report.mask)] : []),
    ].join("\n");
  });
  const title = findings[0]?.case ?? "";
  return visible(`\n${report.mask(told.join("\n\n"))}\n\nseed ${report.seed}; again: ${tool.again(title)}\n`);
}

function counts(tests: readonly Test[]) {
  const failures = tests.filter(({ findings }) => findings.length > 0).length;
  const skipped = tests.filter(({ findings, reason }) => findings.length === 0 && reason !== undefined);
  return {
    tests: String(tests.length),
    failures: String(failures),
    errors: "0",
    skipped: String(skipped.length),
  };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
