import { relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseDocument } from "yaml";
import { asObject, asString, isObject } from "../engine/json.ts";
import { read } from "./files.ts";
import { messageOf, UsageError } from "./usage.ts";

/** A bundled document in JSON or YAML. */
export function readDocument(file: string): unknown {
  const document = parse(file, read(file));
  const foreign = foreignReference(document);
  if (foreign !== undefined) {
    throw new UsageError(
      `${file} refers to ${foreign}; bundle it into one file first, as with: npx @redocly/cli bundle ${file} -o bundled.yaml`,
    );
  }
  return document;
}

function parse(file: string, text: string): unknown {
  try {
    // JSON is YAML too, but its own parser is many times faster.
    return text.trimStart().startsWith("{") ? JSON.parse(text) : parseYaml(text);
  } catch (error) {
    throw new UsageError(`${file} is neither JSON nor YAML: ${messageOf(error).split("\n")[0]}`);
  }
}

function parseYaml(text: string): unknown {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw error;
  return document.toJS();
}

function foreignReference(node: unknown): string | undefined {
  if (Array.isArray(node)) return first(node);
  if (!isObject(node)) return undefined;
  const reference = node.$ref;
  if (typeof reference === "string" && !reference.startsWith("#")) return reference;
  return first(Object.values(node));
}

function first(nodes: readonly unknown[]): string | undefined {
  for (const node of nodes) {
    const found = foreignReference(node);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function operationIds(document: unknown): Set<string> {
  const items = Object.values(asObject(asObject(document).paths));
  const operations = items.flatMap((item) => Object.values(asObject(item)));
  const ids = operations.map((operation) => asString(asObject(operation).operationId));
  return new Set(ids.filter((id) => id !== undefined));
}

/** A file as a report names it: relative to where the command was called, because that is where a checkout begins. */
export function uriOf(file: string): string {
  const path = relative(process.cwd(), file);
  const isInside = path !== "" && !path.startsWith("..") && resolve(path) === resolve(file);
  if (!isInside) return pathToFileURL(resolve(file)).href;
  return path.split(sep).map(encodeURIComponent).join("/");
}
