import type { WireRequest } from "./request.ts";
import { shownHeader } from "./secret-headers.ts";

const LONGEST_BODY = 2000;

/** The request as one line for a shell. */
export function curlLine(
  { method, url, headers, body }: WireRequest,
  mask: (text: string) => string,
): string {
  const shown = [...headers].map(
    ([name, value]) => `-H ${quote(`${name}: ${shownHeader(name, value, mask)}`)}`,
  );
  const data = body === undefined ? [] : [`--data-raw ${quote(shortened(mask(body)))}`];
  const verb = method === "GET" && body === undefined ? [] : method === "HEAD" ? ["-I"] : [`-X ${method}`];
  return ["curl -sS -i", ...verb, quote(mask(url)), ...shown, ...data].join(" ");
}

function shortened(body: string): string {
  if (body.length <= LONGEST_BODY) return body;
  return `${body.slice(0, LONGEST_BODY)}… (${body.length} characters)`;
}

/** As one word of a shell's line; only where it has to be. */
export function quoted(text: string): string {
  return /^[\w./:=@%+,-]+$/.test(text) ? text : quote(text);
}

function quote(text: string): string {
  // A line break would make it more than one line; $'…' is understood by bash, zsh and ksh.
  if (!/[\r\n]/.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = text.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
  return `$'${escaped.replaceAll("\r", "\\r").replaceAll("\n", "\\n")}'`;
}
