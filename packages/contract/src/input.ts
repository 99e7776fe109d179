// Parameters and form fields arrive as text; these read it as the JSON value that the schema speaks of.
import { z } from "@hono/zod-openapi";

export type TextType = "string" | "integer" | "number" | "boolean";

const PATTERNS = {
  integer: /^-?(?:0|[1-9]\d*)$/,
  number: /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/,
  boolean: /^(?:true|false)$/,
} as const;

/** Text that is not of the type stays text, so that the schema refuses it in its own words. */
function read(type: TextType, value: unknown): unknown {
  if (type === "string" || typeof value !== "string" || !PATTERNS[type].test(value)) return value;
  return JSON.parse(value);
}

/** A parameter of one value. One that was sent twice comes as an array, which no such schema takes. */
export function text<S extends z.ZodType>(type: TextType, schema: S) {
  return z.preprocess((value) => read(type, value), schema);
}

/** An array: one occurrence for each item (style form, explode), or one text with a separator. */
export function list<S extends z.ZodType>(type: TextType, schema: S, separator?: string) {
  return z.preprocess((value) => items(value, separator)?.map((item) => read(type, item)), schema);
}

function items(value: unknown, separator: string | undefined): unknown[] | undefined {
  if (separator === undefined) return typeof value === "string" ? [value] : asArray(value);
  return typeof value === "string" ? value.split(separator) : undefined;
}

function asArray(value: unknown): unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** The fields of a form body that are not plain strings: `integer`, or `[integer]` when the field repeats. */
export type Fields = Record<string, TextType | readonly [TextType]>;

export function form<S extends z.ZodType>(fields: Fields, schema: S) {
  return z.preprocess((body) => {
    if (typeof body !== "object" || body === null) return body;
    const read = (key: string, value: unknown) =>
      Object.hasOwn(fields, key) ? field(fields[key], value) : value;
    return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, read(key, value)]));
  }, schema);
}

function field(type: Fields[string] | undefined, value: unknown): unknown {
  if (typeof type === "string") return read(type, value);
  const [item] = type ?? ["string"];
  return items(value, undefined)?.map((one) => read(item, one)) ?? value;
}

/** Members that are absent from a request body take the value of their `default`. */
export function defaults<S extends z.ZodType<object>, const D extends object>(values: D, schema: S) {
  // The spread gives exactly this type; TypeScript cannot see it for an open S.
  return schema.transform((body) => ({ ...values, ...body }) as WithDefaults<z.output<S>, keyof D>);
}

type WithDefaults<Body, Key extends PropertyKey> = Body extends unknown
  ? Omit<Body, Key> & Required<Pick<Body, Key & keyof Body>>
  : never;
