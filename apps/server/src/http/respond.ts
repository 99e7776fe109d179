import type { ReplyHeaders } from "./reply.ts";

/** The one place where answers are made, so that none lacks these headers. */
export function respond(
  status: number,
  body: string | null,
  contentType: string | undefined,
  requestId: string,
  more?: ReplyHeaders,
): Response {
  const headers: Record<string, string | readonly string[]> = {
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-request-id": requestId,
    ...more,
  };
  if (contentType !== undefined && body !== null) headers["content-type"] = contentType;
  return new Response(body, { status, headers: isFlat(headers) ? headers : lines(headers) });
}

// A plain object is what the Node adapter writes without a detour.
function isFlat(headers: ReplyHeaders): headers is Record<string, string> {
  return Object.values(headers).every((value) => typeof value === "string");
}

function lines(headers: ReplyHeaders): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const line of typeof value === "string" ? [value] : value) result.append(name, line);
  }
  return result;
}
