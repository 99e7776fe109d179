import { isObject } from "../json.ts";
import type { Spec } from "../spec/spec.ts";
import { keywordFaults } from "./keyword-faults.ts";
import { eachSpot, placeName } from "./walk.ts";

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
  eachSpot(spec, schema, valid, ({ path, value, put, schemas }) => {
    for (const { node, pointer } of schemas) {
      for (const fault of isObject(node) ? keywordFaults({ spec, formats }, node, pointer, value) : []) {
        add(found, path, fault.name, put(fault.value));
      }
    }
  });
  return [...found.values()];
}

function add(found: Map<string, Fault>, path: readonly string[], fault: string, value: unknown): void {
  const name = path.length === 0 ? fault : `${placeName(path)}: ${fault}`;
  const member = path[0] ?? /^without (.+)$/.exec(fault)?.[1] ?? "";
  if (!found.has(name)) found.set(name, { name, member, value });
}
