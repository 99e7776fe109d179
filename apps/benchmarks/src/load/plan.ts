/** The requests of one operation to one contestant. `{0}`, `{1}` … in path, headers and body stand for an entry's values. */
export interface Plan {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly pool: readonly Entry[];
  readonly use: Use;
  readonly expect: Expectation;
}

export type Entry = readonly string[];

/**
 * `cycle`: one after the other, again and again. `once`: each serves one request. `rotate`: each answer holds what takes
 * the place of the entry's last value, as with refresh tokens.
 */
export type Use = "cycle" | "once" | { readonly rotate: string };

/** What every answer's status has to be, and what has to stand in its body. */
export interface Expectation {
  readonly status: number;
  readonly includes: readonly string[];
}

/** As it goes over the wire. */
export function requestBytes(plan: Plan, entry: Entry): Buffer {
  const fill = (text: string) => text.replaceAll(/\{(\d)\}/g, (_, index) => entry[Number(index)] ?? "");
  const body = plan.body === undefined ? "" : fill(plan.body);
  const lines = Object.entries(plan.headers).map(([name, value]) => `${name}: ${fill(value)}\r\n`);
  if (plan.body !== undefined) lines.push(`content-length: ${Buffer.byteLength(body)}\r\n`);
  return Buffer.from(
    `${plan.method} ${fill(plan.path)} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join("")}\r\n${body}`,
  );
}
