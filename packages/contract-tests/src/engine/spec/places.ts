import { asArray, asObject, isObject } from "../json.ts";
import { applicable, branches, itemSchemas, memberSchemas } from "./applicable.ts";
import { type Located, locate, nodeAt, pointerTo } from "./pointer.ts";
import type { Spec } from "./spec.ts";

/** A schema that speaks of one place of a value. `path` has `*` for the items of an array and for unnamed members. */
export interface Place extends Located {
  path: readonly string[];
}

/** Every schema that may speak of some part of a value of this schema; a recursive one is gone through once. */
export function placesIn({ document }: Spec, schema: string): Place[] {
  const found = new Map<string, Place>();
  const walk = (pointer: string, path: readonly string[], above: ReadonlySet<string>) => {
    const node = nodeAt(document, pointer);
    if (!isObject(node) || above.has(pointer)) return;
    const key = `${path.join("/")} ${pointer}`;
    if (found.has(key)) return;
    found.set(key, { pointer, node, path });
    const inner = new Set([...above, pointer]);
    const inPlace = ["allOf", "anyOf", "oneOf"].flatMap((word) => branches(pointer, node, word));
    const target = "$ref" in node ? [locate(document, pointer).pointer] : [];
    for (const next of [...target, ...inPlace]) walk(next, path, inner);
    for (const name of Object.keys(asObject(node.properties))) {
      walk(pointerTo(pointer, "properties", name), [...path, name], inner);
    }
    for (const word of ["items", "additionalProperties"]) {
      if (isObject(node[word])) walk(pointerTo(pointer, word), [...path, "*"], inner);
    }
  };
  walk(schema, [], new Set());
  return [...found.values()];
}

/** Calls back with each part of a value and each schema that speaks of it. */
export function eachPlace(
  spec: Spec,
  schema: string,
  value: unknown,
  see: (place: Place, value: unknown) => void,
): void {
  const visit = (schemas: readonly string[], inner: unknown, path: readonly string[]) => {
    const all = [
      ...new Map(
        schemas.flatMap((each) => applicable(spec, each, inner)).map((at) => [at.pointer, at]),
      ).values(),
    ];
    for (const at of all) see({ ...at, path }, inner);
    if (Array.isArray(inner)) {
      for (const [index, item] of asArray(inner).slice(0, MOST_ITEMS).entries()) {
        visit(
          all.flatMap((each) => itemSchemas(each, index)),
          item,
          [...path, "*"],
        );
      }
    } else if (isObject(inner)) {
      const named = new Set(all.flatMap(({ node }) => Object.keys(asObject(asObject(node).properties))));
      for (const [name, member] of Object.entries(inner)) {
        const next = all.flatMap((each) => memberSchemas(each, name));
        if (next.length > 0) visit(next, member, [...path, named.has(name) ? name : "*"]);
      }
    }
  };
  visit([schema], value, []);
}

/** The items of a long list are of the same schema, so a few show as much as all. */
const MOST_ITEMS = 3;
