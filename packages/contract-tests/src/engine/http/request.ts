import type { JsonObject } from "../json.ts";
import type { Operation } from "../spec/operation.ts";
import { encodeBody } from "./encode.ts";
import { textOf } from "./parameters.ts";

/** One text, the same name several times, or one text of several parts. */
export type QueryValue = string | readonly string[] | { items: readonly string[]; delimiter: string };

/** What varies between requests of one operation. */
export interface RequestParts {
  path?: Readonly<Record<string, QueryValue>>;
  query?: Readonly<Record<string, QueryValue>>;
  headers?: Readonly<Record<string, QueryValue>>;
  cookies?: Readonly<Record<string, QueryValue>>;
  /** Encoded for `media`, which is the operation's first media type when absent. */
  body?: unknown;
  media?: string;
  /** Sent as it is in place of `body`. */
  raw?: { contentType?: string; text: string };
  /** Another spelling of the same path. */
  spelling?: (path: string) => string;
}

/** What makes a request one of somebody. Members of `body` join the body's own. */
export interface Authorization {
  headers?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  cookies?: Readonly<Record<string, string>>;
  body?: JsonObject;
}

export interface WireRequest {
  method: string;
  url: string;
  headers: Headers;
  /** As text for reading; what is sent may be bytes. */
  body: string | undefined;
}

export function authorized(parts: RequestParts, by: Authorization | undefined): RequestParts {
  if (!by) return parts;
  const { body } = parts;
  const isForm = typeof body === "object" && body !== null && !Array.isArray(body);
  return {
    ...parts,
    headers: { ...parts.headers, ...by.headers },
    query: { ...parts.query, ...by.query },
    cookies: { ...parts.cookies, ...by.cookies },
    ...(by.body && isForm && { body: { ...by.body, ...body } }),
  };
}

export function buildRequest(base: string, operation: Operation, parts: RequestParts): WireRequest {
  const spelled = parts.spelling?.(operation.path) ?? operation.path;
  const path = spelled.replaceAll(/\{([^}]+)\}/g, (_, name: string) => joined(parts.path?.[name] ?? ""));
  const headers = headersOf(parts);
  const body = parts.raw ?? encodeBody(operation, parts);
  if (body?.contentType !== undefined) headers.set("content-type", body.contentType);
  return { method: operation.method, url: base + path + queryOf(parts.query), headers, body: body?.text };
}

function headersOf({ headers = {}, cookies = {} }: RequestParts): Headers {
  const texts = Object.entries(headers).map(([name, value]): [string, string] => [name, textOf(value) ?? ""]);
  const all = new Headers(texts);
  const crumbs = Object.entries(cookies).map(([name, value]) => `${name}=${joined(value)}`);
  if (crumbs.length > 0) all.set("cookie", [all.get("cookie") ?? [], crumbs].flat().join("; "));
  return all;
}

/** Percent-encoded, but for the delimiters between its parts (RFC 6570 3.2.1). */
function joined(value: QueryValue): string {
  if (typeof value === "string") return encodeURIComponent(value);
  if ("items" in value) return value.items.map(encodeURIComponent).join(value.delimiter);
  return value.map(encodeURIComponent).join(",");
}

function queryOf(query: RequestParts["query"] = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    if (typeof value === "string") return [String(new URLSearchParams([[name, value]]))];
    if ("items" in value) return [`${encodeURIComponent(name)}=${joined(value)}`];
    return value.map((one) => String(new URLSearchParams([[name, one]])));
  });
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}
