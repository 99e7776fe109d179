// For each schema, values at its edges and just beyond them.
import { asNode, child, isNode, items, type Json, members, type Node, type Pointer } from "../nodes.ts";
import type { Schemas } from "../schema/schemas.ts";
import { refName, types } from "../schema/vocabulary.ts";
import type { Oracle } from "./oracle.ts";
import { numbers, strings } from "./scalars.ts";

/** One value of every kind, for where it does not belong. */
export const STRANGERS: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1.5,
  "",
  "a",
  "0",
  [],
  {},
  [null],
  [[]],
  { a: 1 },
  { "": null },
];

const DEPTH = 4;
const MOST = 60;

export class Values {
  readonly #schemas: Schemas;
  readonly #oracle: Oracle;
  readonly #known = new Map<string, unknown[]>();
  readonly #valid = new Map<string, unknown[]>();

  constructor(schemas: Schemas, oracle: Oracle) {
    this.#schemas = schemas;
    this.#oracle = oracle;
  }

  /** Values of which some are instances of the schema and others just not. */
  of(schema: Json, at: Pointer, depth = 0): unknown[] {
    const key = `${depth} ${at}`;
    const known = this.#known.get(key) ?? this.#make(schema, at, depth);
    this.#known.set(key, known);
    return known;
  }

  valid(schema: Json, at: Pointer, depth = 0): unknown[] {
    const key = `${depth} ${at}`;
    const known =
      this.#valid.get(key) ?? this.of(schema, at, depth).filter((value) => this.#oracle.accepts(at, value));
    this.#valid.set(key, known);
    return known;
  }

  #make(schema: Json, at: Pointer, depth: number): unknown[] {
    if (!isNode(schema) || depth > DEPTH * 2) return [...STRANGERS];
    const name = refName(schema, at);
    if (name !== undefined) {
      const target = this.#schemas.get(name, at);
      return depth > DEPTH ? examples(asNode(target.value, at)) : this.of(target.value, target.at, depth + 1);
    }
    const typed = types(schema).flatMap((type) => this.#ofType(type, schema, at, depth));
    const listed = [schema.const, ...(Array.isArray(schema.enum) ? schema.enum : [])].filter(
      (value) => value !== undefined,
    );
    const all = [
      ...examples(schema),
      ...listed,
      ...typed,
      ...listed.flatMap(near),
      ...this.#combined(schema, at, depth),
    ];
    return [...new Set(all), ...STRANGERS];
  }

