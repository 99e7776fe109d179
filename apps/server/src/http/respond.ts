import type { ReplyHeaders } from "./reply.ts";

/** The one place where answers are made, so that none lacks these headers. */
export function respond(
  status: number,
  body: string | null,
  contentType: string | undefined,
  requestId: string,
  more?: ReplyHeaders,
): Response {
  const headers: Record<string, string> = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-request-id": requestId,
  };
  if (contentType !== undefined) headers["content-type"] = contentType;
  const lists = more === undefined ? NONE : addTo(headers, more);
  // A plain object is what the Node adapter writes without a detour.
  return new Response(body, {
    status,
    headers: lists.length > 0 ? appendTo(new Headers(headers), lists) : headers,
  });
}

type Lists = readonly [name: string, lines: readonly string[]][];

const NONE: Lists = [];

/** Adds what has one line each, and returns what has several. */
function addTo(headers: Record<string, string>, more: ReplyHeaders): Lists {
  const lists: [string, readonly string[]][] = [];
  for (const [name, value] of Object.entries(more)) {
    if (typeof value === "string") headers[name] = value;
    else lists.push([name, value]);
  }
  return lists;
}

function appendTo(headers: Headers, lists: Lists): Headers {
  for (const [name, lines] of lists) for (const line of lines) headers.append(name, line);
  return headers;
}
