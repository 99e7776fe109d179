// The YAML files as one JSON document whose references all point into its own components.
import { createConfig, bundle as redoclyBundle } from "@redocly/openapi-core";
import { allow, asNode, child, fail, isNode, items, type Json, members, type Node } from "./nodes.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const DOCUMENT = ["openapi", "info", "servers", "paths", "components", "security", "tags", "externalDocs"];
const COMPONENTS = [
  "schemas",
  "responses",
  "parameters",
  "examples",
  "requestBodies",
  "headers",
  "securitySchemes",
  "links",
  "callbacks",
];

export async function bundle(file: string): Promise<Node> {
  const config = await createConfig({});
  const { bundle: document, problems } = await redoclyBundle({ ref: file, config });
  const [problem] = problems.filter(({ severity }) => severity === "error");
  if (problem) fail(problem.location[0]?.pointer ?? "#", problem.message);
  return normalise(document.parsed);
}

/** Checks the top of the document and moves parameters from paths to their operations, where routes have a place for them. */
export function normalise(document: Node): Node {
  allow(document, "#", "document", DOCUMENT);
  if (document.components)
    allow(asNode(document.components, "#/components"), "#/components", "components", COMPONENTS);
  if (!/^3\.1\.\d+$/.test(String(document.openapi))) fail("#/openapi", "expected a 3.1 document");
  const paths = members(document, "paths", "#").map(({ name, value, at }) => [
    name,
    pathItem(asNode(value, at), at),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

function pathItem(item: Node, at: string): Node {
  allow(item, at, "path item", [...METHODS, "parameters"]);
  const { parameters: _, ...rest } = item;
  const shared = items(item, "parameters", at).map(({ value }) => value);
  if (shared.length === 0) return rest;
  const operations = Object.entries(rest).map(([method, value]) => {
    if (!METHODS.includes(method)) return [method, value];
    return [method, withParameters(asNode(value, child(at, method)), shared)];
  });
  return Object.fromEntries(operations);
}

// An operation's own parameter of the same name and place replaces the shared one; one behind a reference is compared by the reference.
function withParameters(operation: Node, shared: Json[]): Node {
  const own = Array.isArray(operation.parameters) ? operation.parameters : [];
  const taken = new Set(own.map(identity));
  return {
    ...operation,
    parameters: [...shared.filter((parameter) => !taken.has(identity(parameter))), ...own],
  };
}

function identity(parameter: Json): string {
  if (!isNode(parameter)) return "";
  return String(parameter.$ref ?? `${parameter.in} ${parameter.name}`);
}

/** The bundle with the look-ups that every part of the generator needs. */
export class Specification {
  readonly document: Node;

  constructor(document: Node) {
    this.document = document;
  }

  components(kind: string): { name: string; value: Json; at: string }[] {
    const components = this.document.components;
    return isNode(components) ? members(components, kind, "#/components") : [];
  }

  /** The node behind a reference to a component of the kind, and where it stands; the node itself if it is none. */
  resolve(node: Node, at: string, kind: string): { node: Node; at: string } {
    const ref = node.$ref;
    if (ref === undefined) return { node, at };
    const found = this.components(kind).find((component) => component.at === ref);
    if (!found) fail(child(at, "$ref"), `the reference ${String(ref)} leads to no component among ${kind}`);
    return this.resolve(asNode(found.value, found.at), found.at, kind);
  }

  operations(): OperationNode[] {
    return members(this.document, "paths", "#").flatMap(({ name, value, at }) =>
      operationsOf(asNode(value, at), at).map((operation) => ({ ...operation, path: name })),
    );
  }
}

export interface OperationNode {
  method: string;
  path: string;
  node: Node;
  at: string;
}

export function operationsOf(item: Node, at: string): Omit<OperationNode, "path">[] {
  allow(item, at, "path item", METHODS);
  return Object.keys(item)
    .filter((method) => METHODS.includes(method))
    .map((method) => ({ method, node: asNode(item[method], child(at, method)), at: child(at, method) }));
}
