import { shownHeader } from "../http/secret-headers.ts";
import type { Exchange } from "../run/case.ts";
import type { Finding } from "../run/finding.ts";
import type { Report } from "../run/run.ts";
import { responseFor } from "../spec/operation.ts";
import { createLocator, type Locator, type Source } from "./source.ts";
import { visible } from "./visible.ts";

/** Who made the report. */
export interface Tool {
  name: string;
  version: string;
  /** The command that runs some cases again, those whose title matches a regular expression, or all. */
  again(only?: string): string;
}

/** Everything that the reports are made from. */
export interface Context {
  report: Report;
  tool: Tool;
  source: Source;
  locator: Locator;
  /** Without secrets, and harmless to show. */
  show(text: string): string;
}

export function createContext(report: Report, tool: Tool, source: Source): Context {
  const show = (text: string) => visible(report.mask(text));
  return { report, tool, source, locator: createLocator(source), show };
}

/** Where in the document a finding is about, as closely as is known. */
export function pointerOf({ report }: Context, finding: Finding): string {
  const operation = report.operations.find(({ id }) => id === finding.operationId);
  const response = operation && responseFor(operation, finding.status ?? 0);
  return finding.pointer ?? response?.pointer ?? operation?.pointer ?? "#";
}

export type HeaderList = readonly { name: string; value: string }[];

export interface ShownExchange {
  method: string;
  url: string;
  requestHeaders: HeaderList;
  requestBody: string | undefined;
  status: number;
  responseHeaders: HeaderList;
  responseBody: string;
}

/** One request and its answer without secrets. */
export function shownExchange({ report }: Context, { request, response }: Exchange): ShownExchange {
  const { mask } = report;
  const headers = (all: Headers) =>
    [...all].map(([name, value]) => ({ name, value: shownHeader(name, value, mask) }));
  return {
    method: request.method,
    url: mask(request.url),
    requestHeaders: headers(request.headers),
    requestBody: request.body === undefined ? undefined : mask(request.body),
    status: response.status,
    responseHeaders: headers(response.headers),
    responseBody: mask(response.body),
  };
}
