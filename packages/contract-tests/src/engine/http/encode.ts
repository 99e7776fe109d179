import { isObject, type JsonObject } from "../json.ts";
import type { Operation } from "../spec/operation.ts";
import { itemPointer, readText, typesOf } from "../spec/text-value.ts";
import { jsonOf } from "./json-of.ts";
import { isJson } from "./media-type.ts";
import type { RequestParts } from "./request.ts";

export interface Encoded {
  contentType?: string;
  text: string;
}

const BOUNDARY = "conformance-7d51b2c8e0a94f36";

export function encodeBody(operation: Operation, { body, media }: RequestParts): Encoded | undefined {
  const type = media ?? operation.body?.content[0]?.type;
  if (body === undefined || type === undefined) return undefined;
  return encode(type, body, operation.body?.content.find((each) => each.type === type)?.parts);
}

/** `parts`: the media types of a multipart body's parts, by name; a part that has one is sent as a file. */
export function encode(media: string, value: unknown, parts: Readonly<Record<string, string>> = {}): Encoded {
  if (media === "application/x-www-form-urlencoded") {
    return { contentType: media, text: String(new URLSearchParams(pairsOf(value))) };
  }
  if (media === "multipart/form-data") return encodeMultipart(pairsOf(value), parts);
  if (isJson(media)) return { contentType: media, text: jsonOf(value) };
  return { contentType: media, text: String(value) };
}

export function isForm(media: string): boolean {
  return media === "application/x-www-form-urlencoded" || media === "multipart/form-data";
}

/**
 * What a server that reads the wire by the schema gets to see: a number in a form is text, an absent member is absent.
 * `members` tells where the schema of a form's member stands.
 */
export function asReceived(
  document: JsonObject,
  media: string,
  value: unknown,
  members: (name: string) => string | undefined,
): unknown {
  if (!isForm(media)) return isJson(media) ? asJson(value) : String(value);
  const fields = Map.groupBy(pairsOf(value), ([name]) => name);
  const read = ([name, pairs]: [string, [string, string][]]): [string, unknown] => {
    const texts = pairs.map(([, text]) => text);
    const schema = members(name);
    if (schema === undefined) return [name, texts.length === 1 ? texts[0] : texts];
    const item = typesOf(document, schema).has("array") ? itemPointer(document, schema) : undefined;
    if (item !== undefined) return [name, texts.map((text) => readText(document, item, text))];
    return [name, texts.length === 1 ? readText(document, schema, texts[0] ?? "") : texts];
  };
  return Object.fromEntries([...fields].map(read));
}

/** What is left of a value once it is JSON; a copy only where there is something to leave out. */
function asJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => asJson(item) ?? null);
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, asJson(member)]));
}

function pairsOf(value: unknown): [string, string][] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]): [string, string][] => {
    if (Array.isArray(member)) return member.map((item) => [name, asText(item)]);
    return member === undefined ? [] : [[name, asText(member)]];
  });
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function encodeMultipart(pairs: [string, string][], types: Readonly<Record<string, string>>): Encoded {
  const parts = pairs.map(([name, text]) => {
    const quoted = name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
    const type = types[name];
    const file = type === undefined ? "" : `; filename="conformance"\r\nContent-Type: ${type}`;
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${quoted}"${file}\r\n\r\n${text}\r\n`;
  });
  const text = `${parts.join("")}--${BOUNDARY}--\r\n`;
  return { contentType: `multipart/form-data; boundary=${BOUNDARY}`, text };
}
