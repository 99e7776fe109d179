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

const TEXT = ["defaults", "form", "list", "text"];

export function routesFile(specification: Specification, schemas: Schemas, support: string): string {
  const translator = new Translator(schemas, "schemas.");
  const all = operations(specification);
  const routes = all.map((operation) => route(specification, translator, operation)).join("\n");
  const registry = all.map(({ id }) => `  ${id},\n`).join("");
  return `${head(routes, support)}\n${routes}\nexport const routes = {\n${registry}};\n`;
}

function head(code: string, support: string): string {
  const uses = (name: string) => new RegExp(`(?<![.\\w])${name}\\(`).test(code);
  const text = TEXT.filter(uses);
  return [
    `import { createRoute${/\bz\./.test(code) ? ", z" : ""} } from "@hono/zod-openapi";`,
    ...(code.includes("keywords.") ? [`import * as keywords from "${support}/keywords.ts";`] : []),
    `import { specification } from "${support}/specification.ts";`,
    ...(text.length > 0 ? [`import { ${text.join(", ")} } from "${support}/text.ts";`] : []),
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
  const all = parameters(specification, node, at);
  const locations = Object.keys(LOCATIONS) as Location[];
  const inputs = locations.flatMap((location): [string, string][] => {
    const code = parametersObject(translator, all, location);
    return code === undefined ? [] : [[LOCATIONS[location], code]];
  });
  const body = requestBody(specification, node, at);
  if (body) inputs.push(["body", bodyCode(translator, body)]);
  return inputs.length === 0 ? [] : [`request: ${object(inputs)}`];
}

function answers(specification: Specification, translator: Translator, node: Node, at: Pointer): string {
  const all = responses(specification, node, at);
  for (const answer of all) checkExtras(specification, translator, answer);
  return responsesCode(translator, all);
}

// A callback is a request that others answer: no route, but what it says has to be understood as well.
function checkCallbacks(specification: Specification, translator: Translator, operation: Operation): void {
  for (const callback of members(operation.node, "callbacks", operation.at)) {
    const { node, at } = specification.resolve(asNode(callback.value, callback.at), callback.at, "callbacks");
    for (const [expression, item] of Object.entries(node)) {
      if (expression.startsWith("x-")) continue;
      for (const inner of operationsOf(asNode(item, child(at, expression)), child(at, expression))) {
        operationId(inner);
        request(specification, translator, inner.node, inner.at);
        answers(specification, translator, inner.node, inner.at);
      }
    }
  }
}
