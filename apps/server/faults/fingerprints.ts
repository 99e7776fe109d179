import type { Report } from "@fluxer-oauth2/contract-tests";

/** What of the answers to each case does not change from run to run: statuses, codes, and which members there are. */
export function fingerprints({ exchanges }: Report): Map<string, string[]> {
  const byCase = Map.groupBy(exchanges, (each) => each.case);
  return new Map(
    [...byCase].map(([title, all]) => [title, all.map(({ response }) => fingerprint(response))]),
  );
}

function fingerprint({ status, body, headers }: Report["exchanges"][number]["response"]): string {
  const challenge = headers.has("www-authenticate") ? " with a challenge" : "";
  const location = headers.has("location")
    ? ` to ${[...new URL(headers.get("location") ?? "", "http://x").searchParams.keys()]}`
    : "";
  return `${status}${challenge}${location} ${headers.get("cache-control")} ${shape(parsed(body))}`;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body === "" ? undefined : "text";
  }
}

const TELLING = new Set(["code", "error", "active", "scope", "token_type", "expires_in", "required_scope"]);

function shape(value: unknown, name = ""): string {
  if (Array.isArray(value)) return `[${value.length > 0 ? shape(value[0]) : ""}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([key, inner]) => `${key}:${shape(inner, key)}`);
    return `{${members.sort().join(" ")}}`;
  }
  return TELLING.has(name) ? JSON.stringify(value) : value === null ? "null" : typeof value;
}
