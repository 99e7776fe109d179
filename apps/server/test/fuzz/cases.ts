import type { Cast } from "./cast.ts";
import { corrupt, type Encoded, encode, encodeForm } from "./encode.ts";
import { CONTENT_TYPES, ESCAPES, HEADERS, METHODS, PATHS, TEXTS, writeText } from "./nasty.ts";
import { SUBJECTS, type Subject } from "./operations.ts";
import { createRandom, type Random, weighted } from "./random.ts";
import { changeBody, valueFor } from "./values.ts";

/** A request as it is sent, header values in the bytes of UTF-8. */
export type Case = {
  readonly number: number;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | undefined;
};

/** The request of this number, the same whenever it is made, but for what the cast holds. */
export function makeCase(seed: number, number: number, cast: Cast): Case {
  const random = createRandom(seed, number);
  const subject = authenticating(random, weighted(random, WEIGHTED));
  const content = random.chance(0.97) ? contentOf(random, cast, subject) : undefined;
  const method = random.chance(0.03) ? random.pick(METHODS) : subject.method;
  const hasBody = content !== undefined && !/^(get|head)$/i.test(method);
  return {
    number,
    method,
    target: pathOf(random, cast, subject) + queryOf(random, cast, subject),
    headers: headersOf(random, cast, subject, hasBody ? content : undefined),
    body: hasBody ? content.bytes : undefined,
  };
}

// What hashes a password costs as much as a hundred others.
const COSTLY = new Set([
  "register",
  "login",
  "resetClientSecret",
  "resetBotToken",
  "deleteApplication",
  "signIn",
  "signUp",
]);
const ENDING = new Set(["logout", "deauthorizeApplication", "signOut"]);
const WEIGHTED = SUBJECTS.map((subject) => [weightOf(subject), subject] as const);

function weightOf({ id }: Subject): number {
  return COSTLY.has(id) ? 0.5 : 1;
}

/** A client says who it is in one place, or there is nothing more to see; what ends a session mostly fails to. */
function authenticating(random: Random, subject: Subject): Subject {
  if (ENDING.has(subject.id) && random.chance(0.95)) return { ...subject, scheme: undefined };
  if (subject.scheme !== "basic" || random.chance(0.1)) return subject;
  if (random.chance(0.5)) return { ...subject, scheme: undefined };
  const { client_secret: _, ...members } = subject.members;
  return { ...subject, members, examples: subject.examples.map(withoutClient) };
}

function withoutClient(example: unknown): unknown {
  return { ...(example as object), client_id: undefined, client_secret: undefined };
}

function contentOf(random: Random, cast: Cast, subject: Subject): Encoded | undefined {
  if (subject.media.length === 0) return random.chance(0.05) ? anyContent(random) : undefined;
  const body = bodyOf(random, cast, subject);
  const media = random.chance(0.04) ? random.pick(CONTENT_TYPES) : random.pick(subject.media);
  const encoded = encode(
    random,
    media,
    random.chance(0.02) ? random.pick([[body], null, "", body.id]) : body,
  );
  const contentType = random.chance(0.04) ? random.pick(CONTENT_TYPES) : encoded.contentType;
  return { contentType, bytes: random.chance(0.1) ? corrupt(random, encoded.bytes) : encoded.bytes };
}

function anyContent(random: Random): Encoded {
  return { contentType: random.pick(CONTENT_TYPES), bytes: Buffer.from(random.pick(TEXTS)) };
}

/** A valid body, with what the cast has in its place, and then some changes to it. */
function bodyOf(random: Random, cast: Cast, { id, examples, members }: Subject): Record<string, unknown> {
  const example = random.pick(examples.length > 0 ? examples : [{}]);
  const body: Record<string, unknown> = { ...(typeof example === "object" ? example : {}) };
  for (const name of Object.keys(body)) {
    const own = cast.values[name];
    if (own && body[name] !== undefined) body[name] = random.pick(own);
  }
  const changes = random.pick([0, 1, 1, 1, 2, 2, 3, 8]);
  for (let change = 0; change < changes; change++) changeBody(random, cast, members, body);
  if (COSTLY.has(id) && random.chance(0.9)) body.password = random.pick([undefined, "", null, 1, ["a"], {}]);
  return body;
}

