import { isObject, type JsonObject, parseJson } from "../json.ts";
import type { Operation } from "../spec/operation.ts";
import { readText } from "../spec/text-value.ts";
import { isJson } from "./media-type.ts";
import type { RequestParts } from "./request.ts";

export interface Encoded {
  contentType?: string;
  text: string;
}

const BOUNDARY = "conformance-7d51b2c8e0a94f36";

export function encodeBody(operation: Operation, { body, media }: RequestParts): Encoded | undefined {
  const type = media ?? operation.body?.content[0]?.type;
  return body === undefined || type === undefined ? undefined : encode(type, body);
}

export function encode(media: string, value: unknown): Encoded {
  if (media === "application/x-www-form-urlencoded") {
    return { contentType: media, text: String(new URLSearchParams(pairsOf(value))) };
  }
  if (media === "multipart/form-data") return encodeMultipart(pairsOf(value));
  if (isJson(media)) return { contentType: media, text: JSON.stringify(value) };
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
  if (!isForm(media)) return isJson(media) ? parseJson(JSON.stringify(value)) : String(value);
  const read = (name: string, text: string) => {
    const schema = members(name);
    return schema === undefined ? text : readText(document, schema, text);
  };
  return Object.fromEntries(pairsOf(value).map(([name, text]) => [name, read(name, text)]));
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

function encodeMultipart(pairs: [string, string][]): Encoded {
  const parts = pairs.map(([name, text]) => {
    const quoted = name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${quoted}"\r\n\r\n${text}\r\n`;
  });
  const text = `${parts.join("")}--${BOUNDARY}--\r\n`;
  return { contentType: `multipart/form-data; boundary=${BOUNDARY}`, text };
}
