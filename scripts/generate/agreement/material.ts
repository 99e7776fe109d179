// What values are made of, and how they are picked and changed.
import type { Json, Node, Pointer } from "../nodes.ts";

/** Where the values of inner schemas come from. */
export interface Source {
  /** Instances and values that just fail to be ones. */
  of(schema: Json, at: Pointer): unknown[];
  valid(schema: Json, at: Pointer): unknown[];
}

/** One value of every kind, for where it does not belong. */
export const STRANGERS: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1.5,
  "",
  "a",
  "0",
  [],
  {},
  [null],
  [[]],
  { a: 1 },
  { "": null },
];

export function examples(node: Node): unknown[] {
  const listed = Array.isArray(node.examples) ? node.examples : [];
  return [...listed, node.example, node.default].filter((value) => value !== undefined);
}

/** The numbers at and beside the bounds that a schema sets. */
export function around(...bounds: (Json | undefined)[]): number[] {
  return bounds.flatMap((bound) => (typeof bound === "number" ? [bound - 1, bound, bound + 1] : []));
}

/** Values that could be taken for the value but are not it. */
export function near(value: Json): unknown[] {
  if (typeof value === "string") return [value.toUpperCase(), value.toLowerCase(), `${value} `, [value]];
  return typeof value === "number" ? [value + 1, value + 0.5, String(value), value === 0 ? -0 : value] : [];
}

/** At most so many, spread over the whole list. */
export function some<T>(values: readonly T[], most: number): T[] {
  const step = Math.max(1, values.length / most);
  return values
    .filter((_, index) => Math.floor(index / step) > Math.floor((index - 1) / step))
    .slice(0, most);
}

export function fill(values: readonly unknown[], size: number): unknown[] {
  return values.length === 0 ? [] : Array.from({ length: size }, (_, index) => values[index % values.length]);
}

export function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function without(value: Record<string, unknown>, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
}

export function reversed(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).reverse());
}

/** With a `__proto__` as JSON.parse makes it: a member of its own, not the prototype. */
export function withProto(value: Record<string, unknown>, proto: unknown): object {
  const descriptor = { value: proto, enumerable: true, configurable: true, writable: true };
  return Object.defineProperty({ ...value }, "__proto__", descriptor);
}
