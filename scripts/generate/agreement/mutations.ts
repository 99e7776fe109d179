// Seeded random changes to values, for what no list of edges thinks of.
import fc from "fast-check";
import { isPlain, STRANGERS } from "./material.ts";

interface Change {
  base: number;
  path: number[];
  kind: number;
  other: number;
}

const CHANGE: fc.Arbitrary<Change> = fc.record({
  base: fc.nat(),
  path: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
  kind: fc.nat(),
  other: fc.nat(),
});

export function mutations(pool: readonly unknown[], count: number, seed: number): unknown[] {
  if (pool.length === 0) return [];
  return fc
    .sample(CHANGE, { numRuns: count, seed })
    .map((change) => changed(pick(pool, change.base), change, pool));
}

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

function changed(value: unknown, change: Change, pool: readonly unknown[]): unknown {
  const [step, ...path] = change.path;
  const isLeaf = (!isPlain(value) && !Array.isArray(value)) || Object.keys(value).length === 0;
  if (step === undefined || isLeaf) return replaced(value, change, pool);
  const key = pick(Object.keys(value), step);
  const inner = changed(Reflect.get(value, key), { ...change, path }, pool);
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? inner : item));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === key ? inner : member]),
  );
}

function replaced(value: unknown, { kind, other }: Change, pool: readonly unknown[]): unknown {
  const changes = [() => pick(pool, other), () => pick(STRANGERS, other), () => altered(value, other)];
  return pick(changes, kind)();
}

function altered(value: unknown, other: number): unknown {
  if (typeof value === "number") return value + pick([1, -1, 0.5, 1e-9, 2 ** 31], other);
  if (typeof value === "string")
    return pick([`${value}${value}`, value.slice(1), `${value}😀`, value.toUpperCase()], other);
  if (Array.isArray(value))
    return pick([[...value, ...value], value.slice(1), [...value, pick(STRANGERS, other)]], other);
  return isPlain(value)
    ? { ...value, [pick(["a", "type", "kind", "id", "name"], other)]: pick(STRANGERS, other) }
    : value;
}
