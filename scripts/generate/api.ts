// api.ts: the types, by openapi-typescript.
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { isNode, type Json, type Node } from "./nodes.ts";

export async function apiFile(document: Node): Promise<string> {
  // openapi-typescript changes the document that it is given.
  const ast = await openapiTS(JSON.stringify(forTypes(structuredClone(document))), {
    silent: true,
    // A default does not make a client send the member, nor a server answer it.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    transform: (schema) => (isEmpty(schema) ? EMPTY : undefined),
  });
  return astToString(ast);
}

const string = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
const never = ts.factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword);
const EMPTY = ts.factory.createTypeReferenceNode("Record", [string, never]);

function isEmpty(schema: object): boolean {
  if (!("additionalProperties" in schema) || schema.additionalProperties !== false) return false;
  return !("properties" in schema) || Object.keys(Object(schema.properties)).length === 0;
}

const DATA = ["example", "examples", "default", "const", "enum"];
const STRUCTURE = ["properties", "additionalProperties", "allOf", "oneOf"];

/** Rewrites what openapi-typescript reads differently from JSON Schema into what it reads well. */
export function forTypes(value: Json): Json {
  if (Array.isArray(value)) return value.map(forTypes);
  if (!isNode(value)) return value;
  const node = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, DATA.includes(key) ? inner : forTypes(inner)]),
  );
  return hoistRequired(separateAnyOf(node));
}

// It makes a union of anyOf and the members beside it.
function separateAnyOf(node: Node): Node {
  if (!Array.isArray(node.anyOf) || !STRUCTURE.some((keyword) => node[keyword] !== undefined)) return node;
  const { anyOf, allOf = [], ...rest } = node;
  return { ...rest, allOf: [...(Array.isArray(allOf) ? allOf : []), { anyOf }] };
}

// It overlooks a part of allOf that only requires members of another part.
function hoistRequired(node: Node): Node {
  if (!Array.isArray(node.allOf)) return node;
  const parts = [node, ...node.allOf.filter(isNode)];
  const required = parts.flatMap((part) => (Array.isArray(part.required) ? part.required : []));
  return required.length === 0 ? node : { ...node, required: [...new Set(required)] };
}
