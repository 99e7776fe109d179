import { type Case, type Rule, titleOf } from "./case.ts";
import type { Skipped } from "./coverage.ts";
import type { Finding } from "./finding.ts";

/** One rule from outside the document, and how the server kept it. */
export interface ComplianceRow extends Rule {
  state: "kept" | "broken" | "not tested";
  /** The titles of the cases that tried it. */
  cases: readonly string[];
  /** Why it was not tested. */
  reason: string | undefined;
}

export interface ComplianceOptions {
  /** Those that were planned. */
  all: readonly Case[];
  /** Those that ran. */
  ran: readonly Case[];
  skipped: readonly Skipped[];
  findings: readonly Finding[];
}

export function complianceOf({ all, ran, skipped, findings }: ComplianceOptions): ComplianceRow[] {
  const ruled = all.flatMap((each) => (each.rule ? [{ rule: each.rule, each }] : []));
  const reasons = new Map(skipped.map((each) => [each.case, each.reason]));
  const chosen = new Set(ran);
  return [...Map.groupBy(ruled, ({ rule }) => `${rule.clause} ${rule.title}`).values()].map((group) => {
    const tried = group.filter(({ each }) => chosen.has(each) && !reasons.has(titleOf(each)));
    const titles = tried.map(({ each }) => titleOf(each));
    const isBroken = findings.some((finding) => titles.includes(finding.case));
    const { rule } = group[0] as (typeof group)[number];
    const reason = group.map(({ each }) => reasons.get(titleOf(each))).find((one) => one !== undefined);
    if (tried.length === 0) return { ...rule, state: "not tested", cases: [], reason: reason ?? "left out" };
    return { ...rule, state: isBroken ? "broken" : "kept", cases: titles, reason: undefined };
  });
}
