import { isObject, type JsonObject } from "../json.ts";
import { applicable, itemSchemas, memberSchemas } from "../spec/applicable.ts";
import type { Located } from "../spec/pointer.ts";
import type { Spec } from "../spec/spec.ts";
import { keywordFaults } from "./keyword-faults.ts";
import { sampleOf } from "./sample.ts";

/** A value that breaks one keyword of the schema. */
export interface Fault {
  /** Where and what, as `redirect_uris.0: longer than 2048`. */
  name: string;
  /** The top-level member that is at fault, empty for the whole. */
  member: string;
  value: unknown;
}

export type FormatFaults = Readonly<Record<string, readonly unknown[]>>;

/**
 * Spoils a valid value in one place at a time, in every way that the keywords of its schema forbid. A fault may turn out
 * valid after all, in another branch or once it is written as text: whoever sends it asks ajv first.
 */
export function faultsOf(spec: Spec, schema: string, valid: unknown, formats: FormatFaults): Fault[] {
  const found = new Map<string, Fault>();
  const visit = (schemas: readonly string[], value: unknown, path: readonly string[], put: Put) => {
    const all = schemas.flatMap((each) => applicable(spec, each, value));
    for (const { node } of all) {
      for (const fault of isObject(node) ? keywordFaults(node, value, formats) : []) {
        add(found, path, fault.name, put(fault.value));
      }
    }
    if (path.length > DEEPEST) return;
    if (isObject(value)) visitMembers(value, all, path, put);
    if (Array.isArray(value)) visitItem(value, all, path, put);
  };
  const visitMembers = (value: JsonObject, all: Located[], path: readonly string[], put: Put) => {
    for (const name of membersOf(all)) {
      const schemas = all.flatMap((each) => memberSchemas(each, name));
      const present = Object.hasOwn(value, name) ? value[name] : sampleOf(spec, schemas[0] ?? "#");
      visit(schemas, present, [...path, name], (spoiled) => put({ ...value, [name]: spoiled }));
    }
  };
  const visitItem = (value: readonly unknown[], all: Located[], path: readonly string[], put: Put) => {
    const schemas = all.flatMap((each) => itemSchemas(each, 0));
    if (schemas.length === 0) return;
    const present = value.length > 0 ? value[0] : sampleOf(spec, schemas[0] ?? "#");
    visit(schemas, present, [...path, "0"], (spoiled) => put([spoiled, ...value.slice(1)]));
  };
  visit([schema], valid, [], (spoiled) => spoiled);
  return [...found.values()];
}

const DEEPEST = 6;

type Put = (spoiled: unknown) => unknown;

function add(found: Map<string, Fault>, path: readonly string[], fault: string, value: unknown): void {
  const name = path.length === 0 ? fault : `${path.join(".")}: ${fault}`;
  const member = path[0] ?? /^without (.+)$/.exec(fault)?.[1] ?? "";
  if (!found.has(name)) found.set(name, { name, member, value });
}

function membersOf(schemas: readonly Located[]): string[] {
  const names = schemas.flatMap(({ node }) =>
    isObject(node) && isObject(node.properties) ? Object.keys(node.properties) : [],
  );
  return [...new Set(names)];
}
