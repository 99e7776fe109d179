import { asReceived } from "../http/encode.ts";
import { covers, essenceOf, isJson } from "../http/media-type.ts";
import { readParameter } from "../http/parameters.ts";
import type { RequestParts } from "../http/request.ts";
import type { WireResponse } from "../http/transport.ts";
import { asArray, isObject, type JsonObject, parseJson } from "../json.ts";
import { membersIn } from "../spec/applicable.ts";
import { type Operation, responseFor } from "../spec/operation.ts";
import { eachPlace } from "../spec/places.ts";
import { pointerTo } from "../spec/pointer.ts";
import { type Probe, probesOf } from "../spec/probes.ts";
import { shapeOf } from "../spec/shape.ts";
import type { Spec } from "../spec/spec.ts";
import type { CallOptions } from "./case.ts";

/** How often each thing that the document says was sent or seen, by its key. */
export interface Tally {
  see(
    operation: Operation,
    parts: RequestParts,
    options: CallOptions,
    response: WireResponse,
    isGood: boolean,
  ): void;
  /** An answer outside every operation, of this schema. */
  seeStray(schema: string, response: WireResponse): void;
  countOf(key: string): number;
}

export const keys: {
  media(operationId: string, type: string): string;
  alternative(operationId: string, alternative: object): string;
  example(operationId: string, name: string): string;
  parameter(operationId: string, place: string): string;
  keyword(operationId: string, place: string, sight: string): string;
  property(operationId: string, status: string, sight: string): string;
  value(sight: string): string;
} = {
  media: (id, type) => `media ${id} ${type}`,
  alternative: (id, alternative) => `alternative ${id} ${JSON.stringify(alternative)}`,
  example: (id, name) => `example ${id} ${name}`,
  parameter: (id, place) => `parameter ${id} ${place}`,
  keyword: (id, place, sight) => `keyword ${id} ${place} ${sight}`,
  property: (id, status, sight) => `property ${id} ${status} ${sight}`,
  value: (sight) => `value ${sight}`,
};

/** How often one thing was counted. */
interface Counter {
  count: number;
}

export function createTally(spec: Spec): Tally {
  const counters = new Map<string, Counter>();
  const counterOf = (key: string): Counter => {
    const known = counters.get(key) ?? { count: 0 };
    counters.set(key, known);
    return known;
  };
  const count = (key: string) => counterOf(key).count++;
  const sentIn = remembering((id: string, place: string, schema: string, value: unknown) => {
    const { at, beyond } = sightsIn(spec, schema, value);
    const counted = (sight: string) => counterOf(keys.keyword(id, place, sight));
    return { at: at.map(counted), beyond: beyond.map(counted) };
  });
  const shownIn = remembering((id: string, status: string, schema: string, body: unknown) => {
    const { members, values } = shapeSights(spec, schema, parseJson(String(body)));
    return {
      members: members.map((sight) => counterOf(keys.property(id, status, sight))),
      values: values.map((sight) => counterOf(keys.value(sight))),
    };
  });

  function seeValue(
    id: string,
    place: string,
    schema: string,
    value: unknown,
    accepted: boolean,
    refused: boolean,
  ) {
    const { at, beyond } = sentIn(id, place, schema, value);
    if (accepted) countAll(at);
    if (refused) countAll(beyond);
  }

  function seeRequest(
    operation: Operation,
    parts: RequestParts,
    options: CallOptions,
    status: number,
    isGood: boolean,
  ) {
    const { id, parameters, body } = operation;
    const accepted = isGood && (status < 400 || options.isLimit === true);
    const refused = status >= 400 && status < 500 && options.isLimit !== true;
    if (status < 400) {
      if (options.alternative) count(keys.alternative(id, options.alternative));
      if (options.example !== undefined) count(keys.example(id, options.example));
    }
    for (const parameter of parameters) {
      const value = readParameter(spec.document, parts, parameter);
      const place = `${parameter.in} ${parameter.name}`;
      if (value === undefined) {
        if (accepted && !parameter.required) count(keys.parameter(id, `${place}, left out`));
        if (refused && parameter.required) count(keys.parameter(id, `${place}, missing`));
        continue;
      }
      if (accepted) count(keys.parameter(id, place));
      if (parameter.schema !== undefined) seeValue(id, place, parameter.schema, value, accepted, refused);
    }
    if (!body || parts.raw || parts.body === undefined) return;
    const media = body.content.find(({ type }) => type === (parts.media ?? body.content[0]?.type));
    if (!media) return;
    if (status < 400) count(keys.media(id, media.type));
    const { schema } = media;
    if (schema === undefined) return;
    const received = asReceived(spec.document, media.type, parts.body, membersIn(spec, schema, parts.body));
    seeValue(id, media.type, schema, received, accepted, refused);
  }

  function seeResponse(operation: Operation, { status, headers, body }: WireResponse) {
    const documented = responseFor(operation, status);
    const essence = essenceOf(headers.get("content-type") ?? "");
    const media = documented?.content.find(({ type }) => covers(type, essence));
    if (!documented || media?.schema === undefined || !isJson(essence)) return;
    const { members, values } = shownIn(operation.id, documented.status, media.schema, body);
    countAll(members);
    countAll(values);
  }

  return {
    see: (operation, parts, options, response, isGood) => {
      seeRequest(operation, parts, options, response.status, isGood);
      seeResponse(operation, response);
    },
    seeStray: (schema, { body }) => countAll(shownIn("", "", schema, body).values),
    countOf: (key) => counters.get(key)?.count ?? 0,
  };
}

