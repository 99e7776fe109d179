// Arrays, objects and their combinations at the edges of their keywords.
import { child, isNode, items, members, type Node, type Pointer } from "../nodes.ts";
import { COMBINERS } from "../schema/vocabulary.ts";
import {
  around,
  fill,
  isPlain,
  reversed,
  type Source,
  STRANGERS,
  some,
  without,
  withProto,
} from "./material.ts";

export function arrays(source: Source, node: Node, at: Pointer): unknown[] {
  const place = child(at, "items");
  const good = node.items === undefined ? STRANGERS : source.valid(node.items, place);
  const bad = node.items === undefined ? [] : some(source.of(node.items, place), 20);
  const sizes = [0, 1, 2, 3, ...around(node.minItems, node.maxItems)].filter(
    (size) => size >= 0 && size <= 300,
  );
  const sized = sizes.flatMap((size) => [fill(good, size), fill(good.slice(0, 1), size)]);
  const rest = fill(good, typeof node.minItems === "number" ? node.minItems : 1).slice(1);
  const single = [...some(good, 15), ...bad].map((item) => [item, ...rest]);
  return [...sized, ...single, ...twins(good), [0, -0], [1, true], ["1", 1], [[1], [1]]];
}

// Items that are the same in another order, and items that differ only in what a schema may drop.
function twins(good: readonly unknown[]): unknown[] {
  return some(good.filter(isPlain), 3).flatMap((item) => [
    [item, reversed(item)],
    [item, { ...item, also: 1 }, { ...item, also: 2 }],
  ]);
}

export function objects(source: Source, node: Node, at: Pointer, most: number): unknown[] {
  const full = complete(source, node, at);
  const required = Array.isArray(node.required) ? node.required : [];
  const least = Object.fromEntries(Object.entries(full).filter(([key]) => required.includes(key)));
  const lacking = Object.keys(full).map((key) => without(full, key));
  const changed = members(node, "properties", at).flatMap(({ name, value, at }) =>
    some(source.of(value, at), most).map((one) => ({ ...full, [name]: one })),
  );
  return [
    full,
    least,
    {},
    ...lacking,
    ...changed,
    ...extended(source, node, at, full),
    ...counted(node, full),
  ];
}

/** An object with every member that can have a valid value. */
function complete(source: Source, node: Node, at: Pointer): Record<string, unknown> {
  const all = members(node, "properties", at).map(
    ({ name, value, at }) => [name, source.valid(value, at)] as const,
  );
  return Object.fromEntries(
    all.filter(([, valid]) => valid.length > 0).map(([name, valid]) => [name, valid[0]]),
  );
}

function extended(source: Source, node: Node, at: Pointer, full: Record<string, unknown>): unknown[] {
  const schema = node.additionalProperties;
  const extra = isNode(schema) ? source.of(schema, child(at, "additionalProperties")) : STRANGERS.slice(0, 6);
  return some(extra, 60).flatMap((value) => [
    { ...full, unexpected: value },
    { ...full, constructor: value },
    withProto(full, value),
  ]);
}

function counted(node: Node, full: Record<string, unknown>): unknown[] {
  const sizes = around(node.minProperties, node.maxProperties).filter((size) => size >= 0 && size < 100);
  const fillers = [...Object.values(full), ...STRANGERS];
  return sizes.flatMap((size) =>
    fillers.map((filler) => {
      const more = Array.from({ length: size }, (_, index) => [`m${index}`, filler] as const);
      return Object.fromEntries([...Object.entries(full), ...more].slice(0, size));
    }),
  );
}

/** Values of every part of allOf, anyOf and oneOf, alone and laid over each other. */
export function combined(source: Source, node: Node, at: Pointer): unknown[] {
  const parts = COMBINERS.flatMap((keyword) => items(node, keyword, at));
  const each = parts.flatMap(({ value, at }) => [
    ...some(source.valid(value, at), 12),
    ...some(source.of(value, at), 30),
  ]);
  const bases = parts.map(({ value, at }) => source.valid(value, at).find(isPlain) ?? {});
  const whole = Object.assign({}, ...bases, complete(source, node, at));
  const laid = each.filter(isPlain).flatMap((value) => [
    { ...whole, ...value },
    { ...value, ...whole },
  ]);
  return [...each, whole, ...laid];
}
