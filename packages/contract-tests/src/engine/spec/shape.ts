import { asArray, asObject, isObject } from "../json.ts";
import { branches } from "./applicable.ts";
import { locate, nodeAt, pointerTo } from "./pointer.ts";

/** What may stand at one place of a value, whichever branch of its schema the value takes. */
export interface Shape {
  pointers: readonly string[];
  isNullable: boolean;
  /** The values that an `enum` lists, with the place of the list. */
  values: readonly { pointer: string; value: unknown }[];
  members: ReadonlyMap<string, Member>;
  /** Where the items' and the unnamed members' schemas stand. */
  items: readonly string[];
  others: readonly string[];
}

export interface Member {
  schemas: readonly string[];
  isRequired: boolean;
}

const known = new WeakMap<object, Map<string, Shape>>();

export function shapeOf(document: object, schemas: readonly string[]): Shape {
  const shapes = known.get(document) ?? new Map<string, Shape>();
  known.set(document, shapes);
  const key = schemas.join(" ");
  const shape = shapes.get(key) ?? readShape(document, schemas);
  shapes.set(key, shape);
  return shape;
}

/** All schemas that may speak about the value, each with whether it always does. */
interface Voice {
  pointer: string;
  node: Record<string, unknown>;
  isCertain: boolean;
}

function readShape(document: object, schemas: readonly string[]): Shape {
  const voices: Voice[] = [];
  const listen = (pointer: string, isCertain: boolean) => {
    const node = nodeAt(document, pointer);
    if (!isObject(node) || voices.some((each) => each.pointer === pointer)) return;
    voices.push({ pointer, node, isCertain });
    if ("$ref" in node) listen(locate(document, pointer).pointer, isCertain);
    for (const next of branches(pointer, node, "allOf")) listen(next, isCertain);
    for (const word of ["anyOf", "oneOf"]) {
      for (const next of branches(pointer, node, word)) listen(next, false);
    }
  };
  for (const pointer of schemas) listen(pointer, true);
  const nodes = voices.map(({ node }) => node);
  return {
    pointers: voices.map(({ pointer }) => pointer),
    isNullable: isNullable(voices),
    values: voices.flatMap(({ pointer, node }) =>
      asArray(node.enum).map((value) => ({ pointer: pointerTo(pointer, "enum"), value })),
    ),
    members: membersOf(voices),
    items: voices.flatMap(({ pointer, node }) => ("items" in node ? [pointerTo(pointer, "items")] : [])),
    others: nodes.flatMap((node, index) =>
      isObject(node.additionalProperties)
        ? [pointerTo(voices[index]?.pointer ?? "#", "additionalProperties")]
        : [],
    ),
  };
}

function isNullable(voices: readonly Voice[]): boolean {
  const typed = voices.filter(({ node }) => node.type !== undefined || "enum" in node || "const" in node);
  const takesNull = ({ node }: Voice) => {
    const types = Array.isArray(node.type) ? asArray(node.type) : [node.type];
    if (node.type !== undefined && !types.includes("null")) return false;
    return !("enum" in node) || asArray(node.enum).includes(null);
  };
  const certain = typed.filter(({ isCertain }) => isCertain);
  return typed.length > 0 && certain.every(takesNull) && typed.some(takesNull);
}

function membersOf(voices: readonly Voice[]): Map<string, Member> {
  const names = new Set(voices.flatMap(({ node }) => Object.keys(asObject(node.properties))));
  return new Map(
    [...names].map((name) => {
      const speakers = voices.filter(({ node }) => Object.hasOwn(asObject(node.properties), name));
      const demands = ({ node }: Voice) => asArray(node.required).includes(name);
      const shapes = voices.filter(({ node }) => isObject(node.properties));
      const isRequired =
        voices.some((each) => each.isCertain && demands(each)) ||
        (shapes.length > 0 &&
          shapes.every((each) => each.isCertain || demands(each)) &&
          shapes.some(demands));
      const schemas = speakers.map(({ pointer }) => pointerTo(pointer, "properties", name));
      return [name, { schemas, isRequired }] as const;
    }),
  );
}
