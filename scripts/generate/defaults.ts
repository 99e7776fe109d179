// `default`. JSON Schema only notes it; OpenAPI means it as the value of what is absent from a request.
import { child, fail, isNode, items, type Json, members, type Node, type Pointer } from "./nodes.ts";
import { requiredNames } from "./schema/object.ts";
import type { Schemas } from "./schema/schemas.ts";
import { refName, subschemas } from "./schema/vocabulary.ts";

/** The default of a schema: its own, or that of the component it refers to. */
export function defaultOf(schemas: Schemas, value: Json, at: Pointer): Json | undefined {
  if (!isNode(value) || value.default !== undefined) return isNode(value) ? value.default : undefined;
  const name = refName(value, at);
  if (name === undefined) return undefined;
  const target = schemas.get(name, at);
  return defaultOf(schemas, target.value, target.at);
}

/** The defaults of a body's own members. */
export function memberDefaults(schemas: Schemas, value: Json, at: Pointer): Node {
  if (!isNode(value)) return {};
  const name = refName(value, at);
  if (name !== undefined) {
    const target = schemas.get(name, at);
    return memberDefaults(schemas, target.value, target.at);
  }
  const inherited = items(value, "allOf", at).map((part) => memberDefaults(schemas, part.value, part.at));
  const choices = ["anyOf", "oneOf"].flatMap((keyword) => items(value, keyword, at));
  for (const inner of [...choices, ...members(value, "properties", at)])
    refuseInside(schemas, inner.value, inner.at);
  const own = optional(schemas, value, at).map(({ name, value }) => [name, value] as const);
  return Object.assign({}, ...inherited, Object.fromEntries(own));
}

/** The members that can be absent and have a default. */
function optional(schemas: Schemas, node: Node, at: Pointer): { name: string; value: Json; at: Pointer }[] {
  const required = requiredNames(node, at);
  return members(node, "properties", at).flatMap((member) => {
    const value = defaultOf(schemas, member.value, member.at);
    return value === undefined || required.includes(member.name) ? [] : [{ ...member, value }];
  });
}

// Deeper down it would depend on the choice that fits, or be of an object that is absent itself.
function refuseInside(schemas: Schemas, value: Json, at: Pointer, seen: readonly string[] = []): void {
  if (!isNode(value)) return;
  const name = refName(value, at);
  if (name !== undefined && !seen.includes(name)) {
    const target = schemas.get(name, at);
    refuseInside(schemas, target.value, target.at, [...seen, name]);
  }
  const [deep] = optional(schemas, value, at);
  if (deep) fail(child(deep.at, "default"), "a default this deep in a request body has no translation");
  for (const inner of subschemas(value, at)) refuseInside(schemas, inner.value, inner.at, seen);
}
