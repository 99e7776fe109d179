import { asArray, asObject, isObject, type JsonObject } from "../json.ts";
import { branches, memberSchemas } from "../spec/applicable.ts";
import type { Spec } from "../spec/spec.ts";
import { listsOf } from "./lists.ts";
import type { MemberKnowledge } from "./member-knowledge.ts";
import type { Random } from "./random.ts";
import { sampleOf } from "./sample.ts";
import { textLimits } from "./text-limits.ts";
import { UNNAMED } from "./walk.ts";

export interface KeywordLimit {
  name: string;
  /** The member that comes or goes. */
  member?: string;
  /** It is about the member being there, so that any value of it will do. */
  isPresence?: boolean;
  /** It is about a branch being taken. */
  isBranch?: boolean;
  /** To choose from. */
  values: readonly unknown[];
}

export interface LimitContext {
  spec: Spec;
  random: Random;
  formats: FormatValues;
  sized: MemberKnowledge["ofLength"] | undefined;
}

/** Values by the name of their format. */
export type FormatValues = Readonly<Record<string, readonly unknown[]>>;

/** What the keywords of one schema object allow to the utmost in place of a value. */
export function keywordLimits(
  context: LimitContext,
  schema: JsonObject,
  pointer: string,
  value: unknown,
): KeywordLimit[] {
  return [
    ...ofType(context.spec, pointer, schema),
    ...ofListed(schema),
    ...ofNumber(schema),
    ...textLimits(schema, typeof value === "string" ? value : undefined, context),
    ...(Array.isArray(value) ? ofArray(context, schema, pointer, value) : []),
    ...(isObject(value) ? ofObject(context, schema, pointer, value) : []),
    ...ofBranches(context.spec, pointer, schema),
  ];
}

const KINDS: Readonly<Record<string, readonly unknown[]>> = {
  null: [null],
  string: ["conformance", "1", ""],
  integer: [1, 0, 2],
  number: [1.5, 0.5, 1, 0],
  array: [[]],
  object: [{}],
};

function ofType(spec: Spec, pointer: string, { type }: JsonObject): KeywordLimit[] {
  const kinds = type === undefined ? [] : Array.isArray(type) ? type.map(String) : [String(type)];
  return kinds.flatMap((kind): KeywordLimit[] => {
    if (kind === "null") return [{ name: "null", values: [null] }];
    if (kind === "boolean") return [true, false].map((each) => ({ name: String(each), values: [each] }));
    const samples = [sampleOf(spec, pointer), ...(KINDS[kind] ?? [])].filter((each) => isOf(kind, each));
    return kinds.length > 1 || kind === "number" ? [{ name: `of type ${kind}`, values: samples }] : [];
  });
}

function isOf(kind: string, value: unknown): boolean {
  if (kind === "array") return Array.isArray(value);
  if (kind === "object") return isObject(value);
  if (kind === "integer") return Number.isInteger(value);
  return kind === typeof value;
}

function ofListed(schema: JsonObject): KeywordLimit[] {
  const listed = "const" in schema ? [schema.const] : asArray(schema.enum);
  return listed.map((value) => ({ name: JSON.stringify(value), values: [value] }));
}

function ofNumber(schema: JsonObject): KeywordLimit[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const step = typeof multipleOf === "number" ? multipleOf : 1;
  const some = (limit: unknown, ...values: number[]) =>
    typeof limit === "number" ? [{ name: String(values[0]), values }] : [];
  return [
    ...some(minimum, Number(minimum)),
    ...some(maximum, Number(maximum)),
    ...some(exclusiveMinimum, Number(exclusiveMinimum) + step),
    ...some(exclusiveMaximum, Number(exclusiveMaximum) - step),
    ...some(multipleOf, step, ...multiples(step, minimum)),
  ];
}

function multiples(step: number, minimum: unknown): number[] {
  const first = Math.ceil(Number(minimum ?? 1) / step);
  return [first * step, (first + 1) * step];
}

