import type { Adapter } from "../adapter.ts";
import { createMasker, type Masker } from "../http/masker.ts";
import { type Fetch, Unreachable } from "../http/transport.ts";
import { planCases } from "../plan/cases.ts";
import type { Gap } from "../plan/plan.ts";
import { createRandom } from "../plan/random.ts";
import type { Operation } from "../spec/operation.ts";
import type { Spec } from "../spec/spec.ts";
import { CannotPrepare, type Case, type Exchange, NotTested, titleOf } from "./case.ts";
import { type ComplianceRow, complianceOf } from "./compliance.ts";
import { type Cell, type CoverageItem, coverageOf, type Skipped } from "./coverage.ts";
import type { Finding } from "./finding.ts";
import { itemsOf } from "./items.ts";
import type { CaseResult } from "./result.ts";
import { createSession, type Session } from "./session.ts";
import { createWatch } from "./watch.ts";

export interface RunOptions {
  spec: Spec;
  adapter: Adapter;
  fetch: Fetch;
  baseUrl: string;
  seed: number;
  /** Runs only the cases whose title it matches, or takes. */
  only?: RegExp | ((title: string) => boolean) | undefined;
  /** Stops after the first case with a finding: for whoever only asks whether there is one. */
  bail?: boolean | undefined;
  /** Ends the run after the case that is running; what was made is still taken away. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

export interface Progress {
  done: number;
  total: number;
  title: string;
  findings: number;
}

export interface Report {
  title: string;
  baseUrl: string;
  seed: number;
  /** Epoch milliseconds. */
  startedAt: number;
  operations: readonly Operation[];
  /** What became of each case that ran, in their order. */
  results: readonly CaseResult[];
  /** Why the run ended before its last case. */
  stopped: string | undefined;
  findings: readonly Finding[];
  /** Operations × documented statuses. */
  coverage: readonly Cell[];
  /** Everything else that the document says. */
  items: readonly CoverageItem[];
  /** Rules from outside the document. */
  compliance: readonly ComplianceRow[];
  skipped: readonly Skipped[];
  /** What the run could not take away again. */
  leftBehind: readonly string[];
  cases: number;
  exchanges: readonly Exchange[];
  milliseconds: number;
  /** Takes every secret that the run has seen out of a text. Findings and exchanges hold them as they were. */
  mask: Masker["mask"];
}

export async function run({
  spec,
  adapter,
  fetch,
  baseUrl,
  seed,
  only,
  bail = false,
  signal,
  onProgress,
}: RunOptions): Promise<Report> {
  const start = performance.now();
  const startedAt = Date.now();
  const masker = createMasker(adapter.isSecret);
  const session = createSession({ spec, fetch, baseUrl: baseUrl.replace(/\/+$/, ""), masker, adapter });
  const gaps: Gap[] = [];
  const all = planCases({ spec, adapter, random: createRandom(seed), gaps });
  const cases = all.filter(chosenBy(only));
  const results: CaseResult[] = [];
  const skipped: Skipped[] = [];
  const watch = createWatch(fetch, baseUrl);
  let stopped: string | undefined;
  for (const [done, each] of cases.entries()) {
    onProgress?.({ done, total: cases.length, title: titleOf(each), findings: session.findings.length });
    const { isSilent, ...result } = await attemptTimed(session, each);
    results.push(result);
    if (result.reason !== undefined) skipped.push(skip(each, result.reason));
    stopped = signal?.aborted === true ? "it was interrupted" : await watch(isSilent);
    if (stopped !== undefined || (bail && session.findings.length > 0)) break;
  }
  const leftBehind = await cleanUp(adapter, session);
  const isWhole = !only && stopped === undefined && !(bail && session.findings.length > 0);
  const coverage = coverageOf({ spec, adapter, session, skipped, isWhole });
  reportMissing(spec, session, coverage);
  return {
    title: `${spec.title} ${spec.version}`,
    baseUrl,
    seed,
    startedAt,
    operations: spec.operations,
    results,
    stopped,
    findings: session.findings,
    coverage,
    items: itemsOf({ spec, adapter, tally: session.tally, gaps, cells: coverage, skipped, isWhole }),
    compliance: complianceOf({
      all,
      ran: cases.slice(0, results.length),
      skipped,
      findings: session.findings,
    }),
    skipped,
    leftBehind,
    cases: results.length,
    exchanges: session.exchanges,
    milliseconds: performance.now() - start,
    mask: masker.mask,
  };
}

function chosenBy(only: RunOptions["only"]): (each: Case) => boolean {
  if (only === undefined) return () => true;
  return (each) => (typeof only === "function" ? only(titleOf(each)) : only.test(titleOf(each)));
}

async function attemptTimed(session: Session, each: Case): Promise<CaseResult & { isSilent: boolean }> {
  const [start, told] = [performance.now(), session.findings.length];
  const reason = await attempt(session, each);
  const found = session.findings.slice(told);
  return {
    title: titleOf(each),
    operationId: each.operation?.id,
    state: reason !== undefined ? "skipped" : found.length > 0 ? "failed" : "passed",
    milliseconds: performance.now() - start,
    reason,
    isSilent: found.some(({ rule }) => rule === "no-answer"),
  };
}

/** Gives the reason when the case could not be tried. */
async function attempt(session: Session, each: Case): Promise<string | undefined> {
  try {
    await each.run(session.callFor(each));
  } catch (error) {
    if (error instanceof NotTested) return error.message;
    if (error instanceof CannotPrepare) session.report(each, "preparation", error.message);
    // A server that never answered is no server.
    else if (error instanceof Unreachable && session.exchanges.length > 0) {
      session.report(each, "no-answer", error.message);
    } else throw error;
  }
  return undefined;
}

async function cleanUp(adapter: Adapter, session: Session): Promise<readonly string[]> {
  try {
    return await adapter.cleanUp(session.callFor({ operation: undefined, name: "clean up" }), [
      ...session.exchanges,
    ]);
  } catch (error) {
    return [`cleaning up failed: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function skip({ operation, expects, ...rest }: Case, reason: string): Skipped {
  return { case: titleOf({ operation, ...rest }), operationId: operation?.id, statuses: expects, reason };
}

function reportMissing(spec: Spec, session: Session, coverage: readonly Cell[]): void {
  for (const { state, operationId, status } of coverage) {
    if (state !== "missing") continue;
    const operation = spec.operations.find(({ id }) => id === operationId);
    session.report(
      { operation, name: "coverage" },
      "not-reached",
      `no answer had the documented status ${status}`,
      operation?.responses.find((each) => each.status === status)?.pointer,
    );
  }
}
