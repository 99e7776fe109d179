import { covers, essenceOf, isJson } from "../http/media-type.ts";
import { isObject, parseJson } from "../json.ts";
import type { DocumentedResponse, Media } from "../spec/operation.ts";
import type { SchemaFault } from "../spec/oracle.ts";
import type { Spec } from "../spec/spec.ts";
import { undocumentedMembers } from "./undocumented.ts";
import type { Violation } from "./violation.ts";

export interface Answer {
  status: number;
  headers: Headers;
  body: string;
}

export function checkBody(spec: Spec, documented: DocumentedResponse, answer: Answer): Violation[] {
  const { pointer, content, status } = documented;
  if (content.length === 0) {
    if (answer.body === "") return [];
    return [
      { rule: "body-not-empty", message: `${status} is documented without a body but has one`, pointer },
    ];
  }
  const contentType = answer.headers.get("content-type");
  const essence = contentType === null ? undefined : essenceOf(contentType);
  const media = essence === undefined ? undefined : content.find(({ type }) => covers(type, essence));
  if (media && essence !== undefined) return checkContent(spec, pointer, media, essence, answer.body);
  const types = content.map(({ type }) => type).join(", ");
  const message = `the media type is ${contentType ?? "absent"}, documented: ${types}`;
  return [{ rule: "undocumented-media-type", message, pointer: `${pointer}/content` }];
}

function checkContent(spec: Spec, at: string, media: Media, essence: string, body: string): Violation[] {
  const value = isJson(essence) ? parseJson(body) : body;
  if (value === undefined) {
    return [{ rule: "malformed-body", message: "the body is not JSON", pointer: `${at}/content` }];
  }
  return media.schema === undefined ? [] : checkValue(spec, media.schema, value);
}

/** The value as the document stands, and then that it has nothing more. */
export function checkValue(spec: Spec, schema: string, value: unknown): Violation[] {
  const faults = spec.oracle.faults(schema, value).map(toViolation(value));
  const members = undocumentedMembers(spec, schema, value).map((place) => ({
    rule: "undocumented-member" as const,
    message: `${place} is not documented`,
    pointer: schema,
  }));
  return [...faults, ...members];
}

function toViolation(value: unknown): (fault: SchemaFault) => Violation {
  return ({ instance, message, schema }) => {
    const place = instance === "" ? "the body" : instance;
    return { rule: "schema", message: `${place} ${message}${kindOf(value, instance)}`, pointer: schema };
  };
}

// The kind and not the value, which may be a secret.
function kindOf(value: unknown, instance: string): string {
  const [, ...tokens] = instance.split("/");
  const found = tokens.reduce<unknown>((inner, token) => {
    if (Array.isArray(inner)) return inner[Number(token)];
    return isObject(inner) ? inner[token.replaceAll("~1", "/").replaceAll("~0", "~")] : undefined;
  }, value);
  if (found === null) return " (it is null)";
  return Array.isArray(found) ? " (it is an array)" : ` (it is of type ${typeof found})`;
}
