import type { JsonObject } from "../json.ts";
import type { Operation } from "../spec/operation.ts";
import { encodeBody } from "./encode.ts";

/** What varies between requests of one operation. */
export interface RequestParts {
  path?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | readonly string[]>>;
  headers?: Readonly<Record<string, string>>;
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
    ...(by.body && isForm && { body: { ...by.body, ...body } }),
  };
}

export function buildRequest(base: string, operation: Operation, parts: RequestParts): WireRequest {
  const spelled = parts.spelling?.(operation.path) ?? operation.path;
  const path = spelled.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(parts.path?.[name] ?? ""),
  );
  const headers = new Headers(parts.headers);
  const body = parts.raw ?? encodeBody(operation, parts);
  if (body?.contentType !== undefined) headers.set("content-type", body.contentType);
  return { method: operation.method, url: base + path + queryOf(parts.query), headers, body: body?.text };
}

function queryOf(query: RequestParts["query"] = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : value).map((one): [string, string] => [name, one]),
  );
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}
