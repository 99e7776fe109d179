import { withoutIssued } from "./issuing.ts";
import type { Exchange } from "./recorder.ts";
import { createSearch } from "./search.ts";
import type { Secret } from "./secrets.ts";

/** All that a run leaves behind, but for what its clients keep. */
export type Evidence = {
  readonly exchanges: readonly Exchange[];
  readonly secrets: readonly Secret[];
  readonly log: readonly string[];
  /** Rows as text, by table, and the bytes of the file if there is one. */
  readonly stored: ReadonlyMap<string, string>;
  /** The published document. */
  readonly document: string;
};

/** Each place where a secret is that may not be there. */
export function canariesIn({ exchanges, secrets, log, stored, document }: Evidence): string[] {
  const { anything, unhashed } = searchesFor(secrets);
  const told = (place: string, found: readonly Secret[]) => found.map(({ name }) => `${name} in ${place}`);
  const hits = [
    ...exchanges.flatMap((one) => told(`an answer of ${one.of}: ${one.status}`, anything(textOf(one)))),
    ...log.flatMap((line) => told(`the log: ${line.slice(0, 200)}`, anything(line))),
    ...[...stored].flatMap(([place, text]) => told(`the database: ${place}`, unhashed(text))),
    ...told("the document", anything(document)),
  ];
  return [...new Set([...hits, ...passwordHashesIn(exchanges, log)])];
}

type Searches = Readonly<Record<"anything" | "unhashed", ReturnType<typeof createSearch>>>;

const prepared = new WeakMap<readonly Secret[], Searches>();

function searchesFor(secrets: readonly Secret[]): Searches {
  const unhashed = () => createSearch(secrets.filter(({ isHash }) => !isHash));
  const searches = prepared.get(secrets) ?? { anything: createSearch(secrets), unhashed: unhashed() };
  prepared.set(secrets, searches);
  return searches;
}

function textOf(exchange: Exchange): string {
  const { headers, body } = withoutIssued(exchange);
  return [...headers.map((pair) => pair.join(": ")), body].join("\n");
}

/** Those are in the database, where they belong, and nowhere else. */
function passwordHashesIn(exchanges: readonly Exchange[], log: readonly string[]): string[] {
  const places = exchanges.map((one) => [`an answer of ${one.of}`, textOf(one)] as const);
  const lines = log.map((line) => [`the log: ${line.slice(0, 200)}`, line] as const);
  return [...places, ...lines]
    .filter(([, text]) => text.includes("$argon2"))
    .map(([place]) => `hash of a password in ${place}`);
}

const SECRET_NAME = /secret|password|token|hash|verifier|credential|private|cookie|session|csrf|api_?key/i;

/** Names that only sound like it; `client_secrets` lists when each was made and used. */
const HARMLESS =
  /^(client_secrets|session_start_limit|token_type|token_type_hint|token_endpoint.*|\w+_endpoint_auth_methods_supported|code_challenge_methods_supported)$/;

/** Each member of an answer that is named like a secret and is not one of those that are given out. */
export function secretMembersIn(exchanges: readonly Exchange[]): string[] {
  const hits = exchanges.map(withoutIssued).flatMap(({ of, status, body }) => {
    return secretNamesIn(jsonOf(body)).map((name) => `${name} in an answer of ${of}: ${status}`);
  });
  return [...new Set(hits)];
}

function jsonOf(body: string): unknown {
  return /^[[{]/.test(body) ? JSON.parse(body) : undefined;
}

export function secretNamesIn(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = Array.isArray(value) ? path : path === "" ? name : `${path}.${name}`;
    const isHit = !Array.isArray(value) && SECRET_NAME.test(name) && !HARMLESS.test(name);
    return [...(isHit ? [place] : []), ...secretNamesIn(inner, place)];
  });
}
