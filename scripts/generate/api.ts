// api.ts: the types, by openapi-typescript.
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { forTypes } from "./api-input.ts";
import { isNode, type Json, type Node } from "./nodes.ts";

export async function apiFile(document: Node): Promise<string> {
  const ast = await openapiTS(JSON.stringify(forTypes(document)), {
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

// A boolean schema comes here too, whatever the type of the hook says.
function isEmpty(schema: unknown): boolean {
  if (!isNode(schema as Json)) return false;
  const { additionalProperties, properties } = schema as Node;
  return additionalProperties === false && Object.keys(properties ?? {}).length === 0;
}
