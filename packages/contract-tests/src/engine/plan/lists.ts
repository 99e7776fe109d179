import { asArray, asObject } from "../json.ts";
import { locate, locateChild } from "../spec/pointer.ts";
import type { Spec } from "../spec/spec.ts";
import { sampleOf } from "./sample.ts";

/** Lists of this length to choose from: of items that differ, in several ways, and of one item again and again. */
export function listsOf(
  spec: Spec,
  pointer: string,
  present: readonly unknown[],
  count: number,
  start = 0,
): unknown[][] {
  const items = locateChild(spec.document, locate(spec.document, pointer), "items");
  if (!items) return [Array.from({ length: count }, (_, index) => index)];
  const item = present[0] ?? sampleOf(spec, items.pointer);
  const listed = asArray(asObject(items.node).enum);
  const textual = (make: (text: string, index: number) => string) => (index: number) =>
    typeof item === "string" ? make(item, index) : typeof item === "number" ? item + index : item;
  const makers: ((index: number) => unknown)[] = [
    (index) =>
      index < present.length ? present[index] : textual((text, at) => `${text}${start + at}`)(index),
    textual((text, index) => `${start + index}${text}`),
    textual((text, index) => text.slice(0, -3) + (100 + index)),
    textual((_, index) => (start + index).toString(36)),
    () => item,
  ];
  const all = listed.length > 0 ? [(index: number) => listed[index % listed.length], ...makers] : makers;
  return all.map((make) => Array.from({ length: count }, (_, index) => make(index)));
}

/** The list with the fewest faults beside its length. */
export function leastWrong(spec: Spec, pointer: string, lists: readonly unknown[][]): unknown[] {
  const judged = lists.map((list) => [spec.oracle.faults(pointer, list).length, list] as const);
  return judged.toSorted(([left], [right]) => left - right)[0]?.[1] ?? [];
}
