// Component schemas and JSON bodies.
import { isNode, type Json, members, type Pointer } from "../nodes.ts";
import { COMBINERS, refNames } from "../schema/vocabulary.ts";
import { type Case, type Tools, validator } from "./case.ts";
import { isPlain, some } from "./material.ts";

export function jsonCase(tools: Tools, name: string, zod: unknown, schema: Json, at: Pointer): Case {
  const { values, oracle, schemas } = tools;
  const isValid = (value: unknown) => oracle.accepts(at, value);
  const isRecursive = refNames(schema, at).some((ref) => schemas.isRecursive(ref));
  return {
    name,
    zod: validator(zod, name),
    values: [...values.of(schema, at), ...(isRecursive ? nested(values.valid(schema, at), isValid) : [])],
    refused: withUndefined(schema, at, values.valid(schema, at)),
    isPossible: () => true,
    expected: isValid,
  };
}

function withUndefined(schema: Json, at: Pointer, valid: readonly unknown[]): unknown[] {
  if (!isNode(schema) || COMBINERS.some((keyword) => schema[keyword] !== undefined)) return [];
  const objects = some(valid.filter(isPlain), 5);
  return members(schema, "properties", at).flatMap(({ name }) =>
    objects.map((value) => ({ ...value, [name]: undefined })),
  );
}

const ROUNDS = 5;
const WIDTH = 12;

/** Valid values put into themselves as long as they stay valid, for schemas that refer to themselves; then with a fault inside. */
function nested(valid: readonly unknown[], isValid: (value: unknown) => boolean): unknown[] {
  const seeds = some(
    valid.filter((value) => places(value).length > 0),
    WIDTH,
  );
  let all = seeds;
  for (let round = 0; round < ROUNDS; round++) {
    const grown = seeds.flatMap((seed) => places(seed).flatMap((put) => all.map(put)));
    const deeper = some(grown.filter(isValid), WIDTH);
    if (deeper.length > 0) all = deeper;
  }
  const faulty = all.flatMap((value) =>
    some(places(value), WIDTH * 2).flatMap((put) => [null, "a", [], {}].map(put)),
  );
  return [...all, ...faulty];
}

type Put = (other: unknown) => unknown;

/** For each member and item, at any depth: a function that puts something else in its place. */
function places(value: unknown): Put[] {
  const keys = Array.isArray(value) || isPlain(value) ? Object.keys(value).slice(0, 6) : [];
  return keys.flatMap((key) => {
    const put: Put = (other) => withMember(value, key, other);
    return [
      put,
      ...places(Reflect.get(Object(value), key)).map(
        (inner): Put =>
          (other) =>
            put(inner(other)),
      ),
    ];
  });
}

function withMember(value: unknown, key: string, other: unknown): unknown {
  return Array.isArray(value) ? value.with(Number(key), other) : { ...Object(value), [key]: other };
}
