import { hash, randomBytes, timingSafeEqual } from "node:crypto";
import { base62Bytes } from "./base62.ts";
import { ID_WIDTH, nextId } from "./time-ordered-id.ts";

/** A prefix of its own for each kind makes every lookup typed: one kind can never stand in for another. */
const KINDS = {
  access: shape("fxa_", 32),
  refresh: shape("fxr_", 32),
  code: shape("fxc_", 32),
  clientSecret: shape("fxs_", 32),
  authorizationRequest: shape("fxq_", 32),
  // Documented as 36 alphanumerics: 14 of the id leave 22, which is 128 bits.
  session: shape("flx_", 16),
} as const;

export type CredentialKind = keyof typeof KINDS;

/** What is known of a presented credential: the row's key, and what to compare with the row's secret_hash. */
export type Credential = { id: string; hash: string };

/** A new credential. Only `id` and `hash` may be stored; `token` is shown once. */
export type Minted = Credential & { token: string };

/** A new credential; `secretBytes` replaces the random part where it must be possible to derive it again. */
export function mint(kind: CredentialKind, now: number, secretBytes?: Uint8Array): Minted {
  return assemble(kind, nextId(now), secretBytes ?? randomBytes(KINDS[kind].bytes));
}

/** The credential with this id and this secret, always the same for the same input. */
export function assemble(kind: CredentialKind, id: string, secretBytes: Uint8Array): Minted {
  const { prefix, bytes, width } = KINDS[kind];
  if (secretBytes.length !== bytes) throw new RangeError(`a secret of kind ${kind} is ${bytes} bytes`);
  const token = prefix + id + base62Bytes(secretBytes, width);
  return { id, token, hash: hashOf(token) };
}

/** Undefined unless the text has exactly the form of this kind. */
export function parse(kind: CredentialKind, token: string): Credential | undefined {
  const { pattern, prefix } = KINDS[kind];
  if (!pattern.test(token)) return undefined;
  return { id: token.slice(prefix.length, prefix.length + ID_WIDTH), hash: hashOf(token) };
}

/** Constant time, because the stored hash is compared with one that a stranger chose. */
export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A random secret is not guessable, so a fast hash protects it as well as a slow one. */
export function hashOf(token: string): string {
  return hash("sha256", token, "base64url");
}

const BOT_SECRET_WIDTH = widthOf(32);
const BOT_TOKEN = new RegExp(`^(?<id>0|[1-9][0-9]{0,18})\\.[0-9A-Za-z]{${BOT_SECRET_WIDTH}}$`);

export function mintBotToken(applicationId: string): { token: string; hash: string } {
  const token = `${applicationId}.${base62Bytes(randomBytes(32), BOT_SECRET_WIDTH)}`;
  return { token, hash: hashOf(token) };
}

export function parseBotToken(token: string): { applicationId: string; hash: string } | undefined {
  const applicationId = BOT_TOKEN.exec(token)?.groups?.id;
  return applicationId === undefined ? undefined : { applicationId, hash: hashOf(token) };
}

function shape(prefix: string, bytes: number) {
  const width = widthOf(bytes);
  return { prefix, bytes, width, pattern: new RegExp(`^${prefix}[0-9A-Za-z]{${ID_WIDTH + width}}$`) };
}

/** Characters that hold this many bytes in base62. */
function widthOf(bytes: number): number {
  return Math.ceil((bytes * 8) / Math.log2(62));
}
