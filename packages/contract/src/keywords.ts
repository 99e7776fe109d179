// The JSON Schema keywords that zod lacks or reads differently. The generated schemas call these.
import { z } from "@hono/zod-openapi";
import { hasDuplicates } from "./equal.ts";
import { formats, type StringFormatName } from "./formats.ts";

/** Any JSON value. An explicit undefined is not one. */
export function any() {
  return z.unknown().refine((value): boolean => value !== undefined, "Expected a value");
}

/** `type: integer` without bounds; z.int() would stop at the safe integers. */
export function integer() {
  return z.number().refine(Number.isInteger, "Expected an integer");
}

export const isInt64 = formats.int64.validate;

export function format<Name extends StringFormatName>(name: Name) {
  return z.stringFormat(name, formats[name].validate);
}

// Written as decimals, because 0.3 / 0.1 is not 3 in binary.
function scaled(value: number, places: number): bigint {
  const [digits = "", exponent = "0"] = value.toExponential().split("e");
  const [whole = "", fraction = ""] = digits.split(".");
  const shift = Number(exponent) - fraction.length + places;
  return BigInt(whole + fraction) * 10n ** BigInt(shift);
}

function decimalPlaces(value: number): number {
  const [digits = "", exponent = "0"] = value.toExponential().split("e");
  return Math.max(0, (digits.split(".")[1] ?? "").length - Number(exponent));
}

export function multipleOf(divisor: number): (value: number) => boolean {
  return (value) => {
    const places = Math.max(decimalPlaces(value), decimalPlaces(divisor));
    return scaled(value, places) % scaled(divisor, places) === 0n;
  };
}

/** Judges the value as it came in, before the schema drops members that it does not name. */
function guarded<S extends z.ZodType>(schema: S, holds: (input: unknown) => boolean, message: string) {
  return z.unknown().refine(holds, message).pipe(schema);
}

export function uniqueItems<S extends z.ZodType>(schema: S) {
  return guarded(schema, (input) => !Array.isArray(input) || !hasDuplicates(input), "Items must be unique");
}

function memberCount(input: unknown): number | undefined {
  return typeof input === "object" && input !== null ? Object.keys(input).length : undefined;
}

export function minProperties<S extends z.ZodType>(least: number, schema: S) {
  return guarded(
    schema,
    (input) => (memberCount(input) ?? least) >= least,
    `Expected at least ${least} members`,
  );
}

export function maxProperties<S extends z.ZodType>(most: number, schema: S) {
  return guarded(schema, (input) => (memberCount(input) ?? most) <= most, `Expected at most ${most} members`);
}

// zod never shows a member named `__proto__` to the schema of further members; JSON Schema does.
function judgesProto(value: z.ZodType): (input: unknown) => boolean {
  return (input) => {
    if (typeof input !== "object" || input === null || !Object.hasOwn(input, "__proto__")) return true;
    return value.safeParse(Object.getOwnPropertyDescriptor(input, "__proto__")?.value).success;
  };
}

/** `additionalProperties` with a schema, and no named members. */
export function record<V extends z.ZodType>(value: V) {
  return guarded(z.record(z.string(), value), judgesProto(value), "Invalid member __proto__");
}

/** `additionalProperties` with a schema, beside named members. */
export function catchall<Shape extends z.core.$ZodLooseShape, V extends z.ZodType>(shape: Shape, value: V) {
  return guarded(z.object(shape).catchall(value), judgesProto(value), "Invalid member __proto__");
}

function merged(outputs: unknown[]): unknown {
  return outputs.reduce((left, right) => {
    const merge = z.core.mergeValues(left, right);
    return merge.valid ? merge.data : left;
  });
}

/**
 * `allOf`. z.intersection lets a member pass that only one side forbids; JSON Schema does not. The output has the members that either
 * side names.
 */
export function allOf<A extends z.ZodType, B extends z.ZodType>(left: A, right: B) {
  return z.unknown().transform((input, context): z.output<A> & z.output<B> => {
    const results = [left.safeParse(input), right.safeParse(input)];
    for (const issue of results.flatMap(({ error }) => error?.issues ?? [])) {
      // A finished issue is a raw one whose message is settled.
      context.issues.push({ ...issue, input } as z.core.$ZodRawIssue);
    }
    if (results.some((result) => !result.success)) return z.NEVER;
    // mergeValues is untyped; what it merges are the two outputs.
    return merged(results.map((result) => result.data)) as z.output<A> & z.output<B>;
  });
}

/** `anyOf` over objects. z.union would drop the members of every option but the first that fits. */
export function anyOf<const Options extends readonly [z.ZodType, ...z.ZodType[]]>(options: Options) {
  return z.unknown().transform((input, context): z.output<Options[number]> => {
    const results = options.map((option) => option.safeParse(input));
    const outputs = results.filter((result) => result.success).map((result) => result.data);
    if (outputs.length > 0) return merged(outputs) as z.output<Options[number]>;
    const errors = results.map((result) => result.error?.issues ?? []);
    context.issues.push({ code: "invalid_union", errors, input });
    return z.NEVER;
  });
}
