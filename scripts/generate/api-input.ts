// Says what openapi-typescript reads differently from JSON Schema in words that it reads well.
import { isNode, type Json, type Node } from "./nodes.ts";

const DATA = ["example", "examples", "default", "const", "enum"];
const STRUCTURE = ["properties", "additionalProperties", "allOf", "oneOf"];
const PREFIX = "#/components/schemas/";

export function forTypes(document: Node): Node {
  const components = isNode(document.components) ? document.components : {};
  const schemas = isNode(components.schemas) ? components.schemas : {};
  const rewrite = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(rewrite);
    if (!isNode(value)) return value;
    const entries = Object.entries(value).map(([key, inner]) => [
      key,
      DATA.includes(key) ? inner : rewrite(inner),
    ]);
    return separateAnyOf(withRequired(Object.fromEntries(entries), schemas));
  };
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, rewrite(value)]));
}

// It makes a union of anyOf and the members beside it.
function separateAnyOf(node: Node): Node {
  if (!Array.isArray(node.anyOf) || !STRUCTURE.some((keyword) => node[keyword] !== undefined)) return node;
  const { anyOf, allOf = [], ...rest } = node;
  return { ...rest, allOf: [...(Array.isArray(allOf) ? allOf : []), { anyOf }] };
}

// It sees a member that one part of allOf requires and another describes only if both are near each other.
function withRequired(node: Node, schemas: Node): Node {
  if (!Array.isArray(node.allOf)) return node;
  const own = isNode(node.properties) ? node.properties : {};
  const required = requiredBy(node).concat(node.allOf.flatMap(requiredBy));
  const described = required.flatMap((name) => {
    const schema = Object.hasOwn(own, name) ? undefined : schemaOf(node.allOf, name, schemas);
    return schema === undefined ? [] : [[name, schema] as const];
  });
  if (described.length === 0) return node;
  return { ...node, type: "object", required, properties: { ...own, ...Object.fromEntries(described) } };
}

function requiredBy(part: Json): string[] {
  return isNode(part) && Array.isArray(part.required) ? part.required.map(String) : [];
}

/** The schema that some part gives the member, at any depth of references and allOf. */
function schemaOf(parts: Json | undefined, name: string, schemas: Node): Json | undefined {
  for (const part of Array.isArray(parts) ? parts.filter(isNode) : []) {
    const ref = typeof part.$ref === "string" ? schemas[part.$ref.slice(PREFIX.length)] : undefined;
    const node = isNode(ref) ? ref : part;
    const own = isNode(node.properties) ? node.properties : {};
    const schema = Object.hasOwn(own, name) ? own[name] : schemaOf(node.allOf, name, schemas);
    if (schema !== undefined) return schema;
  }
  return undefined;
}
