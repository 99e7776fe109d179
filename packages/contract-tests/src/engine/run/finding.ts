import type { Rule } from "../check/violation.ts";
import type { Exchange } from "./case.ts";

export type FindingRule =
  | Rule
  /** An answer that fits the document but not the request. */
  | "expectation"
  /** What a case needs could not be made. */
  | "preparation"
  /** The server closed the connection in place of answering. */
  | "no-answer"
  /** A documented status that was neither seen nor explained. */
  | "not-reached";

export interface Finding {
  rule: FindingRule;
  operationId: string | undefined;
  status: number | undefined;
  case: string;
  message: string;
  /** Where in the document. */
  pointer: string | undefined;
  exchange: Exchange | undefined;
}

/** The same fault seen in many cases is told once. */
export interface FindingGroup {
  first: Finding;
  count: number;
  /** The titles of the cases that saw it. */
  cases: ReadonlySet<string>;
}

export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const { rule, operationId, status } = finding;
    const key = JSON.stringify([rule, operationId, status, sentenceOf(finding)]);
    const { first = finding, count = 0, cases = [] } = groups.get(key) ?? {};
    groups.set(key, { first, count: count + 1, cases: new Set([...cases, finding.case]) });
  }
  return [...groups.values()];
}

/** What was wrong, without the address of a request that was not answered. */
export function sentenceOf({ rule, message }: Finding): string {
  return rule === "no-answer" ? message.replace(/^[A-Z]+ \S+: /, "") : message;
}
