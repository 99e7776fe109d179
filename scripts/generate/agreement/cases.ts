// What is compared: every component schema, every request body and every set of parameters.
import { isForm, requestBody } from "../bodies.ts";
import type { Specification } from "../bundle.ts";
import { type Operation, operations } from "../operations.ts";
import { LOCATIONS, type Location, parameters } from "../parameters.ts";
import { Schemas } from "../schema/schemas.ts";
import type { Case, Tools } from "./case.ts";
import { jsonCase } from "./json-case.ts";
import type { Oracle } from "./oracle.ts";
import { Texts } from "./texts.ts";
import { Values } from "./values.ts";
import { formCase, parametersCase } from "./wire-case.ts";

/** What the generated code offers: schemas by the names in the document, and routes by operationId. */
export interface Generated {
  componentSchemas: Record<string, unknown>;
  routes: Record<string, unknown>;
}

export function allCases(specification: Specification, oracle: Oracle, generated: Generated): Case[] {
  const schemas = new Schemas(specification);
  const tools = { schemas, oracle, values: new Values(schemas, oracle), texts: new Texts(schemas) };
  const components = schemas.names.map((name) => {
    const { value, at } = schemas.get(name, "#");
    return jsonCase(tools, at, generated.componentSchemas[name], value, at);
  });
  const all = operations(specification);
  return [
    ...components,
    ...all.flatMap((one) => ofOperation(specification, tools, one, dig(generated.routes, one.id, "request"))),
  ];
}

function ofOperation(
  specification: Specification,
  tools: Tools,
  operation: Operation,
  inputs: unknown,
): Case[] {
  const { id, node, at } = operation;
  const all = parameters(specification, node, at);
  const locations = Object.keys(LOCATIONS) as Location[];
  const texts = locations.flatMap((location) => {
    const present = all.filter((parameter) => parameter.in === location);
    return present.length === 0
      ? []
      : [parametersCase(tools, `${id} ${location}`, dig(inputs, LOCATIONS[location]), present)];
  });
  const bodies = (requestBody(specification, node, at)?.content ?? []).map(({ type, schema, at }) => {
    const make = isForm(type) ? formCase : jsonCase;
    return make(tools, `${id} ${type}`, dig(inputs, "body", "content", type, "schema"), schema, at);
  });
  return [...texts, ...bodies];
}

function dig(value: unknown, ...path: string[]): unknown {
  return path.reduce(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
