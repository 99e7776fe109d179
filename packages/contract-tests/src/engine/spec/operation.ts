import { asArray, asObject, asString, isObject, type JsonObject } from "../json.ts";
import { type Located, locate, locateChild, pointerTo } from "./pointer.ts";

/** Security schemes that must all be satisfied, with the scopes that each needs. Empty: no credentials. */
export type Alternative = Readonly<Record<string, readonly string[]>>;

export type ParameterPlace = "path" | "query" | "header" | "cookie";

export interface Parameter {
  name: string;
  in: ParameterPlace;
  pointer: string;
  required: boolean;
  /** How lists and objects are written (OpenAPI 3.1, 4.8.12.3); `json` for a parameter that has `content`. */
  style: string;
  explode: boolean;
  /** Where its schema stands in the document. */
  schema: string | undefined;
  example: unknown;
}

export interface Media {
  type: string;
  pointer: string;
  schema: string | undefined;
  examples: Readonly<Record<string, unknown>>;
  /** The media types of the parts of a multipart body, by name, as far as the document gives them. */
  parts: Readonly<Record<string, string>>;
}

export interface DocumentedHeader {
  name: string;
  required: boolean;
  schema: string | undefined;
}

export interface DocumentedResponse {
  /** As the document has it: `200`, `4XX` or `default`. */
  status: string;
  pointer: string;
  headers: readonly DocumentedHeader[];
  content: readonly Media[];
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  pointer: string;
  security: readonly Alternative[];
  parameters: readonly Parameter[];
  body: { required: boolean; content: readonly Media[] } | undefined;
  responses: readonly DocumentedResponse[];
  extensions: JsonObject;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

export function readOperations(document: JsonObject): Operation[] {
  return Object.keys(asObject(document.paths)).flatMap((path) => {
    const item = locate(document, pointerTo("#", "paths", path));
    const methods = METHODS.filter((method) => Object.hasOwn(asObject(item.node), method));
    return methods.map((method) => readOperation(document, path, method, item));
  });
}

export function isPublic(operation: Operation): boolean {
  const { security } = operation;
  return security.length === 0 || security.some((alternative) => Object.keys(alternative).length === 0);
}

/** The documented response for a status: the exact one, else its class, else the default (OpenAPI 3.1, 4.8.16). */
export function responseFor(operation: Operation, status: number): DocumentedResponse | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, "default"];
  const find = (key: string) => operation.responses.find((response) => response.status.toUpperCase() === key);
  return keys.map((key) => find(key === "default" ? "DEFAULT" : key)).find((found) => found !== undefined);
}

/** Every status below `limit` that the document promises; a class stands for all of its own, and a default for what is left. */
export function statusesBelow(operation: Operation, limit: number): number[] {
  const known = operation.responses.map(({ status }) => status.toUpperCase());
  const range = Array.from({ length: limit - 200 }, (_, index) => 200 + index);
  const exact = range.filter((status) => known.includes(String(status)));
  const classes = range.filter((status) => known.includes(`${Math.floor(status / 100)}XX`));
  if (exact.length + classes.length > 0) return [...new Set([...exact, ...classes])];
  return known.includes("DEFAULT") ? range : [];
}

export function documents(operation: Operation, status: number): boolean {
  return operation.responses.some((response) => response.status === String(status));
}

function readOperation(document: JsonObject, path: string, method: string, item: Located): Operation {
  const at = locate(document, pointerTo(item.pointer, method));
  const node = asObject(at.node);
  const security = asArray(node.security ?? document.security).filter(isObject);
  return {
    id: asString(node.operationId) ?? `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    pointer: at.pointer,
    // An OpenAPI document that the linter passed has lists of scopes here.
    security: security as Alternative[],
    parameters: readParameters(document, item, at),
    body: readBody(document, at),
    responses: readResponses(document, at),
    extensions: Object.fromEntries(Object.entries(node).filter(([key]) => key.startsWith("x-"))),
  };
}

/** Those of the operation take the place of the path's own with the same name and place. */
function readParameters(document: JsonObject, item: Located, operation: Located): Parameter[] {
  const all = [item, operation].flatMap((parent) => childrenOf(document, parent, "parameters"));
  const parameters = all.map((at) => readParameter(document, at));
  return [...new Map(parameters.map((each) => [`${each.in} ${each.name}`, each])).values()];
}

function readParameter(document: JsonObject, at: Located): Parameter {
  const node = asObject(at.node);
  const place = (asString(node.in) ?? "query") as ParameterPlace;
  const [content] = readContent(document, at);
  const style = content ? "json" : (asString(node.style) ?? STYLES[place]);
  const examples = Object.values(content?.examples ?? readExamples(document, at));
  return {
    name: asString(node.name) ?? "",
    in: place,
    pointer: at.pointer,
    required: node.required === true,
    style,
    explode: typeof node.explode === "boolean" ? node.explode : style === "form" || style === "deepObject",
    schema: content?.schema ?? ("schema" in node ? pointerTo(at.pointer, "schema") : undefined),
    example: examples[0],
  };
}

const STYLES: Readonly<Record<ParameterPlace, string>> = {
  path: "simple",
  query: "form",
  header: "simple",
  cookie: "form",
};

function readBody(document: JsonObject, operation: Located): Operation["body"] {
  const at = locateChild(document, operation, "requestBody");
  if (!at) return undefined;
  return { required: asObject(at.node).required === true, content: readContent(document, at) };
}

function readResponses(document: JsonObject, operation: Located): DocumentedResponse[] {
  return Object.keys(asObject(asObject(operation.node).responses)).map((status) => {
    const at = locate(document, pointerTo(operation.pointer, "responses", status));
    return {
      status,
      pointer: at.pointer,
      headers: readHeaders(document, at),
      content: readContent(document, at),
    };
  });
}

function readHeaders(document: JsonObject, response: Located): DocumentedHeader[] {
  return Object.keys(asObject(asObject(response.node).headers)).map((name) => {
    const at = locate(document, pointerTo(response.pointer, "headers", name));
    const node = asObject(at.node);
    const schema = "schema" in node ? pointerTo(at.pointer, "schema") : undefined;
    return { name, required: node.required === true, schema };
  });
}

function readContent(document: JsonObject, parent: Located): Media[] {
  return Object.keys(asObject(asObject(parent.node).content)).map((type) => {
    const at = locate(document, pointerTo(parent.pointer, "content", type));
    const node = asObject(at.node);
    const schema = "schema" in node ? pointerTo(at.pointer, "schema") : undefined;
    const encodings = Object.entries(asObject(node.encoding)).flatMap(([name, each]) => {
      const contentType = asString(asObject(each).contentType);
      return contentType === undefined ? [] : [[name, contentType] as const];
    });
    const parts = Object.fromEntries(encodings);
    return { type, pointer: at.pointer, schema, examples: readExamples(document, at), parts };
  });
}

/** `examples` by name, or the one `example`. */
function readExamples(document: JsonObject, parent: Located): Record<string, unknown> {
  const node = asObject(parent.node);
  if ("example" in node) return { example: node.example };
  const names = Object.keys(asObject(node.examples));
  const found = names.map((name) => [name, locateChild(document, parent, "examples", name)] as const);
  return Object.fromEntries(found.map(([name, at]) => [name, asObject(at?.node).value]));
}

function childrenOf(document: JsonObject, parent: Located, key: string): Located[] {
  const list = asArray(asObject(parent.node)[key]);
  return list.map((_, index) => locate(document, pointerTo(parent.pointer, key, index)));
}
