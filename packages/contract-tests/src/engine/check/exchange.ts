import { isForm } from "../http/encode.ts";
import { essenceOf, isJson } from "../http/media-type.ts";
import { asObject, parseJson } from "../json.ts";
import type { Operation, Parameter } from "../spec/operation.ts";
import { locate, pointerTo } from "../spec/pointer.ts";
import type { Spec } from "../spec/spec.ts";
import { memberPointer, readText } from "../spec/text-value.ts";
import { checkValue } from "./body.ts";
import { checkResponse } from "./response.ts";

/** One thing in which a request or its answer is not as the document has it. */
export interface ExchangeFault {
  side: "request" | "response";
  message: string;
  /** Where in the document. */
  pointer: string;
}

export interface ValidatedExchange {
  /** Undefined when the document has no such operation. */
  operationId: string | undefined;
  faults: readonly ExchangeFault[];
}

/**
 * Holds one request and its answer against the document: the path, every parameter, the credentials, the body and its media
 * type; then the status, headers and body of the answer. Neither is read further than its clone.
 */
export async function validateExchange(
  spec: Spec,
  request: Request,
  response: Response,
): Promise<ValidatedExchange> {
  const found = findOperation(spec, request);
  if (!found) {
    const message = `${request.method} ${new URL(request.url).pathname} is not documented`;
    return { operationId: undefined, faults: [{ side: "request", message, pointer: "#/paths" }] };
  }
  const { operation, path } = found;
  const answer = { status: response.status, headers: response.headers, body: await response.clone().text() };
  const asked: Fault[] = [
    ...checkParameters(spec, operation, path, new URL(request.url).searchParams),
    ...checkCredentials(spec, operation, request.headers),
    ...(await checkRequestBody(spec, operation, request)),
  ];
  const answered = checkResponse(spec, operation, answer);
  return {
    operationId: operation.id,
    faults: [
      ...asked.map((fault) => ({ ...fault, side: "request" as const })),
      ...answered.map(({ message, pointer }) => ({ side: "response" as const, message, pointer })),
    ],
  };
}

type Fault = Omit<ExchangeFault, "side">;
type Values = Readonly<Record<string, string>>;

function findOperation({ operations, prefixes }: Spec, { method, url }: Request) {
  const { pathname } = new URL(url);
  const candidates = operations
    .filter((operation) => operation.method === method)
    .flatMap((operation) =>
      prefixes.map((prefix) => ({ operation, path: matchPath(prefix + operation.path, pathname) })),
    )
    .flatMap(({ operation, path }) => (path ? [{ operation, path }] : []));
  // OpenAPI 3.1, 4.8.8: a path without templates goes before one that has some.
  return candidates.sort((left, right) => Object.keys(left.path).length - Object.keys(right.path).length)[0];
}

function matchPath(template: string, pathname: string): Values | undefined {
  const [wanted, given] = [template.split("/"), pathname.split("/").map(decodeURIComponent)];
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name !== undefined) values[name] = given[index] ?? "";
    else if (part !== given[index]) return undefined;
  }
  return values;
}

function checkParameters(spec: Spec, operation: Operation, path: Values, query: URLSearchParams): Fault[] {
  const of = (place: Parameter["in"]) => operation.parameters.filter((parameter) => parameter.in === place);
  const known = new Set(of("query").map(({ name }) => name));
  const stray = [...query.keys()].filter((name) => !known.has(name));
  return [
    ...of("path").flatMap((parameter) =>
      checkParameter(spec, operation, parameter, [path[parameter.name] ?? ""]),
    ),
    ...of("query").flatMap((parameter) =>
      checkParameter(spec, operation, parameter, query.getAll(parameter.name)),
    ),
    ...stray.map((name) => ({
      message: `the query parameter ${name} is not documented`,
      pointer: pointerTo(operation.pointer, "parameters"),
    })),
  ];
}

function checkParameter(
  spec: Spec,
  operation: Operation,
  { name, required, schema }: Parameter,
  texts: readonly string[],
): Fault[] {
  if (texts.length === 0) {
    if (!required) return [];
    return [
      { message: `the parameter ${name} is missing`, pointer: pointerTo(operation.pointer, "parameters") },
    ];
  }
  return texts.flatMap((text) => {
    if (schema === undefined) return [];
    const faults = checkValue(spec, schema, readText(spec.document, schema, text));
    return faults.map(({ message, pointer }) => ({
      message: `the parameter ${name}: ${message.replace(/^the body /, "")}`,
      pointer,
    }));
  });
}

/** Whether there are credentials in the form of one of the alternatives; nobody can tell here whether they are good. */
function checkCredentials(spec: Spec, { security, pointer }: Operation, headers: Headers): Fault[] {
  const given = (scheme: string) => hasCredentials(spec, scheme, headers);
  if (security.length === 0 || security.some((each) => Object.keys(each).every(given))) return [];
  const names = security.map((each) => Object.keys(each).join(" and ")).join(" or ");
  return [{ message: `no credentials for ${names}`, pointer: pointerTo(pointer, "security") }];
}

function hasCredentials({ document }: Spec, scheme: string, headers: Headers): boolean {
  const {
    type,
    in: place,
    name,
    scheme: http,
  } = asObject(locate(document, pointerTo("#", "components", "securitySchemes", scheme)).node);
  if (type === "apiKey") return place !== "header" || headers.has(String(name));
  const prefix = type === "http" ? String(http) : "bearer";
  return headers.get("authorization")?.toLowerCase().startsWith(`${prefix.toLowerCase()} `) === true;
}

async function checkRequestBody(
  spec: Spec,
  { body, pointer }: Operation,
  request: Request,
): Promise<Fault[]> {
  const text = await request.clone().text();
  const at = pointerTo(pointer, "requestBody");
  if (!body) return text === "" ? [] : [{ message: "there is a body where none is documented", pointer }];
  if (text === "") return body.required ? [{ message: "the body is missing", pointer: at }] : [];
  const essence = essenceOf(request.headers.get("content-type") ?? "");
  const media = body.content.find(({ type }) => type === essence);
  if (!media)
    return [{ message: `the media type is ${essence || "absent"}`, pointer: pointerTo(at, "content") }];
  if (media.schema === undefined) return [];
  const value = await readBody(spec, request, essence, media.schema, text);
  return checkValue(spec, media.schema, value).map(({ message, pointer: where }) => ({
    message,
    pointer: where,
  }));
}

async function readBody(
  { document }: Spec,
  request: Request,
  essence: string,
  schema: string,
  text: string,
): Promise<unknown> {
  if (!isForm(essence)) return isJson(essence) ? parseJson(text) : text;
  const fields = Map.groupBy(await request.clone().formData(), ([name]) => name);
  const read = (name: string, value: unknown) => {
    const member = memberPointer(document, schema, name);
    return member === undefined ? String(value) : readText(document, member, String(value));
  };
  // A field that is sent twice is two values, which no schema of a single one takes.
  return Object.fromEntries(
    [...fields].map(([name, pairs]) => {
      const values = pairs.map(([, value]) => read(name, value));
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}
