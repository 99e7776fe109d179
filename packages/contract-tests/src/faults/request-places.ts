import { isForm } from "../engine/http/encode.ts";
import { essenceOf, isJson } from "../engine/http/media-type.ts";
import type { Operation, Spec } from "../engine/index.ts";
import { isObject, type JsonObject } from "../engine/json.ts";
import type { Parameter } from "../engine/spec/operation.ts";
import { readText } from "../engine/spec/text-value.ts";
import { bodyValue, withValue } from "./content.ts";
import type { Incoming } from "./fault.ts";
import { readdressed } from "./router.ts";
import { type Change, changedAt, nameOf, type SchemaPlace, schemaPlaces, valuesAt } from "./schema-places.ts";

/** A part of a request that a schema of the document speaks about. */
export interface RequestPlace extends SchemaPlace {
  /** As `query limit` or `redirect_uris[]`. */
  name: string;
  /** Whether a value of another type than the schema's can be sent; in a form or a URL every text is a string. */
  isTyped: boolean;
  /** As its schema reads it. */
  read(request: Incoming): Promise<unknown[]>;
  /** The request with other values there; undefined when the change changes nothing. */
  write(request: Incoming, change: Change): Promise<Incoming | undefined>;
}

/** Each parameter and each part of the body. */
export function requestPlaces(spec: Spec, operation: Operation): RequestPlace[] {
  const bodies = new Map<string, RequestPlace>();
  for (const { type, schema } of operation.body?.content ?? []) {
    if (schema === undefined) continue;
    for (const place of schemaPlaces(spec.document, schema)) {
      // Two media types usually share one schema.
      bodies.set(`${nameOf(place.path)} ${place.pointer}`, bodyPlace(spec, place, isJson(type)));
    }
  }
  return [...operation.parameters.flatMap((each) => parameterPlaces(spec, each)), ...bodies.values()];
}

function bodyPlace({ document }: Spec, place: SchemaPlace, hasTypes: boolean): RequestPlace {
  const asRead = (request: Incoming, value: unknown) => {
    const isText = typeof value === "string" && isForm(essenceOf(request.headers.get("content-type") ?? ""));
    return isText ? readText(document, place.pointer, value) : value;
  };
  return {
    ...place,
    name: nameOf(place.path) || "the body",
    isTyped: isTyped(place, hasTypes),
    read: async (request) =>
      valuesAt(await bodyValue(request), place.path).map((value) => asRead(request, value)),
    write: async (request, change) => {
      const value = await bodyValue(request);
      if (value === undefined) return undefined;
      const changed = changedAt(value, place.path, (each, at) => change(asRead(request, each), at));
      return changed === undefined ? undefined : withValue(request, changed);
    },
  };
}

function parameterPlaces(spec: Spec, parameter: Parameter): RequestPlace[] {
  const { schema } = parameter;
  if (schema === undefined || (parameter.in !== "path" && parameter.in !== "query")) return [];
  const own = schemaPlaces(spec.document, schema).filter(({ path }) => path.length === 0);
  return own.map((place) => ({
    ...place,
    path: [parameter.name],
    name: `${parameter.in} ${parameter.name}`,
    isTyped: isTyped(place, false),
    read: async (request) =>
      valuesAt(parametersOf(parameter.in, request), [parameter.name]).map((text) =>
        readText(spec.document, place.pointer, String(text)),
      ),
    write: async (request, change) => {
      const changed = changedAt(parametersOf(parameter.in, request), [parameter.name], (text, at) =>
        change(readText(spec.document, place.pointer, String(text)), at),
      );
      return isObject(changed) ? withParameters(parameter.in, request, changed) : undefined;
    },
  }));
}

function isTyped({ node }: SchemaPlace, hasTypes: boolean): boolean {
  return "type" in node && (hasTypes || ![node.type].flat().includes("string"));
}

function parametersOf(place: Parameter["in"], request: Incoming): JsonObject {
  return place === "path" ? { ...request.parameters } : Object.fromEntries(request.url.searchParams);
}

function withParameters(place: Parameter["in"], request: Incoming, values: JsonObject): Incoming {
  const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  if (place === "path") return { ...request, url: readdressed(request, texts), parameters: texts };
  const url = new URL(request.url);
  url.search = String(new URLSearchParams(texts));
  return { ...request, url };
}