  #ofType(type: string, node: Node, at: Pointer, depth: number): unknown[] {
    switch (type) {
      case "string":
        return strings(node);
      case "integer":
      case "number":
        return numbers(node);
      case "array":
        return this.#arrays(node, at, depth);
      case "object":
        return this.#objects(node, at, depth);
      default:
        return [];
    }
  }

  #combined(node: Node, at: Pointer, depth: number): unknown[] {
    const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => items(node, keyword, at));
    const each = parts.map((part) => [
      ...some(this.valid(part.value, part.at, depth + 1), 12),
      ...some(this.of(part.value, part.at, depth + 1), 30),
    ]);
    const bases = parts.map(
      (part) =>
        this.valid(part.value, part.at, depth + 1)
          .filter(isPlain)
          .at(0) ?? {},
    );
    const whole = Object.assign({}, ...bases, this.#full(node, at, depth));
    const mixed = each.flat().filter(isPlain);
    return [
      ...each.flat(),
      whole,
      ...mixed.flatMap((value) => [
        { ...whole, ...value },
        { ...value, ...whole },
      ]),
    ];
  }

  #arrays(node: Node, at: Pointer, depth: number): unknown[] {
    const schema = node.items ?? true;
    const place = child(at, "items");
    const good = node.items === undefined ? STRANGERS : this.valid(schema, place, depth + 1);
    const bad = node.items === undefined ? [] : some(this.of(schema, place, depth + 1), 20);
    const sizes = [
      0,
      1,
      2,
      3,
      ...[node.minItems, node.maxItems].flatMap((size) =>
        typeof size === "number" ? [size - 1, size, size + 1] : [],
      ),
    ];
    const sized = sizes
      .filter((size) => size >= 0 && size <= 300)
      .flatMap((size) => [fill(good, size), fill(good.slice(0, 1), size)]);
    const base = fill(good, typeof node.minItems === "number" ? Math.max(1, node.minItems) : 1).slice(1);
    const single = [...some(good, 15), ...bad].map((item) => [item, ...base]);
    const twins = some(good.filter(isPlain), 3).flatMap((item) => [
      [item, reversed(item)],
      [item, { ...item, also: 1 }, { ...item, also: 2 }],
    ]);
    return [...sized, ...single, ...twins, [0, -0], [1, true], ["1", 1], [[1], [1]]];
  }

  #full(node: Node, at: Pointer, depth: number): Record<string, unknown> {
    const all = members(node, "properties", at);
    const valued = all.map(
      ({ name, value, at }) => [name, (this.valid(value, at, depth + 1) as unknown[])[0]] as const,
    );
    return Object.fromEntries(valued.filter(([, value]) => value !== undefined));
  }

  #objects(node: Node, at: Pointer, depth: number): unknown[] {
    const full = this.#full(node, at, depth);
    const required = Array.isArray(node.required) ? node.required.map(String) : [];
    const least = Object.fromEntries(Object.entries(full).filter(([key]) => required.includes(key)));
    const without = Object.keys(full).map((key) =>
      Object.fromEntries(Object.entries(full).filter(([other]) => other !== key)),
    );
    const changed = members(node, "properties", at).flatMap(({ name, value, at }) =>
      some(this.of(value, at, depth + 1), depth === 0 ? 400 : MOST).flatMap((one) => [
        { ...full, [name]: one },
      ]),
    );
    return [
      full,
      least,
      {},
      ...without,
      ...changed,
      ...this.#extended(node, at, depth, full),
      ...this.#counted(node, full),
    ];
  }

  #extended(node: Node, at: Pointer, depth: number, full: Record<string, unknown>): unknown[] {
    const schema = node.additionalProperties;
    const extra = isNode(schema)
      ? this.of(schema, child(at, "additionalProperties"), depth + 1)
      : STRANGERS.slice(0, 6);
    return some(extra, MOST).flatMap((value) => [
      { ...full, unexpected: value },
      withProto(full, value),
      { ...full, constructor: value },
    ]);
  }

  #counted(node: Node, full: Record<string, unknown>): unknown[] {
    const bounds = [node.minProperties, node.maxProperties].flatMap((size) =>
      typeof size === "number" ? [size - 1, size, size + 1] : [],
    );
    const fillers = [...STRANGERS.slice(0, 1), ...Object.values(full), ...STRANGERS];
    return bounds
      .filter((size) => size >= 0 && size < 100)
      .flatMap((size) =>
        fillers.map((filler) =>
          Object.fromEntries(
            [
              ...Object.entries(full),
              ...Array.from({ length: 100 }, (_, i) => [`m${i}`, filler] as const),
            ].slice(0, size),
          ),
        ),
      );
  }
}

export function examples(node: Node): unknown[] {
  return [...(Array.isArray(node.examples) ? node.examples : []), node.example, node.default].filter(
    (value) => value !== undefined,
  );
}

function near(value: Json): unknown[] {
  if (typeof value === "string") return [value.toUpperCase(), value.toLowerCase(), `${value} `, [value]];
  return typeof value === "number" ? [value + 1, value + 0.5, String(value), value === 0 ? -0 : value] : [];
}

/** At most so many, spread over the whole list. */
export function some<T>(values: readonly T[], most: number): T[] {
  const step = Math.max(1, values.length / most);
  return Array.from(
    { length: Math.min(most, values.length) },
    (_, index) => values[Math.floor(index * step)] as T,
  );
}

function fill(values: readonly unknown[], size: number): unknown[] {
  return values.length === 0 ? [] : Array.from({ length: size }, (_, index) => values[index % values.length]);
}

export function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function reversed(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).reverse());
}

// As JSON.parse makes it: a member of its own, not the prototype.
function withProto(value: Record<string, unknown>, proto: unknown): object {
  return Object.defineProperty({ ...value }, "__proto__", {
    value: proto,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
