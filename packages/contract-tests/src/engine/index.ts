// The generic half of the suite: it plans, runs and reports for any OpenAPI 3.1 document.
export * from "./adapter.ts";
export { type ExchangeFault, type ValidatedExchange, validateExchange } from "./check/exchange.ts";
export { createAdapter, credentialOf } from "./default-adapter.ts";
export type { Authorization, RequestParts } from "./http/request.ts";
export { type Fetch, Unreachable } from "./http/transport.ts";
export { planCases } from "./plan/cases.ts";
export type { LimitTried, MemberKnowledge } from "./plan/member-knowledge.ts";
export { createRandom, type Random } from "./plan/random.ts";
export { complianceTable } from "./report/compliance-table.ts";
export type { Tool } from "./report/context.ts";
export { createProgress } from "./report/progress.ts";
export {
  type Format,
  isFormat,
  REPORT_FILES,
  type ReportFile,
  type ReportOptions,
  renderReports,
} from "./report/reports.ts";
export type { Source } from "./report/source.ts";
export { summaryOf } from "./report/summary.ts";
export {
  type Call,
  CannotPrepare,
  type Case,
  type Exchange,
  NotTested,
  type Rule,
  titleOf,
} from "./run/case.ts";
export type { ComplianceRow } from "./run/compliance.ts";
export type { Cell, CoverageItem, ItemKind } from "./run/coverage.ts";
export { type Expectation, expectStatus, type HeaderTest } from "./run/expectation.ts";
export { type Finding, groupFindings } from "./run/finding.ts";
export type { CaseResult } from "./run/result.ts";
export { type Progress, type Report, type RunOptions, run } from "./run/run.ts";
export { type Alternative, documents, isPublic, type Operation } from "./spec/operation.ts";
export type { Formats } from "./spec/oracle.ts";
export { loadSpec, NotOpenApi, operationOf, type Spec } from "./spec/spec.ts";
