import { asArray, asObject, asString, isObject, type JsonObject } from "../json.ts";
import { type Operation, readOperations } from "./operation.ts";
import { createOracle, type Formats, type Oracle } from "./oracle.ts";

export interface Spec {
  document: JsonObject;
  title: string;
  version: string;
  operations: readonly Operation[];
  oracle: Oracle;
  formats: Formats;
  /** Path prefixes at which the document's relative `servers` serve the API; the first is used throughout. */
  prefixes: readonly string[];
}

export class NotOpenApi extends Error {
  override readonly name = "NotOpenApi";
}

const loaded = new WeakMap<object, Map<Formats, Spec>>();

/** Reads a document, once: its validators are worth keeping, so whoever changes a document loads a copy. */
export function loadSpec(document: unknown, formats: Formats): Spec {
  if (!isObject(document)) return readSpec(document, formats);
  const known = loaded.get(document) ?? new Map<Formats, Spec>();
  loaded.set(document, known);
  const spec = known.get(formats) ?? readSpec(document, formats);
  known.set(formats, spec);
  return spec;
}

function readSpec(document: unknown, formats: Formats): Spec {
  if (!isObject(document) || !/^3\.1\./.test(String(document.openapi))) {
    throw new NotOpenApi("This is not an OpenAPI 3.1 document");
  }
  const info = asObject(document.info);
  return {
    document,
    title: asString(info.title) ?? "untitled",
    version: asString(info.version) ?? "",
    operations: readOperations(document),
    oracle: createOracle(document, formats),
    formats,
    prefixes: prefixesOf(document),
  };
}

export function operationOf(spec: Spec, id: string): Operation {
  const operation = spec.operations.find((each) => each.id === id);
  if (!operation) throw new Error(`The document has no operation ${id}`);
  return operation;
}

function prefixesOf(document: JsonObject): string[] {
  const urls = asArray(document.servers).map((server) => asString(asObject(server).url) ?? "");
  const prefixes = urls.filter((url) => url.startsWith("/")).map((url) => url.replace(/\/+$/, ""));
  return prefixes.length > 0 ? prefixes : [""];
}
