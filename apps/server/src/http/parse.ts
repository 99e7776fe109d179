import type { Content } from "./body.ts";
import { ApiError, invalidField } from "./errors.ts";

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const DEEPEST = 64;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NUL = "\0";
const REPLACEMENT = "\ufffd";

/** Names and values of a form or a query, each name once. */
export type Fields = Record<string, string>;

/** A promise for multipart only. */
export function parseBody(media: string, contentType: string, content: Content): unknown {
  if (media === "multipart/form-data") return parseMultipart(contentType, content);
  const text = textOf(content);
  return media === "application/json" ? parseJson(text) : parseFields(text);
}

/** What a form was parsed to; JSON is never parsed where this is asked. */
export function isFields(body: unknown): body is Fields {
  return typeof body === "object" && body !== null;
}

export function withoutEmpty(fields: Fields): Fields {
  if (!hasEmpty(fields)) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
}

function hasEmpty(fields: Fields): boolean {
  // They have no prototype, so these are all and only theirs.
  for (const name in fields) if (fields[name] === "") return true;
  return false;
}

/** RFC 6749 3.1 and 3.2: parameters must not be included more than once. */
export function parseFields(text: string): Fields {
  return collect(new URLSearchParams(text));
}

/** For whoever tells the sender in another way than with an error: first values, and which names came again. */
export function parseTolerantly(text: string): { fields: Fields; repeated: string[] } {
  const repeated: string[] = [];
  return { fields: collect(new URLSearchParams(text), (name) => repeated.push(name)), repeated };
}

async function parseMultipart(contentType: string, content: Content): Promise<Fields> {
  const headers = { "content-type": contentType };
  const form = await new Response(content, { headers }).formData().catch((cause: unknown) => {
    throw malformed("multipart", cause);
  });
  return collect(form);
}

function collect(
  entries: Iterable<[string, unknown]>,
  meetAgain: (name: string) => void = refuseAgain,
): Fields {
  // Without a prototype, so that no name means anything special.
  const fields: Fields = Object.create(null);
  for (const [name, value] of entries) {
    if (typeof value !== "string" || isDamaged(name) || isDamaged(value)) throw malformed(`field ${name}`);
    if (name in fields) meetAgain(name);
    else fields[name] = value;
  }
  return fields;
}

function refuseAgain(name: string): never {
  throw invalidField(name, "REPEATED", "This parameter was sent more than once.");
}

// A percent-encoded byte that is not UTF-8 comes out as the replacement character; no form has a use for it.
function isDamaged(text: string): boolean {
  return text.includes(NUL) || text.includes(REPLACEMENT);
}

function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw malformed("JSON is nested too deeply");
  const value = attempt("JSON", () => JSON.parse(text) as unknown);
  // Escapes are the only way to write what no database takes.
  if (text.includes("\\u")) checkStrings(value);
  return value;
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) i = endOfString(text, i);
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > DEEPEST) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}

/** Most of a large body is one string, whose end is searched for without a look at each character. */
function endOfString(text: string, start: number): number {
  let end = start;
  do end = text.indexOf('"', end + 1);
  while (end > 0 && isEscaped(text, end));
  return end > 0 ? end : text.length;
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}

function checkStrings(value: unknown): void {
  if (typeof value === "string" && (value.includes(NUL) || !value.isWellFormed()))
    throw malformed("JSON string");
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    checkStrings(key);
    checkStrings(inner);
  }
}

export function textOf(content: Content): string {
  return typeof content === "string" ? content : attempt("UTF-8", () => UTF8.decode(content));
}

function attempt<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw malformed(what, cause);
  }
}

function malformed(what: string, cause?: unknown): ApiError {
  return new ApiError("INVALID_FORM_BODY", { reason: `malformed ${what}`, cause });
}