function pathOf(random: Random, cast: Cast, { path }: Subject): string {
  if (random.chance(0.03)) return random.pick(PATHS);
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = random.chance(0.75) ? random.pick(cast.values[name] ?? [""]) : random.pick(TEXTS);
    return random.chance(0.03) ? random.pick(ESCAPES) : encodeURIComponent(String(value).toWellFormed());
  });
  if (random.chance(0.05)) return `/v1${filled}`;
  if (random.chance(0.02)) return filled.replaceAll("@", "%40");
  return random.chance(0.02) ? filled + random.pick([...ESCAPES, "/", "//", "/.", "/..", ";a=b"]) : filled;
}

function queryOf(random: Random, cast: Cast, { id, query }: Subject): string {
  const names = Object.keys(query);
  if (names.length === 0 && !random.chance(0.05)) return "";
  const entries = names
    .filter((name) => random.chance(NEEDED.has(name) ? 0.95 : 0.3))
    .map((name) => [name, writeText(parameter(random, cast, id, name, query))] as const);
  if (random.chance(0.05)) entries.push([random.pick(TEXTS), random.pick(TEXTS)]);
  return `?${encodeForm(random, entries)}`;
}

function parameter(random: Random, cast: Cast, id: string, name: string, query: Subject["query"]): unknown {
  const good = id === "authorize" ? (cast.values[name] ?? AUTHORIZE[name]) : undefined;
  return good && random.chance(0.7) ? random.pick(good) : valueFor(random, cast, name, query[name]);
}

const NEEDED = new Set(["client_id", "redirect_uri", "response_type", "scope"]);
const AUTHORIZE: Readonly<Record<string, readonly string[]>> = {
  response_type: ["code"],
  scope: ["identify", "email", "identify email", "bot"],
  prompt: ["none", "consent"],
};

function headersOf(random: Random, cast: Cast, { scheme, id }: Subject, content: Encoded | undefined) {
  const headers: [string, string][] = [];
  const isPage = scheme === "page";
  if (random.chance(isPage || id === "authorize" ? 0.9 : 0.02)) headers.push(["cookie", cast.cookie]);
  if (isPage && random.chance(0.9)) headers.push(["origin", cast.origin]);
  const authorization = authorizationOf(random, cast, scheme);
  if (authorization !== undefined) headers.push(["authorization", authorization]);
  if (content) headers.push(["content-type", content.contentType]);
  if (content && random.chance(0.5)) headers.push(["content-length", String(content.bytes.length)]);
  for (let more = random.pick([0, 0, 0, 0, 0, 1, 2]); more > 0; more--)
    headers.push([...random.pick(HEADERS)]);
  if (random.chance(0.02)) headers.push(["x-any", random.pick(TEXTS)]);
  return headers.map(([name, value]) => [name, wire(value)] as const);
}

function authorizationOf(random: Random, cast: Cast, scheme: Subject["scheme"]): string | undefined {
  const right = scheme && (scheme === "page" ? undefined : cast[scheme]);
  const make = weighted<() => string | undefined>(random, [
    [14, () => right],
    [2, () => random.pick(cast.authorizations)],
    [1, () => undefined],
    [2, () => forged(random, random.pick(cast.authorizations))],
    [1, () => `${random.pick(SCHEMES)}${random.pick(TEXTS)}`],
    [1, () => `Basic ${Buffer.from(random.pick(TEXTS) + random.pick(["", ":", "::"])).toString("base64")}`],
  ]);
  return make();
}

const SCHEMES = ["", "Bearer ", "Bot ", "Basic ", "bearer  ", "Digest ", "Bearer,", "Bot\t", "Negotiate "];

/** A credential that is nearly right. */
function forged(random: Random, authorization: string): string {
  const [scheme = "", token = ""] = authorization.split(" ");
  const place = random.below(authorization.length);
  return random.pick([
    `${random.pick(SCHEMES)}${token || scheme}`,
    authorization.slice(0, place),
    authorization.slice(0, place) + random.pick(TEXTS) + authorization.slice(place + 1),
    `${authorization}${random.pick(["a", " ", "%00", ", Bearer a"])}`,
    authorization.toLowerCase(),
  ]);
}

/** As bytes on the wire: one character each, and none that ends a line, which no HTTP parser lets through. */
function wire(value: string): string {
  return Buffer.from(value)
    .toString("latin1")
    .replaceAll(/[\0\r\n]/g, "")
    .slice(0, 12_000);
}
