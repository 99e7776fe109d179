// JSON Pointers (RFC 6901) in their fragment form, which is how an OpenAPI document refers to its own parts.
import { asArray, asString, isObject } from "../json.ts";

/** A part of the document, and where it stands after every `$ref` on the way to it has been followed. */
export interface Located {
  pointer: string;
  node: unknown;
}

export function pointerTo(parent: string, ...tokens: readonly (string | number)[]): string {
  let pointer = parent;
  for (const token of tokens) pointer += `/${typeof token === "number" ? token : escapeToken(token)}`;
  return pointer;
}

/** Finds what the pointer stands for. Throws when there is nothing, because then the document itself is wrong. */
export function locate(document: unknown, pointer: string): Located {
  return remembered(FOLLOWED, document, pointer, () =>
    followed(document, walk(document, pointer), new Set()),
  );
}

/** The same without following a `$ref` that stands at the place itself. */
export function nodeAt(document: unknown, pointer: string): unknown {
  return remembered(WALKED, document, pointer, () => walk(document, pointer)).node;
}

type Places = WeakMap<object, Map<string, Located>>;
const FOLLOWED: Places = new WeakMap();
const WALKED: Places = new WeakMap();

// The same few hundred places are asked for in every answer of every run, and a document does not change.
function remembered(places: Places, document: unknown, pointer: string, find: () => Located): Located {
  if (typeof document !== "object" || document === null) return find();
  const known = places.get(document) ?? new Map<string, Located>();
  places.set(document, known);
  const found = known.get(pointer);
  if (found) return found;
  const fresh = find();
  known.set(pointer, fresh);
  return fresh;
}

/** A child by name, or undefined where there is none. */
export function locateChild(document: unknown, parent: Located, ...tokens: string[]): Located | undefined {
  return tokens.reduce<Located | undefined>((at, token) => {
    if (!at || !isObject(at.node) || !Object.hasOwn(at.node, token)) return undefined;
    return locate(document, pointerTo(at.pointer, token));
  }, parent);
}

/** For use inside a URI reference, as JSON Schema's `$ref` is one. */
export function toUriFragment(pointer: string): string {
  return pointer
    .split("/")
    .map((token, index) => (index === 0 ? token : encodeURIComponent(token)))
    .join("/");
}

function walk(document: unknown, pointer: string): Located {
  const [root, ...tokens] = pointer.split("/");
  if (root !== "#") throw new Error(`${pointer} does not point into the document`);
  const node = tokens.map(unescapeToken).reduce<unknown>((inner, token) => {
    if (isObject(inner) && Object.hasOwn(inner, token)) return inner[token];
    if (Array.isArray(inner) && token in inner) return asArray(inner)[Number(token)];
    throw new Error(`The document has nothing at ${pointer}`);
  }, document);
  return { pointer, node };
}

function followed(document: unknown, at: Located, seen: Set<string>): Located {
  const reference = isObject(at.node) ? asString(at.node.$ref) : undefined;
  if (reference === undefined) return at;
  if (seen.has(reference)) throw new Error(`${reference} refers to itself`);
  return followed(document, walk(document, decodeURI(reference)), seen.add(reference));
}

function escapeToken(token: string): string {
  if (!token.includes("~") && !token.includes("/")) return token;
  return token.replaceAll("~", "~0").replaceAll("/", "~1");
}

function unescapeToken(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