function ofArray(
  context: LimitContext,
  { minItems, maxItems, uniqueItems }: JsonObject,
  pointer: string,
  value: readonly unknown[],
): KeywordLimit[] {
  const many = (count: unknown): KeywordLimit[] =>
    typeof count === "number"
      ? [
          {
            name: `${count} items`,
            values: listsOf(context.spec, pointer, value, count, context.random.below(1000)),
          },
        ]
      : [];
  return [
    // Without a least number an empty list is the least.
    ...many(minItems ?? 0),
    ...many(maxItems),
    ...(uniqueItems === true
      ? [
          {
            name: "different items",
            values: listsOf(context.spec, pointer, value, 2, context.random.below(1000)),
          },
        ]
      : []),
  ];
}

function ofObject(
  { spec }: LimitContext,
  schema: JsonObject,
  pointer: string,
  value: JsonObject,
): KeywordLimit[] {
  const required = new Set(asArray(schema.required));
  const optional = Object.keys(asObject(schema.properties)).filter((name) => !required.has(name));
  const comings = optional.flatMap((name): KeywordLimit[] => {
    const sample = () => memberSchemas({ pointer, node: schema }, name).map((at) => sampleOf(spec, at))[0];
    const { [name]: present, ...rest } = value;
    const whole = { ...rest, [name]: present ?? sample() };
    return [
      { name: `with ${name}`, member: name, values: [whole], isPresence: true },
      { name: `without ${name}`, member: name, values: [rest] },
    ];
  });
  return [
    ...comings,
    ...ofUnnamed(spec, schema, pointer, value),
    ...ofMemberCount(schema, value),
    ...ofDependent(schema, value),
  ];
}

const CLOSING = ["additionalProperties", "unevaluatedProperties", "propertyNames", "maxProperties"];

/** A schema that says nothing of other members allows them, and a reader must pass over what it does not know. */
function ofUnnamed(spec: Spec, schema: JsonObject, pointer: string, value: JsonObject): KeywordLimit[] {
  const { additionalProperties } = schema;
  if (isObject(additionalProperties)) {
    const sample = sampleOf(spec, `${pointer}/additionalProperties`);
    const { [Object.keys(value).at(-1) ?? ""]: _, ...fewer } = value;
    const values = [value, fewer].map((each) => ({ ...each, [UNNAMED]: sample }));
    return [{ name: "with another member", member: UNNAMED, values }];
  }
  if (!isObject(schema.properties) || CLOSING.some((word) => word in schema)) return [];
  const whole = { ...value, [UNNAMED]: "conformance" };
  return [{ name: "with a member that the document does not name", member: UNNAMED, values: [whole] }];
}

function ofMemberCount({ minProperties, maxProperties }: JsonObject, value: JsonObject): KeywordLimit[] {
  const sized = (count: unknown): KeywordLimit[] => {
    if (typeof count !== "number") return [];
    const own = Object.entries(value).slice(0, count);
    const sample = Object.values(value)[0] ?? "conformance";
    const more = Array.from(
      { length: count - own.length },
      (_, index) => [`conformance_${index}`, sample] as const,
    );
    return [{ name: `${count} members`, values: [Object.fromEntries([...own, ...more])] }];
  };
  return [...sized(minProperties), ...sized(maxProperties)];
}

function ofDependent({ dependentRequired, properties }: JsonObject, value: JsonObject): KeywordLimit[] {
  return Object.entries(asObject(dependentRequired)).map(([name, needed]) => {
    const names = [name, ...asArray(needed).map(String)];
    const examples = names.map(
      (each) => [each, value[each] ?? exampleOf(asObject(properties)[each])] as const,
    );
    return {
      name: `${name} and what it needs`,
      member: name,
      values: [{ ...value, ...Object.fromEntries(examples) }],
    };
  });
}

/** A value for a member that only an object of it knows. */
export function exampleOf(schema: unknown): unknown {
  const { examples, type } = asObject(schema);
  return asArray(examples)[0] ?? (type === "integer" ? 1 : type === "boolean" ? true : "conformance");
}

function ofBranches(spec: Spec, pointer: string, schema: JsonObject): KeywordLimit[] {
  return ["anyOf", "oneOf"].flatMap((word) => {
    const all = branches(pointer, schema, word);
    return all.map((branch, index) => ({
      name: `as ${word} ${index + 1}`,
      values: [sampleOf(spec, branch)],
      isBranch: true,
    }));
  });
}
