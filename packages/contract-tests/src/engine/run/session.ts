import type { Adapter } from "../adapter.ts";
import { checkResponse } from "../check/response.ts";
import { checkStray } from "../check/stray.ts";
import type { Violation } from "../check/violation.ts";
import type { Masker } from "../http/masker.ts";
import { authorized, buildRequest, type RequestParts } from "../http/request.ts";
import type { Fetch, WireResponse } from "../http/transport.ts";
import type { Operation } from "../spec/operation.ts";
import type { Spec } from "../spec/spec.ts";
import {
  type Call,
  type CallOptions,
  type Case,
  type Exchange,
  NotTested,
  type Stray,
  titleOf,
} from "./case.ts";
import { unmet } from "./expectation.ts";
import type { Finding, FindingRule } from "./finding.ts";
import { createRecorder } from "./recorder.ts";
import { createTally, type Tally } from "./tally.ts";

export interface SessionOptions {
  spec: Spec;
  fetch: Fetch;
  /** Without a slash at its end. */
  baseUrl: string;
  masker: Masker;
  adapter: Pick<Adapter, "inspect" | "waitForLimit">;
}

type Subject = Pick<Case, "operation" | "name">;

/** Sends, records and checks. Whoever runs cases reads afterwards what came of them. */
export interface Session {
  callFor(of: Subject): Call;
  report(of: Subject, rule: FindingRule, message: string, pointer?: string): void;
  exchanges: Exchange[];
  findings: Finding[];
  tally: Tally;
}

const MOST_TRIES = 3;

export function createSession(options: SessionOptions): Session {
  const { spec, baseUrl, masker, adapter } = options;
  const recorder = createRecorder(options.fetch, masker);
  const tally = createTally(spec);
  const findings: Finding[] = [];

  function find(rule: FindingRule, message: string, of: Pick<Finding, "case"> & Partial<Finding>): void {
    const { exchange, operationId = exchange?.operationId, pointer } = of;
    const status = exchange?.response.status;
    findings.push({ rule, message, case: of.case, operationId, status, pointer, exchange });
  }

  function judge(exchange: Exchange, violations: Violation[], problems: readonly string[]): void {
    const of = { case: exchange.case, exchange };
    for (const { rule, message, pointer } of violations) find(rule, message, { ...of, pointer });
    // A request that got an answer outside the document has been told of already.
    const isTold = violations.some(({ rule }) => rule === "undocumented-status");
    if (!isTold) for (const problem of problems) find("expectation", problem, of);
  }

  async function call(title: string, operation: Operation, parts: RequestParts, options: CallOptions) {
    const { by, expect, prefix = spec.prefixes[0] ?? "" } = options;
    const of = { case: title, operationId: operation.id };
    const full = authorized(parts, by);
    masker.learn(full.body);
    masker.hide(Object.values({ ...by?.headers, ...by?.query, ...by?.cookies }));
    for (let tries = 1; ; tries++) {
      const exchange = await recorder.send(of, buildRequest(baseUrl + prefix, operation, full));
      const { response } = exchange;
      const isLimited = response.status === 429 && expect?.status.includes(429) !== true;
      const problems = [
        ...adapter.inspect(operation, response),
        ...(isLimited ? [] : unmet(expect, response)),
      ];
      const violations = checkResponse(spec, operation, response);
      judge(exchange, violations, problems);
      tally.see(operation, full, options, response, problems.length === 0);
      if (!isLimited) return exchange;
      await patience(response, tries);
    }
  }

  async function patience({ headers }: WireResponse, tries: number): Promise<void> {
    const seconds = Number(headers.get("retry-after") ?? 1);
    if (tries < MOST_TRIES && (await adapter.waitForLimit(seconds))) return;
    throw new NotTested(`the server limits requests here and asks to wait ${seconds} s`);
  }

  async function stray(
    title: string,
    { method, path, sends = {}, expect, ...promise }: Stray,
  ): Promise<Exchange> {
    const request = { method, url: baseUrl + path, headers: new Headers(sends.headers), body: sends.text };
    for (let tries = 1; ; tries++) {
      const exchange = await recorder.send({ case: title, operationId: undefined }, request);
      const { response } = exchange;
      if (response.status === 429 && expect?.status.includes(429) !== true) {
        await patience(response, tries);
        continue;
      }
      judge(exchange, checkStray(spec, promise, response), unmet(expect, response));
      if (promise.schema !== undefined) tally.seeStray(promise.schema, response);
      return exchange;
    }
  }

  function callFor(of: Subject): Call {
    const title = titleOf(of);
    let last: Exchange | undefined;
    const remember = (exchange: Exchange) => {
      last = exchange;
      return exchange;
    };
    const own = async (operation: Operation, parts: RequestParts, options: CallOptions = {}) =>
      remember(await call(title, operation, parts, options));
    return Object.assign(own, {
      stray: async (each: Stray) => remember(await stray(title, each)),
      report: (message: string) => find("expectation", message, { case: title, exchange: last }),
    });
  }

  function report(of: Subject, rule: FindingRule, message: string, pointer?: string): void {
    find(rule, message, { case: titleOf(of), operationId: of.operation?.id, pointer });
  }

  return { callFor, report, exchanges: recorder.exchanges, findings, tally };
}
