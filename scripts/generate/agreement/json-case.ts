// Component schemas and JSON bodies.
import { isNode, type Json, members, type Pointer } from "../nodes.ts";
import { COMBINERS } from "../schema/vocabulary.ts";
import { type Case, type Tools, validator } from "./case.ts";
import { isPlain, some } from "./values.ts";

export function jsonCase(
  { values, oracle }: Tools,
  name: string,
  zod: unknown,
  schema: Json,
  at: Pointer,
): Case {
  const isValid = (value: unknown) => oracle.accepts(at, value);
  return {
    name,
    zod: validator(zod, name),
    values: [...values.of(schema, at), ...nested(values.valid(schema, at), isValid)],
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

/** Valid values put into themselves as long as they stay valid, for schemas that refer to themselves; then with a fault inside. */
function nested(valid: readonly unknown[], isValid: (value: unknown) => boolean): unknown[] {
  let all = some(valid, 8);
  for (let round = 0; round < ROUNDS; round++) {
    const grown = all.flatMap((value) => places(value).flatMap((put) => all.slice(0, 4).map(put)));
    all = some(grown.filter(isValid), 8);
    if (all.length === 0) return [];
  }
  return all.flatMap((value) => [value, ...places(value).flatMap((put) => [null, "a", [], {}].map(put))]);
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
