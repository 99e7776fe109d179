import { type Written, write } from "../http/parameters.ts";
import type { RequestParts } from "../http/request.ts";
import { asArray, asObject, isObject } from "../json.ts";
import type { Operation, ParameterPlace } from "../spec/operation.ts";
import { locate, pointerTo } from "../spec/pointer.ts";
import type { Spec } from "../spec/spec.ts";
import { textOfPattern } from "./pattern-text.ts";

/** A request made of the document's examples, and of plain values where it has none. */
export function exampleRequest(spec: Spec, operation: Operation): RequestParts {
  const media = operation.body?.content[0];
  const example = Object.values(media?.examples ?? {})[0];
  const body = example ?? (media?.schema === undefined ? undefined : sampleOf(spec, media.schema));
  return {
    path: parametersIn(spec, operation, "path"),
    query: parametersIn(spec, operation, "query"),
    headers: parametersIn(spec, operation, "header"),
    cookies: parametersIn(spec, operation, "cookie"),
    ...(body !== undefined && { body }),
  };
}

function parametersIn(spec: Spec, operation: Operation, place: ParameterPlace): Written {
  const needed = operation.parameters.filter((each) => each.in === place && each.required);
  const given = ({ example, schema }: (typeof needed)[number]) =>
    example ?? (schema === undefined ? "x" : sampleOf(spec, schema));
  return Object.assign({}, ...needed.map((each) => write(each, given(each))));
}

const DEEPEST = 8;

/** A plain value that the schema is likely to take. */
export function sampleOf(spec: Spec, schema: string, depth = 0): unknown {
  const at = locate(spec.document, schema);
  if (!isObject(at.node) || depth > DEEPEST) return "x";
  const { node, pointer } = at;
  const given = [asArray(node.examples)[0], node.example, node.default, node.const, asArray(node.enum)[0]];
  const ready = given.find((value) => value !== undefined);
  if (ready !== undefined) return ready;
  const branch = ["anyOf", "oneOf"].find((word) => asArray(node[word]).length > 0);
  if (branch) return sampleOf(spec, pointerTo(pointer, branch, 0), depth + 1);
  const parts = asArray(node.allOf).map((_, index) =>
    sampleOf(spec, pointerTo(pointer, "allOf", index), depth + 1),
  );
  const own = plain(spec, pointer, node, depth);
  return parts.length > 0 && isObject(own) ? Object.assign({}, ...parts, own) : (parts[0] ?? own);
}

function plain(spec: Spec, pointer: string, node: Record<string, unknown>, depth: number): unknown {
  const type = Array.isArray(node.type) ? node.type.find((each) => each !== "null") : node.type;
  switch (type) {
    case "boolean":
      return true;
    case "integer":
    case "number":
      return numberOf(node);
    case "array":
      return Array.from({ length: Number(node.minItems ?? 0) }, () =>
        sampleOf(spec, pointerTo(pointer, "items"), depth + 1),
      );
    case "string":
      return text(node);
    case "null":
      return null;
    default:
      return members(spec, pointer, node, depth);
  }
}

/** One, or the nearest to it that the bounds take. */
function numberOf(node: Record<string, unknown>): number {
  const { minimum = 1, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf = 1 } = node;
  const step = Number(multipleOf);
  const least = Math.max(
    Number(minimum),
    exclusiveMinimum === undefined ? 1 : Number(exclusiveMinimum) + step,
    1,
  );
  const most = Math.min(Number(maximum ?? Infinity), Number(exclusiveMaximum ?? Infinity) - step);
  const wanted = Math.min(Math.ceil(least / step) * step, most);
  return Number.isFinite(wanted) ? wanted : 1;
}

const FORMATS: Readonly<Record<string, string>> = {
  date: "2026-01-05",
  "date-time": "2026-01-05T10:00:00Z",
  time: "10:00:00Z",
  email: "someone@example.com",
  uri: "https://example.com/",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uuid: "0b5c8f0e-5a0f-4d6c-9f53-2f0b7f3f6a11",
  byte: "AAAA",
};

function text(node: Record<string, unknown>): string {
  const least = Math.max(1, Number(node.minLength ?? 1));
  const patterned = typeof node.pattern === "string" ? textOfPattern(node.pattern) : undefined;
  const longer = patterned?.padEnd(least, patterned.at(-1) ?? "a");
  return FORMATS[String(node.format)] ?? longer ?? "a".repeat(least);
}

function members(spec: Spec, pointer: string, node: Record<string, unknown>, depth: number): unknown {
  const properties = asObject(node.properties);
  const needed = asArray(node.required).filter((name) => typeof name === "string" && name in properties);
  const own = needed.map((name) => {
    return [name, sampleOf(spec, pointerTo(pointer, "properties", String(name)), depth + 1)] as const;
  });
  return Object.fromEntries([...own, ...unnamed(spec, pointer, node, own.length, depth)]);
}

/** As many other members as an object without enough of its own needs. */
function unnamed(
  spec: Spec,
  pointer: string,
  { minProperties, additionalProperties }: Record<string, unknown>,
  present: number,
  depth: number,
): [string, unknown][] {
  if (!isObject(additionalProperties)) return [];
  const missing = Math.max(0, Number(minProperties ?? 0) - present);
  const sample = sampleOf(spec, pointerTo(pointer, "additionalProperties"), depth + 1);
  return Array.from({ length: missing }, (_, index) => [`member_${index}`, sample]);
}
