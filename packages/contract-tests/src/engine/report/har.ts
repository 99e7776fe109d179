import { STATUS_CODES } from "node:http";
import type { Content, Cookie, Entry, Har, Request, Response } from "har-format";
import type { Exchange } from "../run/case.ts";
import { type Context, type HeaderList, shownExchange } from "./context.ts";

const HTTP_VERSION = "HTTP/1.1";
const UNKNOWN = -1;

/** HTTP Archive 1.2: everything that was sent and answered, for a browser's network panel. */
export function harOf(context: Context): string {
  const { report, tool } = context;
  const creator = { name: tool.name, version: tool.version };
  const entries = report.exchanges.map((exchange) => entryOf(context, exchange));
  const comment = `${report.title} at ${report.baseUrl}, seed ${report.seed}; secrets are masked`;
  const har: Har = { log: { version: "1.2", creator, pages: [], entries, comment } };
  return `${JSON.stringify(har, null, 1)}\n`;
}

function entryOf(context: Context, exchange: Exchange): Entry {
  const shown = shownExchange(context, exchange);
  const time = exchange.response.milliseconds;
  const { url, method, requestHeaders, requestBody, status, responseHeaders, responseBody } = shown;
  const type = headerIn(requestHeaders, "content-type");
  const request: Request = {
    method,
    url,
    httpVersion: HTTP_VERSION,
    cookies: cookiesIn(headerIn(requestHeaders, "cookie")),
    headers: [...requestHeaders],
    queryString: pairsIn(new URL(url).searchParams),
    ...(requestBody !== undefined && { postData: { mimeType: type, text: requestBody } }),
    headersSize: UNKNOWN,
    bodySize: Buffer.byteLength(exchange.request.body ?? ""),
  };
  const response: Response = {
    status,
    statusText: STATUS_CODES[status] ?? "",
    httpVersion: HTTP_VERSION,
    cookies: responseHeaders
      .filter(({ name }) => name === "set-cookie")
      .flatMap(({ value }) => setCookie(value)),
    headers: [...responseHeaders],
    content: contentOf(exchange, responseBody),
    redirectURL: headerIn(responseHeaders, "location"),
    headersSize: UNKNOWN,
    bodySize: UNKNOWN,
  };
  return {
    startedDateTime: new Date(exchange.startedAt).toISOString(),
    time,
    request,
    response,
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    comment: exchange.case,
  };
}

function contentOf({ response }: Exchange, text: string): Content {
  const mimeType = response.headers.get("content-type") ?? "";
  return { size: Buffer.byteLength(response.body), mimeType, text };
}

function pairsIn(parameters: URLSearchParams) {
  return [...parameters].map(([name, value]) => ({ name, value }));
}

function headerIn(headers: HeaderList, name: string): string {
  return headers.find((each) => each.name === name)?.value ?? "";
}

function cookiesIn(header: string): Cookie[] {
  return header.split(";").flatMap(cookieOf);
}

function setCookie(header: string): Cookie[] {
  return header.split(";", 1).flatMap(cookieOf);
}

function cookieOf(pair: string): Cookie[] {
  const [name = "", ...value] = pair.trim().split("=");
  return name === "" ? [] : [{ name, value: value.join("=") }];
}
