import type { Cast } from "./cast.ts";
import { MEMBERS, TEXTS, VALUES } from "./nasty.ts";
import { resolve } from "./operations.ts";
import { type Random, weighted } from "./random.ts";

type Maker = () => unknown;

/** A value for a member: what the cast has of that name, one that the schema takes or just does not, or a nasty one. */
export function valueFor(random: Random, cast: Cast, name: string, schema: unknown): unknown {
  const own = Object.hasOwn(cast.values, name) ? cast.values[name] : undefined;
  const maker = weighted<Maker>(random, [
    [own ? 4 : 0, () => random.pick(own ?? [""])],
    [3, () => sample(random, schema)],
    [3, () => random.pick(TEXTS)],
    [2, () => random.pick(VALUES)],
    [1, () => altered(random, own ? random.pick(own) : sample(random, schema))],
  ]);
  return maker();
}

/** A value at or near the edges of a schema. */
function sample(random: Random, node: unknown, depth = 0): unknown {
  const schema = resolve(node);
  const { enum: listed, example, examples, default: usual, items, properties } = schema;
  const parts = [schema.anyOf, schema.oneOf, schema.allOf].find((part) => Array.isArray(part));
  if (Array.isArray(parts) && depth < 4) return sample(random, random.pick(parts), depth + 1);
  const known = [listed, examples].flatMap((list) => (Array.isArray(list) ? list : []));
  known.push(...[example, usual, schema.const].filter((value) => value !== undefined));
  if (known.length > 0 && random.chance(0.5)) return random.pick(known);
  if (items !== undefined && depth < 4) {
    return Array.from({ length: random.pick([0, 1, 2, 10, 11]) }, () => sample(random, items, depth + 1));
  }
  if (typeof properties === "object" && properties !== null && depth < 4) {
    return Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [name, sample(random, inner, depth + 1)]),
    );
  }
  return scalar(random, schema);
}

function scalar(random: Random, { type, ...schema }: Readonly<Record<string, unknown>>): unknown {
  const types = Array.isArray(type) ? type : [type];
  const edges = [schema.minimum, schema.maximum, schema.minLength, schema.maxLength]
    .filter((edge) => typeof edge === "number")
    .flatMap((edge) => [edge - 1, edge, edge + 1]);
  const edge = random.pick(edges.length > 0 ? edges : [0, 1, 1024]);
  if (types.includes("integer") || types.includes("number")) return edge;
  if (types.includes("boolean")) return random.chance(0.5);
  return random.pick(["a", "😀", "\u0301", "0"]).repeat(Math.min(Math.max(edge, 0), 20_000));
}

/** Nearly the same: what a slip of the hand or a forger would send. */
function altered(random: Random, value: unknown): unknown {
  if (typeof value === "number") return value + random.pick([1, -1, 0.5, 2 ** 32]);
  if (Array.isArray(value)) return [...value, random.pick(TEXTS)];
  if (typeof value !== "string") return random.pick([[value], { value }, String(value)]);
  const place = random.below(value.length + 1);
  return random.pick([
    value.slice(0, place),
    value.slice(0, place) + random.pick(TEXTS) + value.slice(place),
    value.toUpperCase(),
    value + value,
    ` ${value}`,
    [value],
    { toString: value },
  ]);
}

type Body = Record<string, unknown>;
type Change = (body: Body, name: string) => void;

/** Changes one member of a body: another value, none, one too many. */
export function changeBody(
  random: Random,
  cast: Cast,
  members: Readonly<Record<string, unknown>>,
  body: Body,
): void {
  const names = Object.keys(members);
  const change = weighted<Change>(random, [
    [6, (it, name) => put(it, name, valueFor(random, cast, name, members[name]))],
    [2, (it, name) => delete it[name]],
    [1, (it) => put(it, random.pick(MEMBERS), random.pick(random.chance(0.5) ? TEXTS : VALUES))],
    [1, (it, name) => put(it, `${name}[]`, it[name])],
  ]);
  change(body, names.length > 0 ? random.pick(names) : random.pick(MEMBERS));
}

/** As JSON.parse does it, so that `__proto__` is a member like any other. */
function put(body: Body, name: string, value: unknown): void {
  Object.defineProperty(body, name, { value, enumerable: true, configurable: true, writable: true });
}
