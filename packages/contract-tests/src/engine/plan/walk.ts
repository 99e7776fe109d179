import { asArray, asObject, isObject, type JsonObject } from "../json.ts";
import { applicable, branches, itemSchemas, memberSchemas } from "../spec/applicable.ts";
import type { Located } from "../spec/pointer.ts";
import type { Spec } from "../spec/spec.ts";
import { sampleOf } from "./sample.ts";

/** One place of a value, and the whole with something else there. */
export interface Spot {
  path: readonly string[];
  value: unknown;
  put(other: unknown): unknown;
  schemas: readonly Located[];
}

const DEEPEST = 6;

/**
 * Calls back at every place of a valid value, with the schemas that speak of it, in members that are absent too, with a plain
 * value. Where a schema has branches each is gone through with a value of its own.
 */
export function eachSpot(spec: Spec, schema: string, valid: unknown, see: (spot: Spot) => void): void {
  const visit = (
    schemas: readonly string[],
    value: unknown,
    path: readonly string[],
    put: Spot["put"],
    isFirst = true,
  ) => {
    const found = schemas.flatMap((each) => applicable(spec, each, value));
    const all = [...new Map(found.map((at) => [at.pointer, at])).values()];
    see({ path, value, put, schemas: all });
    if (path.length > DEEPEST) return;
    if (isObject(value)) members(value, all, path, put);
    if (Array.isArray(value)) items(value, all, path, put);
    // The branches of the whole are begun with a value of their own each.
    if (isFirst && path.length > 0)
      for (const other of othersOf(spec, all)) visit(schemas, other, path, put, false);
  };
  const members = (value: JsonObject, all: Located[], path: readonly string[], put: Spot["put"]) => {
    const needed = (name: string) => neededBy(spec, all, name);
    for (const name of membersOf(all)) {
      const schemas = all.flatMap((each) => memberSchemas(each, name));
      const present = Object.hasOwn(value, name) ? value[name] : sampleOf(spec, schemas[0] ?? "#");
      visit(schemas, present, [...path, name], (other) => put({ ...needed(name), ...value, [name]: other }));
    }
    const unnamed = all
      .flatMap((each) => memberSchemas(each, UNNAMED))
      .filter((at) => at.endsWith("additionalProperties"));
    if (unnamed.length > 0) {
      const present = sampleOf(spec, unnamed[0] ?? "#");
      visit(unnamed, present, [...path, "*"], (other) => put({ ...value, [UNNAMED]: other }));
    }
  };
  const items = (value: readonly unknown[], all: Located[], path: readonly string[], put: Spot["put"]) => {
    const schemas = all.flatMap((each) => itemSchemas(each, 0));
    if (schemas.length === 0) return;
    const present = value.length > 0 ? value[0] : sampleOf(spec, schemas[0] ?? "#");
    visit(schemas, present, [...path, "0"], (other) => put([other, ...value.slice(1)]));
  };
  visit([schema], valid, [], (other) => other);
}

/** The name of a member that no document has. */
export const UNNAMED = "conformance_extra";

/** A value of each branch that the present one does not take. */
export function othersOf(
  spec: Spec,
  all: readonly Located[],
  taken: ReadonlySet<string> = new Set(all.map(({ pointer }) => pointer)),
): unknown[] {
  return all.flatMap(({ pointer, node }) =>
    ["anyOf", "oneOf"].flatMap((word) => {
      const others = branches(pointer, asObject(node), word).filter((branch) => !taken.has(branch));
      const samples = others.map((branch) => [branch, sampleOf(spec, branch)] as const);
      return samples
        .filter(([branch, sample]) => spec.oracle.accepts(branch, sample))
        .map(([, sample]) => sample);
    }),
  );
}

/** What must be there beside a member (`dependentRequired`). */
function neededBy(spec: Spec, all: readonly Located[], name: string): JsonObject {
  const names = all.flatMap(({ node }) =>
    asArray(asObject(asObject(node).dependentRequired)[name]).map(String),
  );
  const values = names.map((each) => {
    const [schema] = all.flatMap((at) => memberSchemas(at, each));
    return [each, schema === undefined ? "conformance" : sampleOf(spec, schema)] as const;
  });
  return Object.fromEntries(values);
}

function membersOf(schemas: readonly Located[]): string[] {
  const names = schemas.flatMap(({ node }) => Object.keys(asObject(asObject(node).properties)));
  return [...new Set(names)];
}

/** How a place is called in the name of a case: `redirect_uris.0`. */
export function placeName(path: readonly string[]): string {
  return path.join(".");
}
