// Query, path and header parameters as zod objects that read text.
import type { TextType } from "../../packages/contract/src/input.ts";
import type { Specification } from "./bundle.ts";
import { defaultOf } from "./defaults.ts";
import {
  allow,
  asNode,
  asString,
  child,
  fail,
  isNode,
  items,
  type Json,
  type Node,
  type Pointer,
} from "./nodes.ts";
import { call, literal, object } from "./print.ts";
import { accepts } from "./schema/accepts.ts";
import type { Schemas } from "./schema/schemas.ts";
import type { Translator } from "./schema/translate.ts";
import { refName } from "./schema/vocabulary.ts";

const KNOWN = [
  "name",
  "in",
  "required",
  "description",
  "deprecated",
  "schema",
  "example",
  "examples",
  "style",
  "explode",
];
// OpenAPI 3.1, 4.8.12.2: a header parameter of these names is ignored.
const IGNORED_HEADERS = ["accept", "content-type", "authorization"];

export const LOCATIONS = { path: "params", query: "query", header: "headers" } as const;
export type Location = keyof typeof LOCATIONS;

export interface Parameter {
  name: string;
  in: Location;
  required: boolean;
  schema: Json;
  node: Node;
  at: Pointer;
}

export function parameters(specification: Specification, operation: Node, at: Pointer): Parameter[] {
  return items(operation, "parameters", at).map(({ value, at }) => {
    const found = specification.resolve(asNode(value, at), at, "parameters");
    return parameter(found.node, found.at);
  });
}

function parameter(node: Node, at: Pointer): Parameter {
  allow(node, at, "parameter", KNOWN);
  const location = asString(node.in, child(at, "in"));
  if (!isLocation(location)) fail(child(at, "in"), `${location} parameters have no translation`);
  const name = asString(node.name, child(at, "name"));
  const key = location === "header" ? name.toLowerCase() : name;
  if (location === "header" && IGNORED_HEADERS.includes(key))
    fail(child(at, "name"), `OpenAPI ignores a parameter named ${name}`);
  if (key in Object.prototype) fail(child(at, "name"), `a parameter cannot have the name "${name}"`);
  if (location === "path" && node.required !== true) fail(at, "a path parameter must be required");
  if (node.schema === undefined) fail(at, "a parameter needs a schema");
  return {
    name: key,
    in: location,
    required: node.required === true,
    schema: node.schema ?? null,
    node,
    at,
  };
}

function isLocation(location: string): location is Location {
  return Object.hasOwn(LOCATIONS, location);
}

/** How text becomes values of a schema: the type of one value, or of the items of a list. */
export function reading(schemas: Schemas, schema: Json, at: Pointer): { type: TextType; isList: boolean } {
  const types = accepts(schemas, schema, at);
  if (types.size !== 1 || !types.has("array")) return { type: textType(types, at), isList: false };
  const list = target(schemas, schema, at);
  const itemsAt = child(list.at, "items");
  const item = isNode(list.value) ? list.value.items : undefined;
  if (item === undefined) fail(list.at, "text cannot be read as items of any type: give the array `items`");
  return { type: textType(accepts(schemas, item, itemsAt), itemsAt), isList: true };
}

const TEXT_TYPES: [TextType, string][] = [
  ["string", "string"],
  ["integer", "integer"],
  ["number", "fraction,integer"],
  ["number", "fraction"],
  ["boolean", "boolean"],
];

function textType(types: Set<string>, at: Pointer): TextType {
  const found = TEXT_TYPES.find(([, accepted]) => accepted === [...types].sort().join());
  return found?.[0] ?? fail(at, `text cannot be told apart as ${[...types].join(" or ")}`);
}

function target(schemas: Schemas, value: Json, at: Pointer): { value: Json; at: Pointer } {
  const name = isNode(value) ? refName(value, at) : undefined;
  if (name === undefined) return { value, at };
  const next = schemas.get(name, at);
  return target(schemas, next.value, next.at);
}

const STYLES: Record<Location, Record<string, string>> = {
  query: { form: ",", spaceDelimited: " ", pipeDelimited: "|" },
  path: { simple: "," },
  header: { simple: "," },
};
const DEFAULT_STYLES: Record<Location, string> = { query: "form", path: "simple", header: "simple" };

/** The character between the items of a list; undefined if each item has an occurrence of its own. */
export function separator(parameter: Parameter): string | undefined {
  const style = String(parameter.node.style ?? DEFAULT_STYLES[parameter.in]);
  const between = STYLES[parameter.in][style];
  if (between === undefined) fail(child(parameter.at, "style"), `the style "${style}" has no translation`);
  const explode = parameter.node.explode ?? style === "form";
  return parameter.in === "query" && explode ? undefined : between;
}

/** The zod object of all parameters in one place; undefined if there are none. */
export function parametersObject(
  translator: Translator,
  all: Parameter[],
  location: Location,
): string | undefined {
  const present = all.filter((parameter) => parameter.in === location);
  if (present.length === 0) return undefined;
  return `z.object(${object(present.map((parameter) => [parameter.name, code(translator, parameter)]))})`;
}

function code(translator: Translator, parameter: Parameter): string {
  const at = child(parameter.at, "schema");
  const schema = translator.translate(parameter.schema, at).code;
  const { type, isList } = reading(translator.schemas, parameter.schema, at);
  const between = separator(parameter);
  return `${read(type, isList, schema, between)}${absence(translator.schemas, parameter, at)}`;
}

function read(type: TextType, isList: boolean, schema: string, between: string | undefined): string {
  if (isList)
    return call(
      "input.list",
      ...[literal(type), schema, ...(between === undefined ? [] : [literal(between)])],
    );
  return type === "string" ? schema : call("input.text", literal(type), schema);
}

function absence(schemas: Schemas, parameter: Parameter, at: Pointer): string {
  const value = defaultOf(schemas, parameter.schema, at);
  if (value === undefined) return parameter.required ? "" : ".exactOptional()";
  if (parameter.required) fail(child(at, "default"), "a required parameter has no use for a default");
  return `.default(${literal(value)})`;
}
