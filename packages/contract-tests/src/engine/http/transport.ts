import type { WireRequest } from "./request.ts";

export type Fetch = (request: Request) => Response | Promise<Response>;

export interface WireResponse {
  status: number;
  headers: Headers;
  body: string;
  /** Its bytes were not UTF-8, so that the text is not all of them. */
  isBroken?: boolean;
  milliseconds: number;
}

/** The server did not answer at all, which is no finding about its answers. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

const PATIENCE = 30_000;

/** Sends one request and reads the whole answer, for which it waits `patience` milliseconds. Redirects are answers like any other. */
export async function exchange(
  fetch: Fetch,
  { method, url, headers, body }: WireRequest,
  patience: number = PATIENCE,
): Promise<WireResponse> {
  const start = performance.now();
  const limit = new AbortController();
  // Ended with the answer, as AbortSignal.timeout is not: thousands of those would be waited for at once.
  const timer = setTimeout(
    () => limit.abort(new DOMException("no answer in time", "TimeoutError")),
    patience,
  );
  try {
    const { signal } = limit;
    const sent = sendable(headers, body);
    const request = new Request(url, { method, headers, body: sent, redirect: "manual", signal });
    const response = await fetch(request);
    const read = decode(await response.arrayBuffer());
    const milliseconds = performance.now() - start;
    return { status: response.status, headers: response.headers, ...read, milliseconds };
  } catch (cause) {
    throw new Unreachable(`${method} ${url}: ${reasonOf(cause)}`, { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** A string is not copied as bytes are, but gets a content type that nobody asked for where there is none. */
function sendable(headers: Headers, body: string | undefined): string | Uint8Array<ArrayBuffer> | null {
  if (body === undefined) return null;
  return headers.has("content-type") ? body : new TextEncoder().encode(body);
}

// A byte order mark stays, as it is one of the things that can be wrong.
const STRICT = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });
const LENIENT = new TextDecoder("utf-8", { ignoreBOM: true });

function decode(bytes: ArrayBuffer): Pick<WireResponse, "body" | "isBroken"> {
  try {
    return { body: STRICT.decode(bytes) };
  } catch {
    return { body: LENIENT.decode(bytes), isBroken: true };
  }
}

// fetch hides what happened behind "fetch failed".
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === "TimeoutError") return "no answer in time";
  return cause.cause instanceof Error ? `${cause.message} (${cause.cause.message})` : cause.message;
}
