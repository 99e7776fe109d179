import { asArray, isObject, type JsonObject, parseJson } from "../json.ts";
import type { Parameter } from "../spec/operation.ts";
import { itemPointer, memberPointer, readText, typesOf } from "../spec/text-value.ts";
import type { QueryValue, RequestParts } from "./request.ts";

/** A parameter as it is written: its own name and text, or those of its members. */
export type Written = Readonly<Record<string, QueryValue>>;

const DELIMITERS: Readonly<Record<string, string>> = {
  form: ",",
  simple: ",",
  spaceDelimited: "%20",
  pipeDelimited: "|",
};

/** Why the suite cannot write this parameter; undefined when it can. */
export function unwritable({ style, name }: Parameter): string | undefined {
  const isKnown = style === "json" || style === "deepObject" || style in DELIMITERS;
  return isKnown ? undefined : `the suite does not write the style ${style} of the parameter ${name}`;
}

/** Writes a value in the parameter's style (OpenAPI 3.1, 4.8.12.3). */
export function write({ name, style, explode }: Parameter, value: unknown): Written {
  if (style === "json") return { [name]: JSON.stringify(value) };
  if (Array.isArray(value)) {
    const items = asArray(value).map(asText);
    if (explode && style === "form") return { [name]: items };
    return { [name]: { items, delimiter: DELIMITERS[style] ?? "," } };
  }
  if (isObject(value)) return writeObject(name, style, explode, value);
  return { [name]: asText(value) };
}

function writeObject(name: string, style: string, explode: boolean, value: JsonObject): Written {
  const pairs = Object.entries(value).map(([key, member]) => [key, asText(member)] as const);
  if (style === "deepObject")
    return Object.fromEntries(pairs.map(([key, text]) => [`${name}[${key}]`, text]));
  if (explode && style === "form") return Object.fromEntries(pairs);
  const items = explode ? pairs.map(([key, text]) => `${key}=${text}`) : pairs.flat();
  return { [name]: { items, delimiter: DELIMITERS[style] ?? "," } };
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The value that a server which knows the schema reads; undefined when nothing of the parameter is there. */
export function read(document: JsonObject, parameter: Parameter, written: Written): unknown {
  const { name, style, explode, schema } = parameter;
  if (schema === undefined) return textOf(written[name]);
  const types = typesOf(document, schema);
  if (style === "json") {
    const text = textOf(written[name]);
    return text === undefined ? undefined : (parseJson(text) ?? text);
  }
  if (types.has("object") && (style === "deepObject" || explode || types.size === 1)) {
    return readObject(document, parameter, written);
  }
  const value = written[name];
  if (value === undefined) return undefined;
  if (!types.has("array")) {
    const text = textOf(value);
    return text === undefined ? undefined : readText(document, schema, text);
  }
  const items = itemsOf(value, explode && style === "form" ? undefined : DELIMITERS[style]);
  const item = itemPointer(document, schema);
  // An empty list leaves nothing on the wire, or one empty text.
  if (items.length === 0) return undefined;
  return items.map((text) => (item === undefined ? text : readText(document, item, text)));
}

function readObject(
  document: JsonObject,
  { name, style, explode, schema = "#" }: Parameter,
  written: Written,
) {
  const pairs = pairsOf(name, style, explode, written).filter(
    ([key]) => style === "deepObject" || !explode || memberPointer(document, schema, key) !== undefined,
  );
  if (pairs.length === 0) return undefined;
  return Object.fromEntries(
    pairs.map(([key, text]) => {
      const member = memberPointer(document, schema, key);
      return [key, member === undefined ? text : readText(document, member, text)];
    }),
  );
}

function pairsOf(name: string, style: string, explode: boolean, written: Written): [string, string][] {
  if (style === "deepObject") {
    return Object.entries(written).flatMap(([key, value]): [string, string][] => {
      const inner =
        key.startsWith(`${name}[`) && key.endsWith("]") ? key.slice(name.length + 1, -1) : undefined;
      return inner === undefined ? [] : [[inner, textOf(value) ?? ""]];
    });
  }
  if (explode && style === "form")
    return Object.entries(written).map(([key, value]) => [key, textOf(value) ?? ""]);
  const value = written[name];
  const items = value === undefined ? [] : itemsOf(value, ",");
  if (explode) return items.map((item) => [item.split("=")[0] ?? "", item.split("=").slice(1).join("=")]);
  return items.flatMap((key, index): [string, string][] =>
    index % 2 === 0 ? [[key, items[index + 1] ?? ""]] : [],
  );
}

function itemsOf(value: QueryValue, delimiter: string | undefined): readonly string[] {
  if (typeof value === "string") return delimiter === undefined ? [value] : value.split(delimiter);
  if (!("items" in value)) return value;
  // Whoever splits at the delimiter cannot see where an item held it.
  const plain = value.delimiter === "%20" ? " " : value.delimiter;
  return value.items.join(plain) === "" ? [] : value.items.join(plain).split(plain);
}

export function textOf(value: QueryValue | undefined): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  if ("items" in value) return value.items.join(value.delimiter === "%20" ? " " : value.delimiter);
  return value.at(-1);
}

const MEMBER = { path: "path", query: "query", header: "headers", cookie: "cookies" } as const;

/** The request with this parameter written so, or without it. */
export function withParameter(
  document: JsonObject,
  parts: RequestParts,
  parameter: Parameter,
  value: unknown,
): RequestParts {
  const place = MEMBER[parameter.in];
  const others = Object.entries(parts[place] ?? {}).filter(([key]) => !owns(document, parameter, key));
  const written = value === undefined ? {} : write(parameter, value);
  return { ...parts, [place]: { ...Object.fromEntries(others), ...written } };
}

export function readParameter(document: JsonObject, parts: RequestParts, parameter: Parameter): unknown {
  const all: Written = parts[MEMBER[parameter.in]] ?? {};
  const own = Object.entries(all).filter(([key]) => owns(document, parameter, key));
  return read(document, parameter, Object.fromEntries(own));
}

function owns(
  document: JsonObject,
  { name, style, explode, in: place, schema }: Parameter,
  key: string,
): boolean {
  if (place === "header") return key.toLowerCase() === name.toLowerCase();
  if (style === "deepObject") return key.startsWith(`${name}[`);
  if (key === name) return true;
  return (
    explode && style === "form" && schema !== undefined && memberPointer(document, schema, key) !== undefined
  );
}
