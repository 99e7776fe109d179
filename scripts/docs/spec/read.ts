import { sep } from "node:path";
import { endpoint } from "../model.ts";
import { Place, UnreadableError } from "./place.ts";

export interface Spec {
  root: Place;
  /** Every schema with a name that the root document reaches. */
  schemas: Map<string, Place>;
  /** By method and path. */
  operations: Map<string, Operation>;
}

export interface Operation {
  /** Method and path. */
  endpoint: string;
  path: string;
  id: string;
  place: Place;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

export function readSpec(path: string): Spec {
  const root = Place.open(path);
  return { root, schemas: schemasOf(root), operations: operationsOf(root) };
}

/** Whether the spec calls this a transcription of the documentation or an addition to it. */
export function origin(place: Place): "documented" | "an extension" | "without x-origin" {
  const text = place.get("x-origin")?.text;
  if (text === "docs") return "documented";
  return text === "extension" ? "an extension" : "without x-origin";
}

function operationsOf(root: Place): Map<string, Operation> {
  const operations = new Map<string, Operation>();
  for (const [path, item] of root.get("paths")?.members ?? []) {
    for (const [method, place] of item.follow().members) {
      if (!methods.includes(method)) continue;
      const operation = {
        endpoint: endpoint({ method: method.toUpperCase(), path }),
        path,
        id: place.get("operationId")?.text ?? "",
        place,
      };
      operations.set(operation.endpoint, operation);
    }
  }
  return operations;
}

function schemasOf(root: Place): Map<string, Place> {
  const schemas = new Map<string, Place>();
  const add = (name: string, place: Place): void => {
    const known = schemas.get(name);
    if (known?.where === place.where) return;
    if (known) throw new UnreadableError(`${place.where}: ${name} is defined at ${known.where} already`);
    schemas.set(name, place);
    walk(place);
  };
  const walk = (place: Place): void => {
    const name = place.reference;
    if (name && isSchema(place)) add(name, place.follow());
    else if (name) walk(place.follow());
    for (const member of place.members.values()) walk(member);
    for (const item of place.items) walk(item);
  };
  const components = root.get("components")?.get("schemas")?.members ?? new Map<string, Place>();
  for (const [name, place] of components) add(name, place.follow());
  walk(root);
  return schemas;
}

/** A schema is a top-level key of a file in a `schemas` folder, or a member of the document's components. */
function isSchema(place: Place): boolean {
  const [, pointer = ""] = place.get("$ref")?.text?.split("#") ?? [];
  if (pointer.startsWith("/components/schemas/")) return true;
  return /^\/\w+$/.test(pointer) && place.follow().path.split(sep).at(-2) === "schemas";
}
