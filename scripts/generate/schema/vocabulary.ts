// Which JSON Schema keywords the generator knows, and which of them lead to further schemas.
import { allow, child, fail, isNode, items, type Json, members, type Node, type Pointer } from "../nodes.ts";

export const ANNOTATIONS = [
  "title",
  "description",
  "default",
  "deprecated",
  "example",
  "examples",
  "externalDocs",
  "contentEncoding",
  "contentMediaType",
  "$comment",
];

export const BY_TYPE: Record<string, readonly string[]> = {
  string: ["minLength", "maxLength", "pattern", "format"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"],
  integer: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"],
  array: ["items", "minItems", "maxItems", "uniqueItems"],
  object: ["properties", "required", "additionalProperties", "minProperties", "maxProperties"],
  boolean: [],
  null: [],
};

export const COMBINERS = ["allOf", "anyOf", "oneOf"];

const KNOWN = [
  ...ANNOTATIONS,
  ...COMBINERS,
  ...Object.values(BY_TYPE).flat(),
  "$ref",
  "type",
  "enum",
  "const",
  "discriminator",
];

export function checkKeywords(node: Node, at: Pointer): void {
  allow(node, at, "schema", KNOWN);
  for (const type of types(node))
    if (!Object.hasOwn(BY_TYPE, type)) fail(child(at, "type"), `there is no type "${type}"`);
}

/** The types that `type` names; none if it is absent. */
export function types(node: Node): string[] {
  const type = node.type;
  return (Array.isArray(type) ? type : type === undefined ? [] : [type]).map(String);
}

/** The keywords of a schema that say something of the values of one type. */
export function typedKeywords(node: Node): string[] {
  const typed = new Set(Object.values(BY_TYPE).flat());
  return Object.keys(node).filter((keyword) => typed.has(keyword));
}

export function isAnnotation(keyword: string): boolean {
  return keyword.startsWith("x-") || ANNOTATIONS.includes(keyword);
}

/** The schemas directly inside a schema. */
export function subschemas(node: Node, at: Pointer): { value: Json; at: Pointer }[] {
  const single = ["items", "additionalProperties"].filter((keyword) => node[keyword] !== undefined);
  return [
    ...members(node, "properties", at),
    ...single.map((keyword) => ({ value: node[keyword] ?? null, at: child(at, keyword) })),
    ...COMBINERS.flatMap((keyword) => items(node, keyword, at)),
  ];
}

const PREFIX = "#/components/schemas/";

/** The component that a schema refers to. */
export function refName(node: Node, at: Pointer): string | undefined {
  const ref = node.$ref;
  if (ref === undefined) return undefined;
  const name = typeof ref === "string" && ref.startsWith(PREFIX) ? ref.slice(PREFIX.length) : "/";
  if (name.includes("/"))
    fail(child(at, "$ref"), `the reference ${String(ref)} leads to no component schema`);
  return name.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The components that a schema refers to, at any depth. */
export function refNames(value: Json, at: Pointer): string[] {
  if (!isNode(value)) return [];
  const own = refName(value, at);
  return [
    ...(own === undefined ? [] : [own]),
    ...subschemas(value, at).flatMap((inner) => refNames(inner.value, inner.at)),
  ];
}

/** Those of them that stand for the value itself or an item of it, not for a member of an object. */
export function refNamesOutsideObjects(value: Json, at: Pointer): string[] {
  if (!isNode(value)) return [];
  const { properties: _, additionalProperties: __, ...rest } = value;
  const own = refName(value, at);
  const inner = subschemas(rest, at).flatMap((schema) => refNamesOutsideObjects(schema.value, schema.at));
  return own === undefined ? inner : [own, ...inner];
}