const LONGEST_REMEMBERED = 20_000;

function countAll(counters: readonly Counter[]): void {
  for (const counter of counters) counter.count++;
}

/** Many requests and most errors are alike, so each is looked at once. */
function remembering<T>(
  look: (id: string, place: string, schema: string, value: unknown) => T,
): (id: string, place: string, schema: string, value: unknown) => T {
  const known = new Map<string, T>();
  return (id, place, schema, value) => {
    if (isLong(value)) return look(id, place, schema, value);
    const written = typeof value === "string" ? `text ${value}` : JSON.stringify(value);
    const key = `${id} ${place} ${schema} ${written}`;
    const found = known.get(key) ?? look(id, place, schema, value);
    known.set(key, found);
    return found;
  };
}

function isLong(value: unknown): boolean {
  if (typeof value === "string") return value.length > LONGEST_REMEMBERED;
  if (Array.isArray(value)) return value.some(isLong);
  return isObject(value) && Object.values(value).some(isLong);
}

export interface Sights {
  at: readonly string[];
  beyond: readonly string[];
}

/** Every keyword at whose limit, or beyond it, a part of the value is. */
export function sightsIn(spec: Spec, schema: string, value: unknown): Sights {
  const at = new Set<string>();
  const beyond = new Set<string>();
  eachPlace(spec, schema, value, ({ path, pointer, node }, inner) => {
    const where = `${path.join(".")} ${pointer}`;
    for (const probe of probesAt(spec, pointer, node)) {
      if (probe.at?.(inner) === true) at.add(`${where} ${probe.label} at`);
      if (probe.beyond?.(inner) === true) beyond.add(`${where} ${probe.label} beyond`);
    }
    const listed = isObject(node) ? listedIn(node) : [];
    const written = listed.length > 0 ? writtenAs(inner) : "";
    if (listed.includes(written)) at.add(`${where} value ${written}`);
  });
  return { at: [...at], beyond: [...beyond] };
}

const lists = new WeakMap<JsonObject, readonly string[]>();

/** The values of an enum, as JSON. */
function listedIn(node: JsonObject): readonly string[] {
  const known = lists.get(node) ?? asArray(node.enum).map((value) => JSON.stringify(value));
  lists.set(node, known);
  return known;
}

function writtenAs(value: unknown): string {
  return ["object", "string", "number"].includes(typeof value) ? JSON.stringify(value) : String(value);
}

const probes = new WeakMap<Spec, Map<string, readonly Probe[]>>();

export function probesAt(spec: Spec, pointer: string, node: unknown): readonly Probe[] {
  const ofSpec = probes.get(spec) ?? new Map<string, readonly Probe[]>();
  probes.set(spec, ofSpec);
  const found = ofSpec.get(pointer) ?? probesOf(spec, { pointer, node });
  ofSpec.set(pointer, found);
  return found;
}

interface AnswerSights {
  members: readonly string[];
  /** Of enums, which are often shared by many answers: each is counted where the document lists it. */
  values: readonly string[];
}

/** What an answer showed: members there, absent and null, and the values of enums. */
function shapeSights({ document }: Spec, schema: string, value: unknown): AnswerSights {
  const found = new Set<string>();
  const values = new Set<string>();
  const visit = (schemas: readonly string[], inner: unknown, path: string) => {
    if (schemas.length === 0) return;
    const shape = shapeOf(document, schemas);
    for (const { pointer, value: listed } of shape.values) {
      if (listed === inner) values.add(`${pointer} ${JSON.stringify(listed)}`);
    }
    if (Array.isArray(inner)) for (const item of asArray(inner)) visit(shape.items, item, `${path}/*`);
    if (!isObject(inner)) return;
    for (const [name, member] of shape.members) {
      const place = pointerTo(path, name);
      const isThere = Object.hasOwn(inner, name);
      found.add(`${place} ${!isThere ? "absent" : inner[name] === null ? "null" : "present"}`);
      if (isThere) visit(member.schemas, inner[name], place);
    }
    for (const name of Object.keys(inner)) {
      if (!shape.members.has(name)) visit(shape.others, inner[name], `${path}/*`);
    }
  };
  visit([schema], value, "");
  return { members: [...found], values: [...values] };
}
