// The component schemas: look-up, which of them are recursive, and an order in which they can be declared.
import type { Specification } from "../bundle.ts";
import { child, fail, type Json, type Pointer } from "../nodes.ts";
import { refNames, refNamesOutsideObjects } from "./vocabulary.ts";

type Refs = Map<string, Set<string>>;

export class Schemas {
  readonly #components: Map<string, { value: Json; at: Pointer }>;
  readonly #refs: Refs = new Map();

  constructor(specification: Specification) {
    this.#components = new Map(specification.components("schemas").map(({ name, ...rest }) => [name, rest]));
    const direct: Refs = new Map();
    for (const [name, { value, at }] of this.#components) {
      this.#refs.set(name, new Set(refNames(value, at)));
      direct.set(name, new Set(refNamesOutsideObjects(value, at)));
    }
    for (const [name, { at }] of this.#components) {
      if (reaches(direct, name, name))
        fail(at, "refers to itself with no object in between, which no TypeScript type can do");
    }
  }

  get names(): string[] {
    return [...this.#components.keys()];
  }

  get(name: string, from: Pointer): { value: Json; at: Pointer } {
    return this.#components.get(name) ?? fail(child(from, "$ref"), `there is no component schema "${name}"`);
  }

  isRecursive(name: string): boolean {
    return reaches(this.#refs, name, name);
  }

  /** Every schema after those it refers to; what refers to itself is declared ahead of all and does not count. */
  inOrder(): string[] {
    const order = new Set<string>();
    const visiting = new Set<string>();
    const visit = (name: string): void => {
      if (visiting.has(name)) return;
      visiting.add(name);
      for (const next of this.#refs.get(name) ?? []) visit(next);
      order.add(name);
    };
    for (const name of this.names) visit(name);
    return [...order];
  }
}

function reaches(refs: Refs, from: string, to: string, seen = new Set<string>()): boolean {
  for (const next of refs.get(from) ?? []) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    if (reaches(refs, next, to, seen)) return true;
  }
  return false;
}
