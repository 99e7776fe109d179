// routes.ts: one createRoute for each operation.
import { bodyCode, requestBody } from "./bodies.ts";
import { operationsOf, type Specification } from "./bundle.ts";
import { asNode, child, members, type Node, type Pointer } from "./nodes.ts";
import { type Operation, operationId, operations } from "./operations.ts";
import { LOCATIONS, type Location, parameters, parametersObject } from "./parameters.ts";
import { block, literal, object } from "./print.ts";
import { checkExtras, responses, responsesCode } from "./responses.ts";
import type { Schemas } from "./schema/schemas.ts";
import { Translator } from "./schema/translate.ts";

export function routesFile(specification: Specification, schemas: Schemas, support: string): string {
  const translator = new Translator(schemas, "schemas.");
  const all = operations(specification);
  const routes = all.map((operation) => route(specification, translator, operation)).join("\n");
  const registry = all.map(({ id }) => `  ${id},\n`).join("");
  return `${head(routes, support)}\n${routes}\nexport const routes = {\n${registry}};\n`;
}

function head(code: string, support: string): string {
  return [
    `import { createRoute${code.includes("z.") ? ", z" : ""} } from "@hono/zod-openapi";`,
    ...(code.includes("input.") ? [`import * as input from "${support}/input.ts";`] : []),
    ...(code.includes("keywords.") ? [`import * as keywords from "${support}/keywords.ts";`] : []),
    `import { specification } from "${support}/specification.ts";`,
    `import bundle from "./openapi.json" with { type: "json" };`,
    ...(code.includes("schemas.") ? [`import * as schemas from "./schemas.ts";`] : []),
    "",
    "const { operation, responses } = specification(bundle);",
    "",
  ].join("\n");
}

function route(specification: Specification, translator: Translator, operation: Operation): string {
  const { id, method, path, node, at } = operation;
  checkCallbacks(specification, translator, operation);
  const place = `${literal(method)}, ${literal(path)}`;
  const lines = [
    `...operation(${place})`,
    `method: ${literal(method)}`,
    `path: ${literal(path)}`,
    ...request(specification, translator, node, at),
    `responses: responses(${place}, ${answers(specification, translator, node, at)})`,
  ];
  return `export const ${id} = createRoute(${block("{", lines, "}")});\n`;
}

function request(specification: Specification, translator: Translator, node: Node, at: Pointer): string[] {
  const parts = inputs(specification, translator, node, at);
  const body = requestBody(specification, node, at);
  if (body) parts.push(["body", bodyCode(translator, body)]);
  return parts.length === 0 ? [] : [`request: ${object(parts)}`];
}

function inputs(
  specification: Specification,
  translator: Translator,
  node: Node,
  at: Pointer,
): [string, string][] {
  const all = parameters(specification, node, at);
  const locations = Object.keys(LOCATIONS) as Location[];
  return locations.flatMap((location): [string, string][] => {
    const code = parametersObject(translator, all, location);
    return code === undefined ? [] : [[LOCATIONS[location], code]];
  });
}

function answers(specification: Specification, translator: Translator, node: Node, at: Pointer): string {
  const all = responses(specification, node, at);
  for (const answer of all) checkExtras(specification, translator, answer);
  return responsesCode(translator, all);
}

// A callback is a request that others answer: no route, but what it says has to be understood as well.
function checkCallbacks(specification: Specification, translator: Translator, operation: Operation): void {
  for (const callback of callbackOperations(specification, operation)) {
    operationId(callback);
    inputs(specification, translator, callback.node, callback.at);
    answers(specification, translator, callback.node, callback.at);
    const body = requestBody(specification, callback.node, callback.at);
    for (const media of body?.content ?? []) translator.translate(media.schema, media.at);
  }
}

function callbackOperations(
  specification: Specification,
  operation: Operation,
): { node: Node; at: Pointer }[] {
  return members(operation.node, "callbacks", operation.at).flatMap((callback) => {
    const { node, at } = specification.resolve(asNode(callback.value, callback.at), callback.at, "callbacks");
    const items = Object.entries(node).filter(([expression]) => !expression.startsWith("x-"));
    return items.flatMap(([expression, item]) =>
      operationsOf(asNode(item, child(at, expression)), child(at, expression)),
    );
  });
}
