import { asArray, asObject, isObject, type JsonObject, parseJson } from "../json.ts";
import { locate, nodeAt, pointerTo } from "./pointer.ts";

const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** Reads the text of a header, a parameter or a form field as the JSON value that its schema speaks of. */
export function readText(document: JsonObject, schema: string, text: string): unknown {
  const types = typesOf(document, schema);
  if (types.has("object") && /^\{/.test(text)) return parseJson(text) ?? text;
  if (types.has("array")) return text.split(",").map((item) => item.trim());
  if ((types.has("integer") || types.has("number")) && NUMBER.test(text)) return Number(text);
  if (types.has("boolean") && /^(?:true|false)$/.test(text)) return text === "true";
  return text;
}

const typesAt = new WeakMap<JsonObject, Map<string, ReadonlySet<unknown>>>();

/** Every type that the schema mentions for the value itself. */
export function typesOf(document: JsonObject, schema: string): ReadonlySet<unknown> {
  const ofDocument = typesAt.get(document) ?? new Map<string, ReadonlySet<unknown>>();
  typesAt.set(document, ofDocument);
  const found = ofDocument.get(schema) ?? collectTypes(document, schema, new Set());
  ofDocument.set(schema, found);
  return found;
}

function collectTypes(document: JsonObject, schema: string, seen: Set<string>): Set<unknown> {
  const node = nodeAt(document, schema);
  if (!isObject(node) || seen.has(schema)) return new Set();
  seen.add(schema);
  const own = Array.isArray(node.type) ? asArray(node.type) : [node.type];
  const reference = typeof node.$ref === "string" ? [node.$ref] : [];
  const composed = ["allOf", "anyOf", "oneOf"].flatMap((word) =>
    asArray(node[word]).map((_, index) => pointerTo(schema, word, index)),
  );
  const inner = [...reference, ...composed].flatMap((next) => [...collectTypes(document, next, seen)]);
  return new Set([...own, ...inner].filter((type) => type !== undefined));
}

/** Where the schema of a list's items stands, as far as it does not depend on the value. */
export function itemPointer(document: JsonObject, schema: string): string | undefined {
  return inside(document, schema, (node) => ("items" in node ? ["items"] : undefined));
}

export function memberPointer(document: JsonObject, schema: string, name: string): string | undefined {
  return inside(document, schema, (node) =>
    Object.hasOwn(asObject(node.properties), name) ? ["properties", name] : undefined,
  );
}

function inside(
  document: JsonObject,
  schema: string,
  find: (node: JsonObject) => string[] | undefined,
): string | undefined {
  const { node, pointer } = locate(document, schema);
  if (!isObject(node)) return undefined;
  const own = find(node);
  if (own) return pointerTo(pointer, ...own);
  for (const word of ["allOf", "anyOf", "oneOf"]) {
    for (const index of asArray(node[word]).keys()) {
      const found = inside(document, pointerTo(pointer, word, index), find);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
