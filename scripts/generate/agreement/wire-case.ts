// Parameters and form bodies: what arrives as text.
import { asNode, child, items, type Json, members, type Pointer } from "../nodes.ts";
import { type Parameter, separator } from "../parameters.ts";
import { accepts } from "../schema/accepts.ts";
import type { Schemas } from "../schema/schemas.ts";
import { refName } from "../schema/vocabulary.ts";
import { type Case, type Tools, validator } from "./case.ts";
import { isPlain } from "./material.ts";
import type { Wire } from "./texts.ts";

export function parametersCase(tools: Tools, name: string, zod: unknown, parameters: Parameter[]): Case {
  const each = parameters.map((parameter) => ({ parameter, ...wires(tools, parameter) }));
  const base = Object.fromEntries(
    each.map(({ parameter, texts, isValid }) => [parameter.name, texts.find(isValid)]),
  );
  const changed = each.flatMap(({ parameter, texts }) =>
    [...texts, undefined].map((wire) => defined({ ...base, [parameter.name]: wire })),
  );
  return {
    name,
    zod: validator(zod, name),
    values: [...changed, {}, { ...defined(base), unexpected: "a" }],
    refused: [],
    isPossible: isText,
    expected: (value) =>
      each.every(({ parameter, isValid }) => {
        const wire: Wire | undefined = Reflect.get(Object(value), parameter.name);
        return wire === undefined ? !parameter.required : isValid(wire);
      }),
  };
}

function wires({ schemas, oracle, values, texts }: Tools, parameter: Parameter) {
  const at = child(parameter.at, "schema");
  const between = separator(parameter);
  const isList = accepts(schemas, parameter.schema, at).has("array");
  return {
    texts: texts.write(values.of(parameter.schema, at), between, isList),
    isValid: (wire: Wire) => {
      const value = texts.read(parameter.schema, at, wire, between);
      return value !== undefined && oracle.accepts(at, value);
    },
  };
}

export function formCase(tools: Tools, name: string, zod: unknown, schema: Json, at: Pointer): Case {
  const fields = formFields(tools.schemas, schema, at);
  const read = (key: string, wire: Wire): unknown => {
    const field = fields.get(key);
    return (field && tools.texts.read(field.value, field.at, wire, undefined)) ?? wire;
  };
  const write = (value: unknown): Wire => tools.texts.write([value], undefined, true)[0] ?? "";
  return {
    name,
    zod: validator(zod, name),
    values: tools.values
      .of(schema, at)
      .filter(isPlain)
      .map((body) => mapped(body, (_, value) => write(value))),
    refused: [],
    isPossible: isText,
    expected: (value) =>
      tools.oracle.accepts(
        at,
        mapped(Object(value), (key, wire) => read(key, wire as Wire)),
      ),
  };
}

function formFields(schemas: Schemas, schema: Json, at: Pointer): Map<string, { value: Json; at: Pointer }> {
  const node = asNode(schema, at);
  const name = refName(node, at);
  if (name !== undefined) {
    const target = schemas.get(name, at);
    return formFields(schemas, target.value, target.at);
  }
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => items(node, keyword, at));
  const own = members(node, "properties", at).map(({ name, ...field }) => [name, field] as const);
  return new Map([...parts.flatMap((part) => [...formFields(schemas, part.value, part.at)]), ...own]);
}

function mapped(
  body: Record<string, unknown>,
  change: (key: string, value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, change(key, value)]));
}

function defined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

function isText(value: unknown): boolean {
  const isTexts = (wire: unknown) =>
    typeof wire === "string" ||
    (Array.isArray(wire) && wire.length > 1 && wire.every((one) => typeof one === "string"));
  return isPlain(value) && Object.values(value).every(isTexts);
}
