// For each schema, values at its edges and just beyond them.
import { asNode, isNode, type Json, type Node, type Pointer } from "../nodes.ts";
import type { Schemas } from "../schema/schemas.ts";
import { refName, types } from "../schema/vocabulary.ts";
import { examples, near, type Source, STRANGERS } from "./material.ts";
import type { Oracle } from "./oracle.ts";
import { numbers, strings } from "./scalars.ts";
import { arrays, combined, objects } from "./structures.ts";

const DEPTH = 4;

export class Values implements Source {
  readonly #schemas: Schemas;
  readonly #oracle: Oracle;
  readonly #depth: number;
  readonly #all = new Map<Pointer, unknown[]>();
  readonly #valid = new Map<Pointer, unknown[]>();
  #inner: Values | undefined;

  constructor(schemas: Schemas, oracle: Oracle, depth = 0) {
    this.#schemas = schemas;
    this.#oracle = oracle;
    this.#depth = depth;
  }

  of(schema: Json, at: Pointer): unknown[] {
    const known = this.#all.get(at) ?? this.#make(schema, at);
    this.#all.set(at, known);
    return known;
  }

  valid(schema: Json, at: Pointer): unknown[] {
    const known =
      this.#valid.get(at) ?? this.of(schema, at).filter((value) => this.#oracle.accepts(at, value));
    this.#valid.set(at, known);
    return known;
  }

  /** The source for schemas inside, which draws less the deeper it is, so that recursion ends. */
  get #next(): Values {
    this.#inner ??= new Values(this.#schemas, this.#oracle, this.#depth + 1);
    return this.#inner;
  }

  #make(schema: Json, at: Pointer): unknown[] {
    if (!isNode(schema) || this.#depth > DEPTH * 2) return [...STRANGERS];
    const name = refName(schema, at);
    if (name !== undefined) return this.#component(name, at);
    const listed = [schema.const, ...(Array.isArray(schema.enum) ? schema.enum : [])].filter(
      (value) => value !== undefined,
    );
    const typed = types(schema).flatMap((type) => this.#ofType(type, schema, at));
    const all = [
      ...examples(schema),
      ...listed,
      ...typed,
      ...listed.flatMap(near),
      ...combined(this.#next, schema, at),
    ];
    return [...new Set(all), ...STRANGERS];
  }

  #component(name: string, at: Pointer): unknown[] {
    const target = this.#schemas.get(name, at);
    if (this.#depth > DEPTH) return examples(asNode(target.value, target.at));
    return this.#next.of(target.value, target.at);
  }

  #ofType(type: string, node: Node, at: Pointer): unknown[] {
    switch (type) {
      case "string":
        return strings(node);
      case "integer":
      case "number":
        return numbers(node);
      case "array":
        return arrays(this.#next, node, at);
      case "object":
        return objects(this.#next, node, at, this.#depth === 0 ? 400 : 60);
      default:
        return [];
    }
  }
}
