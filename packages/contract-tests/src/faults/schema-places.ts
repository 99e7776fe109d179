import { asArray, asObject, asString, isObject, type JsonObject } from "../engine/json.ts";
import { nodeAt, pointerTo } from "../engine/spec/pointer.ts";

/** The step into every item of an array. */
export const ITEM = "[]";

/** A schema, and for which values inside the whole it speaks. */
export interface SchemaPlace {
  path: readonly string[];
  pointer: string;
  /** Where all that is said about these values begins; the schema is it, or a part or a branch of it. */
  whole: string;
  node: JsonObject;
}

const DEEPEST = 4;

/** Every schema that may speak about the whole or about a part of it, in any branch. */
export function schemaPlaces(document: JsonObject, schema: string): SchemaPlace[] {
  const found = new Map<string, SchemaPlace>();
  const visit = (pointer: string, path: readonly string[], whole = pointer): void => {
    const node = nodeAt(document, pointer);
    const key = `${path.join(".")} ${pointer}`;
    if (!isObject(node) || found.has(key) || path.length > DEEPEST) return;
    const reference = asString(node.$ref);
    if (reference !== undefined) {
      visit(decodeURI(reference), path, whole);
      return;
    }
    found.set(key, { path, pointer, whole, node });
    for (const word of ["allOf", "anyOf", "oneOf"]) {
      for (const index of asArray(node[word]).keys()) visit(pointerTo(pointer, word, index), path, whole);
    }
    for (const name of Object.keys(asObject(node.properties))) {
      visit(pointerTo(pointer, "properties", name), [...path, name]);
    }
    if ("items" in node) visit(pointerTo(pointer, "items"), [...path, ITEM]);
  };
  visit(schema, []);
  return [...found.values()];
}

export function nameOf(path: readonly string[]): string {
  return path.join(".").replaceAll(`.${ITEM}`, ITEM);
}

/** What to put in the place of a value; undefined to leave it, `REMOVED` to take it away. */
export type Change = (
  value: unknown,
  at: { parent: JsonObject | unknown[]; key: string | number },
) => unknown;
export const REMOVED: unique symbol = Symbol("removed");

/** A copy in which the values at this place are changed; undefined when there was nothing to change. */
export function changedAt(whole: unknown, path: readonly string[], change: Change): unknown {
  const box = { whole: structuredClone(whole) };
  return walk(box, "whole", path, change) ? box.whole : undefined;
}

/** The values at this place. */
export function valuesAt(whole: unknown, path: readonly string[]): unknown[] {
  const found: unknown[] = [];
  walk({ whole }, "whole", path, (value) => void found.push(value));
  return found;
}

function walk(parent: JsonObject, key: string, path: readonly string[], change: Change): boolean {
  const [step, ...rest] = path;
  if (!Object.hasOwn(parent, key)) return false;
  const value = parent[key];
  if (step === undefined) return put(parent, key, change(value, { parent, key }));
  if (step !== ITEM) return isObject(value) && walk(value, step, rest, change);
  // An array is an object whose members are its items.
  const items = asArray(value) as unknown as JsonObject;
  return Object.keys(items)
    .map((index) => walk(items, index, rest, change))
    .includes(true);
}

function put(parent: JsonObject, key: string, value: unknown): boolean {
  if (value === undefined) return false;
  if (value === REMOVED) delete parent[key];
  else parent[key] = value;
  return true;
}
