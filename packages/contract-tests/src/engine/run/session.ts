import { checkValue } from "../check/body.ts";
import { checkResponse } from "../check/response.ts";
import type { Violation } from "../check/violation.ts";
import { curlLine } from "../http/curl.ts";
import type { Masker } from "../http/masker.ts";
import { authorized, buildRequest, type RequestParts, type WireRequest } from "../http/request.ts";
import { type Fetch, exchange as send, type WireResponse } from "../http/transport.ts";
import { parseJson } from "../json.ts";
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

export interface SessionOptions {
  spec: Spec;
  fetch: Fetch;
  /** Without a slash at its end. */
  baseUrl: string;
  masker: Masker;
  waitForLimit(seconds: number): Promise<boolean>;
}

/** Sends, records and checks. Whoever runs cases reads afterwards what came of them. */
export interface Session {
  callFor(of: Pick<Case, "operation" | "name">): Call;
  report(of: Pick<Case, "operation" | "name">, rule: FindingRule, message: string): void;
  exchanges: Exchange[];
  findings: Finding[];
}

const MOST_TRIES = 3;
const LONGEST_READ = 1_000_000;
const LONGEST_KEPT = 100_000;

export function createSession({ spec, fetch, baseUrl, masker, waitForLimit }: SessionOptions): Session {
  const exchanges: Exchange[] = [];
  const findings: Finding[] = [];

  function find(rule: FindingRule, message: string, of: Partial<Finding> & { case: string }): void {
    const { exchange } = of;
    findings.push({
      operationId: exchange?.operationId,
      status: exchange?.response.status,
      pointer: undefined,
      exchange,
      ...of,
      rule,
      message: masker.mask(message),
      curl: exchange && curlLine(exchange.request, masker.mask),
    });
  }

  async function record(
    title: string,
    operation: Operation | undefined,
    request: WireRequest,
    body: unknown,
  ) {
    masker.learn(body);
    const response = await send(fetch, request);
    if (response.body.length < LONGEST_READ) masker.learn(parseJson(response.body));
    masker.learn(response.headers.get("location"));
    const exchange: Exchange = {
      case: title,
      operationId: operation?.id,
      request: shortened(request),
      response,
    };
    exchanges.push(exchange);
    return exchange;
  }

  function judge(exchange: Exchange, violations: Violation[], problem: string | undefined): void {
    const of = { case: exchange.case, exchange };
    for (const { rule, message, pointer } of violations) find(rule, message, { ...of, pointer });
    // A request that got an answer outside the document has been told of already.
    const isTold = violations.some(({ rule }) => rule === "undocumented-status");
    if (problem !== undefined && !isTold) find("expectation", problem, of);
  }

  async function call(
    title: string,
    operation: Operation,
    parts: RequestParts,
    { by, expect, prefix = spec.prefixes[0] ?? "" }: CallOptions,
  ): Promise<Exchange> {
    masker.hide(Object.values({ ...by?.headers, ...by?.query }));
    const full = authorized(parts, by);
    for (let tries = 1; ; tries++) {
      const request = buildRequest(baseUrl + prefix, operation, full);
      const exchange = await record(title, operation, request, full.body);
      const { response } = exchange;
      const violations = checkResponse(spec, operation, response);
      const isLimited = response.status === 429 && expect?.status.includes(429) !== true;
      judge(exchange, violations, expect && !isLimited ? unmet(expect, response) : undefined);
      if (!isLimited) return exchange;
      const seconds = Number(response.headers.get("retry-after") ?? 1);
      if (tries >= MOST_TRIES || !(await waitForLimit(seconds))) {
        throw new NotTested(`the server limits requests here and asks to wait ${seconds} s`);
      }
    }
  }

  async function stray(
    title: string,
    { method, path, schema, expect, headers = [] }: Stray,
  ): Promise<Exchange> {
    const request = { method, url: baseUrl + path, headers: new Headers(), body: undefined };
    const exchange = await record(title, undefined, request, undefined);
    judge(
      exchange,
      strayViolations(exchange.response, schema, headers),
      expect && unmet(expect, exchange.response),
    );
    return exchange;
  }

  function strayViolations(response: WireResponse, schema: string | undefined, headers: readonly string[]) {
    const missing = headers.filter((name) => !response.headers.has(name));
    const value = parseJson(response.body);
    return [
      ...missing.map((name): Violation => {
        return { rule: "missing-header", message: `the header ${name} is missing`, pointer: schema ?? "#" };
      }),
      ...(schema === undefined ? [] : checkValue(spec, schema, value ?? response.body)),
    ];
  }

  function callFor(of: Pick<Case, "operation" | "name">): Call {
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

  function report(of: Pick<Case, "operation" | "name">, rule: FindingRule, message: string): void {
    find(rule, message, { case: titleOf(of), operationId: of.operation?.id });
  }

  return { callFor, report, exchanges, findings };
}

/** Some bodies are as large as a server may be asked to take; nobody wants to read them again. */
function shortened(request: WireRequest): WireRequest {
  const { body } = request;
  if (body === undefined || body.length <= LONGEST_KEPT) return request;
  return { ...request, body: `${body.slice(0, LONGEST_KEPT)}… (${body.length} characters)` };
}
