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
}

export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const { rule, operationId, status, message } = finding;
    const key = JSON.stringify([rule, operationId, status, message]);
    const group = groups.get(key) ?? { first: finding, count: 0 };
    groups.set(key, { ...group, count: group.count + 1 });
  }
  return [...groups.values()];
}
