import { encode, isForm } from "../engine/http/encode.ts";
import { essenceOf, isJson } from "../engine/http/media-type.ts";
import { asArray, isObject, parseJson } from "../engine/json.ts";
import type { Incoming, Outgoing } from "./fault.ts";

/** The value that a body holds: JSON as it is, a form as an object of texts. Undefined for anything else. */
export async function bodyValue({ headers, body }: Pick<Incoming, "headers" | "body">): Promise<unknown> {
  const contentType = headers.get("content-type");
  if (contentType === null || body === undefined) return undefined;
  const media = essenceOf(contentType);
  if (isJson(media)) return parseJson(new TextDecoder().decode(body));
  return isForm(media) ? fieldsOf(contentType, body) : undefined;
}

async function fieldsOf(contentType: string, body: Uint8Array): Promise<unknown> {
  const response = new Response(body.slice(), { headers: { "content-type": contentType } });
  const form = await response.formData().catch(() => undefined);
  if (!form) return undefined;
  const names = new Set(form.keys());
  return Object.fromEntries([...names].map((name) => [name, onlyOf(form.getAll(name))]));
}

function onlyOf(values: readonly unknown[]): unknown {
  return values.length === 1 ? values[0] : values;
}

/** The same message with this value in its body. */
export function withValue(request: Incoming, value: unknown): Incoming {
  const media = essenceOf(request.headers.get("content-type") ?? "application/json");
  const { contentType = media, text } = encode(media, value);
  return withBody(request, contentType, new TextEncoder().encode(text));
}

export function withBody(request: Incoming, contentType: string, body: Uint8Array): Incoming {
  const headers = new Headers(request.headers);
  headers.set("content-type", contentType);
  headers.delete("content-length");
  return { ...request, headers, body };
}

/** The JSON of an answer; undefined where it has none. */
export function jsonOf({ headers, body }: Outgoing): unknown {
  const media = essenceOf(headers.get("content-type") ?? "");
  return isJson(media) ? parseJson(new TextDecoder().decode(body)) : undefined;
}

export function withJson(answer: Outgoing, value: unknown): Outgoing {
  return withContent(answer, JSON.stringify(value));
}

export function withContent(answer: Outgoing, text: string): Outgoing {
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  return { ...answer, headers, body: new TextEncoder().encode(text) };
}

/** Whether something in it is an object or a list at all. */
export function isStructured(value: unknown): boolean {
  return isObject(value) || asArray(value) === value;
}
