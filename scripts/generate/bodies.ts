// Request bodies and response contents.
import type { Fields } from "../../packages/contract/src/input.ts";
import type { Specification } from "./bundle.ts";
import { memberDefaults } from "./defaults.ts";
import {
  allow,
  asNode,
  child,
  fail,
  isNode,
  items,
  type Json,
  members,
  type Node,
  type Pointer,
} from "./nodes.ts";
import { reading } from "./parameters.ts";
import { call, literal, object } from "./print.ts";
import { accepts } from "./schema/accepts.ts";
import type { Schemas } from "./schema/schemas.ts";
import type { Translator } from "./schema/translate.ts";
import { COMBINERS, refName } from "./schema/vocabulary.ts";

const FORMS = ["application/x-www-form-urlencoded", "multipart/form-data"];
const MEDIA = ["schema", "example", "examples"];

export interface Media {
  type: string;
  schema: Json;
  at: Pointer;
}

export function content(node: Node, at: Pointer): Media[] {
  return members(node, "content", at).map(({ name: type, value, at }) => {
    const media = asNode(value, at);
    allow(media, at, "media type", MEDIA);
    return { type, schema: media.schema ?? true, at: child(at, "schema") };
  });
}

export function isJson(type: string): boolean {
  return /^application\/(?:[\w.-]+\+)?json$/.test(type);
}

export function isForm(type: string): boolean {
  return FORMS.includes(type);
}

interface RequestBody {
  required: boolean;
  content: Media[];
}

export function requestBody(
  specification: Specification,
  operation: Node,
  at: Pointer,
): RequestBody | undefined {
  if (operation.requestBody === undefined) return undefined;
  const place = child(at, "requestBody");
  const found = specification.resolve(asNode(operation.requestBody, place), place, "requestBodies");
  allow(found.node, found.at, "request body", ["description", "content", "required"]);
  return { required: found.node.required === true, content: content(found.node, found.at) };
}

export function bodyCode(translator: Translator, body: RequestBody): string {
  const media = body.content.map(
    (one) => [one.type, object([["schema", requestSchema(translator, one)]])] as const,
  );
  return object([
    ["required", literal(body.required)],
    ["content", object(media)],
  ]);
}

function requestSchema(translator: Translator, media: Media): string {
  const schema = translator.translate(media.schema, media.at).code;
  const values = Object.entries(memberDefaults(translator.schemas, media.schema, media.at));
  const complete =
    values.length === 0 ? schema : call("input.defaults", literal(Object.fromEntries(values)), schema);
  if (isForm(media.type)) return formCode(translator.schemas, media, complete);
  if (!isJson(media.type)) checkText(translator.schemas, media);
  return complete;
}

function checkText(schemas: Schemas, { type, schema, at }: Media): void {
  const types = accepts(schemas, schema, at);
  if (!type.startsWith("text/") || types.size !== 1 || !types.has("string"))
    fail(at, `a request body of ${type} has no translation`);
}

function formCode(schemas: Schemas, media: Media, schema: string): string {
  const fields = formFields(schemas, media.schema, media.at);
  const typed = Object.fromEntries([...fields].filter(([, type]) => type !== "string"));
  return Object.keys(typed).length === 0 ? schema : call("input.form", literal(typed), schema);
}

/** What each field of a form is read as, over all variants of the form. */
function formFields(schemas: Schemas, schema: Json, at: Pointer): Map<string, Fields[string]> {
  const fields = new Map<string, Fields[string]>();
  for (const { name, value, at: place } of formMembers(schemas, schema, at)) {
    const { type, isList } = reading(schemas, value, place);
    const field: Fields[string] = isList ? [type] : type;
    const known = fields.get(name) ?? field;
    if (String(known) !== String(field) || Array.isArray(known) !== isList)
      fail(place, `the field "${name}" has another type in another variant`);
    fields.set(name, field);
  }
  return fields;
}

function formMembers(
  schemas: Schemas,
  schema: Json,
  at: Pointer,
): { name: string; value: Json; at: Pointer }[] {
  const node = asNode(schema, at);
  const name = refName(node, at);
  if (name !== undefined) {
    const target = schemas.get(name, at);
    return formMembers(schemas, target.value, target.at);
  }
  if (isNode(node.additionalProperties))
    fail(child(at, "additionalProperties"), "further fields of a form must be strings");
  const variants = COMBINERS.flatMap((keyword) => items(node, keyword, at));
  return [
    ...members(node, "properties", at),
    ...variants.flatMap((one) => formMembers(schemas, one.value, one.at)),
  ];
}
