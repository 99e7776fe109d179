// The specification as plain JSON, and how a place in it is named.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Node = { [key: string]: Json };

/** A JSON pointer (RFC 6901) in the bundle. */
export type Pointer = string;

export function child(at: Pointer, ...segments: (string | number)[]): Pointer {
  const escaped = segments.map((segment) => String(segment).replaceAll("~", "~0").replaceAll("/", "~1"));
  return [at, ...escaped].join("/");
}

export class SpecificationError extends Error {
  readonly at: Pointer;

  constructor(at: Pointer, message: string) {
    super(`${at}: ${message}`);
    this.name = "SpecificationError";
    this.at = at;
  }
}

export function fail(at: Pointer, message: string): never {
  throw new SpecificationError(at, message);
}

export function isNode(value: Json | undefined): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function asNode(value: Json | undefined, at: Pointer): Node {
  return isNode(value) ? value : fail(at, "expected an object");
}

export function asArray(value: Json | undefined, at: Pointer): Json[] {
  return Array.isArray(value) ? value : fail(at, "expected an array");
}

export function asString(value: Json | undefined, at: Pointer): string {
  return typeof value === "string" ? value : fail(at, "expected a string");
}

/** The members of the map under a key, each with its place; none when the key is absent. */
export function members(node: Node, key: string, at: Pointer): { name: string; value: Json; at: Pointer }[] {
  const map = node[key] === undefined ? {} : asNode(node[key], child(at, key));
  return Object.entries(map).map(([name, value]) => ({ name, value, at: child(at, key, name) }));
}

/** The items of the array under a key, each with its place; none when the key is absent. */
export function items(node: Node, key: string, at: Pointer): { value: Json; at: Pointer }[] {
  const array = node[key] === undefined ? [] : asArray(node[key], child(at, key));
  return array.map((value, index) => ({ value, at: child(at, key, index) }));
}

/** Refuses every keyword that the generator has not been taught; extensions are data for others. */
export function allow(node: Node, at: Pointer, kind: string, keywords: readonly string[]): void {
  for (const keyword of Object.keys(node)) {
    if (keyword.startsWith("x-") || keywords.includes(keyword)) continue;
    fail(child(at, keyword), `the generator does not know the ${kind} keyword "${keyword}"`);
  }
}
