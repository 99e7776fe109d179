import { createHash } from "node:crypto";
import type { Report } from "@fluxer-oauth2/contract-tests";
import { fingerprints } from "../faults/fingerprints.ts";

/** One run of the suite against the provider as it is. */
export interface Run {
  readonly seed: number;
  /** 0 for the first run of the seed, then 1, 2, … */
  readonly round: number;
  readonly findings: readonly string[];
  /** Equal where the reports are, but for the identifiers, tokens and times that the provider chose. */
  readonly digest: string;
  readonly cases: number;
  readonly requests: number;
  readonly milliseconds: number;
}

export type Task = Pick<Run, "seed" | "round">;

export function runOf({ seed, round }: Task, report: Report): Run {
  return {
    seed,
    round,
    findings: report.findings.map((each) => `${each.case}: ${report.mask(each.message)}`),
    digest: digestOf(report),
    cases: report.cases,
    requests: report.exchanges.length,
    milliseconds: Math.round(report.milliseconds),
  };
}

export function digestOf(report: Report): string {
  const { results, findings, coverage, items, compliance, skipped, leftBehind } = report;
  const outcome = results.map(({ title, state, reason }) => [title, state, reason]);
  const told = findings.map((each) => [each.case, each.rule]);
  const answers = [...fingerprints(report)];
  const parts = [outcome, told, coverage, items, compliance, skipped, leftBehind, answers];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}
