// Operations as data: what the server and the SDK look up about an operation without its schemas.
import { requestBody } from "./bodies.ts";
import type { Specification } from "./bundle.ts";
import {
  allow,
  asArray,
  asNode,
  asString,
  child,
  fail,
  isNode,
  type Json,
  type Node,
  type Pointer,
} from "./nodes.ts";
import { identifier, literal } from "./print.ts";
import { responses } from "./responses.ts";

const KNOWN = [
  "operationId",
  "summary",
  "description",
  "tags",
  "deprecated",
  "externalDocs",
  "security",
  "parameters",
  "requestBody",
  "responses",
  "callbacks",
];

export interface Operation {
  id: string;
  method: string;
  path: string;
  node: Node;
  at: Pointer;
}

export function operations(specification: Specification): Operation[] {
  const all = specification.operations().map((operation) => ({ id: operationId(operation), ...operation }));
  const repeated = all.find(({ id }, index) => all.findIndex((other) => other.id === id) < index);
  if (repeated) fail(child(repeated.at, "operationId"), `"${repeated.id}" names two operations`);
  return all;
}

export function operationId({ node, at }: { node: Node; at: Pointer }): string {
  allow(node, at, "operation", KNOWN);
  const id = asString(node.operationId, child(at, "operationId"));
  return identifier(id) === id
    ? id
    : fail(child(at, "operationId"), `"${id}" cannot be the name of a constant in routes.ts`);
}

export function operationsFile(specification: Specification): string {
  const table = operations(specification).map((operation) => [operation.id, row(specification, operation)]);
  return `/** What can be known of each operation without its schemas. */
export const operationTable = ${literal(Object.fromEntries(table))} as const;

export type OperationId = keyof typeof operationTable;
`;
}

/** One operation without its schemas. */
export function row(specification: Specification, { method, path, node, at }: Operation) {
  const answers = responses(specification, node, at).map(({ status, content }) => [
    status,
    content.map(({ type }) => type),
  ]);
  return {
    method,
    path,
    security: security(specification, node, at),
    requestMedia: requestBody(specification, node, at)?.content.map(({ type }) => type) ?? [],
    responses: Object.fromEntries(answers),
    extensions: Object.fromEntries(Object.entries(node).filter(([key]) => key.startsWith("x-"))),
  };
}

function security(specification: Specification, operation: Node, at: Pointer): Json {
  const place = operation.security === undefined ? "#/security" : child(at, "security");
  const alternatives = asArray(operation.security ?? specification.document.security ?? [], place);
  alternatives.forEach((alternative, index) => {
    checkAlternative(specification, asNode(alternative, place), child(place, index));
  });
  return alternatives;
}

function checkAlternative(specification: Specification, alternative: Node, at: Pointer): void {
  const schemes = specification.components("securitySchemes");
  for (const [name, scopes] of Object.entries(alternative)) {
    const scheme =
      schemes.find((one) => one.name === name) ??
      fail(child(at, name), `there is no security scheme "${name}"`);
    const known = scopesOf(asNode(scheme.value, scheme.at));
    const stranger = asArray(scopes, child(at, name)).find(
      (scope) => known && !known.includes(String(scope)),
    );
    if (stranger !== undefined) fail(child(at, name), `the scheme has no scope "${String(stranger)}"`);
  }
}

function scopesOf(scheme: Node): string[] | undefined {
  if (!isNode(scheme.flows)) return undefined;
  return Object.values(scheme.flows).flatMap((flow) =>
    isNode(flow) && isNode(flow.scopes) ? Object.keys(flow.scopes) : [],
  );
}
