import { createHash } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { Location, Log, ReportingDescriptor, Result, Run, WebRequest, WebResponse } from "sarif";
import { curlLine } from "../http/curl.ts";
import type { Exchange } from "../run/case.ts";
import { type Finding, type FindingGroup, groupFindings, sentenceOf } from "../run/finding.ts";
import { type Context, type HeaderList, pointerOf, shownExchange } from "./context.ts";
import { RULES } from "./rules.ts";

const LONGEST_BODY = 10_000;

/** SARIF 2.1.0: each finding at its line of the document, for code scanning. */
export function sarifOf(context: Context): string {
  const { report } = context;
  const groups = groupFindings(report.findings);
  const seen = new Map<string, number>();
  const run: Run = {
    tool: toolOf(context),
    automationDetails: { id: `conformance/${report.title}/` },
    invocations: [invocationOf(context)],
    columnKind: "utf16CodeUnits",
    artifacts: [{ location: { uri: context.source.uri }, roles: ["analysisTarget"] }],
    results: groups.map((group) => resultOf(context, group, seen)),
  };
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const RULE_IDS = Object.keys(RULES);

function toolOf({ tool }: Context): Run["tool"] {
  const rules = Object.entries(RULES).map(([id, { title, help }]): ReportingDescriptor => {
    return {
      id,
      name: title.replaceAll(/\W+(\w)?/g, (_, letter: string = "") => letter.toUpperCase()),
      shortDescription: { text: title },
      fullDescription: { text: help },
      help: { text: help },
      defaultConfiguration: { level: "error" },
    };
  });
  return { driver: { name: tool.name, semanticVersion: tool.version, rules } };
}

function invocationOf({ report, tool }: Context) {
  return {
    // The run itself, whatever it found.
    executionSuccessful: report.stopped === undefined,
    commandLine: tool.again(),
    startTimeUtc: new Date(report.startedAt).toISOString(),
    endTimeUtc: new Date(report.startedAt + report.milliseconds).toISOString(),
    ...(report.stopped !== undefined && { exitCodeDescription: report.stopped }),
  };
}

function resultOf(context: Context, { first, count }: FindingGroup, seen: Map<string, number>): Result {
  const { report, tool, show } = context;
  const { rule, exchange } = first;
  const fingerprint = numbered(fingerprintOf(context, first), seen);
  const curl = exchange && curlLine(exchange.request, report.mask);
  return {
    ruleId: rule,
    ruleIndex: RULE_IDS.indexOf(rule),
    level: "error",
    message: { text: messageOf(context, first) },
    locations: [locationOf(context, first)],
    occurrenceCount: count,
    // The second is the one that GitHub looks at.
    partialFingerprints: { "conformanceFinding/v1": fingerprint, primaryLocationLineHash: fingerprint },
    ...(exchange && { webRequest: requestOf(context, exchange), webResponse: responseOf(context, exchange) }),
    properties: {
      case: show(first.case),
      seed: report.seed,
      again: tool.again(first.case),
      ...(curl !== undefined && { curl: show(curl) }),
    },
  };
}

function messageOf({ show }: Context, { operationId, status, message, case: title }: Finding): string {
  const where = [operationId, status].filter((part) => part !== undefined).join(" ");
  return show(`${where === "" ? "" : `${where}: `}${message}. Seen in the case “${title}”.`);
}

function locationOf(context: Context, finding: Finding): Location {
  const { locator, source } = context;
  const pointer = pointerOf(context, finding);
  const { line, column, endLine } = locator.find(pointer);
  const name = finding.operationId;
  return {
    physicalLocation: {
      artifactLocation: { uri: source.uri, index: 0 },
      region: { startLine: line, startColumn: column },
      contextRegion: { startLine: line, endLine },
    },
    logicalLocations: [{ fullyQualifiedName: pointer, kind: "object", ...(name !== undefined && { name }) }],
  };
}

/** The same fault in another run: ids, times and other values in its sentence do not count. */
function fingerprintOf(context: Context, finding: Finding): string {
  const { rule, operationId, status } = finding;
  const sentence = sentenceOf(finding)
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')
    .replaceAll(/\d+/g, "0");
  const parts = [rule, operationId, status, pointerOf(context, finding), sentence];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

/** Faults that differ in nothing but such values are told apart by their order. */
function numbered(fingerprint: string, seen: Map<string, number>): string {
  const number = (seen.get(fingerprint) ?? 0) + 1;
  seen.set(fingerprint, number);
  return `${fingerprint}:${number}`;
}

function requestOf(context: Context, exchange: Exchange): WebRequest {
  const { method, url, requestHeaders, requestBody } = shownExchange(context, exchange);
  return {
    protocol: "HTTP",
    method,
    target: url,
    headers: byName(requestHeaders),
    ...(requestBody !== undefined && { body: { text: shortened(requestBody) } }),
  };
}

function responseOf(context: Context, exchange: Exchange): WebResponse {
  const { status, responseHeaders, responseBody } = shownExchange(context, exchange);
  return {
    protocol: "HTTP",
    statusCode: status,
    reasonPhrase: STATUS_CODES[status] ?? "",
    headers: byName(responseHeaders),
    ...(responseBody !== "" && { body: { text: shortened(responseBody) } }),
  };
}

function byName(headers: HeaderList): Record<string, string> {
  const names = Map.groupBy(headers, ({ name }) => name);
  return Object.fromEntries(
    [...names].map(([name, all]) => [name, all.map(({ value }) => value).join(", ")]),
  );
}

function shortened(body: string): string {
  return body.length <= LONGEST_BODY ? body : `${body.slice(0, LONGEST_BODY)}… (${body.length} characters)`;
}
