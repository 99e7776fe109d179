// Which JSON types a schema can accept at all. An integer counts apart from other numbers.
import { asNode, items, type Json, type Node, type Pointer } from "../nodes.ts";
import type { Schemas } from "./schemas.ts";
import { COMBINERS, refName, types } from "./vocabulary.ts";

export type JsonType = "null" | "boolean" | "integer" | "fraction" | "string" | "array" | "object";

const ALL: readonly JsonType[] = ["null", "boolean", "integer", "fraction", "string", "array", "object"];

export function typeOf(value: Json): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "fraction";
  return typeof value as "boolean" | "string" | "object";
}

/** The JSON types that one name in `type` stands for. */
export function named(type: string): JsonType[] {
  return type === "number" ? ["integer", "fraction"] : ALL.filter((known) => known === type);
}

export function accepts(
  schemas: Schemas,
  value: Json,
  at: Pointer,
  seen: readonly string[] = [],
): Set<JsonType> {
  if (value === true) return new Set(ALL);
  if (value === false) return new Set();
  const node = asNode(value, at);
  const name = refName(node, at);
  if (name !== undefined) {
    if (seen.includes(name)) return new Set();
    const target = schemas.get(name, at);
    return accepts(schemas, target.value, target.at, [...seen, name]);
  }
  const limits = [own(node), ...COMBINERS.map((keyword) => combined(schemas, node, keyword, at, seen))];
  return limits.reduce(intersect);
}

function own(node: Node): Set<JsonType> {
  const byType = node.type === undefined ? ALL : types(node).flatMap(named);
  const values = Array.isArray(node.enum) ? node.enum : node.const === undefined ? undefined : [node.const];
  return intersect(new Set(byType), new Set(values?.map(typeOf) ?? ALL));
}

function combined(
  schemas: Schemas,
  node: Node,
  keyword: string,
  at: Pointer,
  seen: readonly string[],
): Set<JsonType> {
  const sets = items(node, keyword, at).map((item) => accepts(schemas, item.value, item.at, seen));
  if (sets.length === 0) return new Set(ALL);
  return keyword === "allOf" ? sets.reduce(intersect) : new Set(sets.flatMap((set) => [...set]));
}

function intersect(left: Set<JsonType>, right: Set<JsonType>): Set<JsonType> {
  return new Set([...left].filter((type) => right.has(type)));
}
