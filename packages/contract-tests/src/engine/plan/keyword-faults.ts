import { asArray, asObject, isObject, type JsonObject } from "../json.ts";
import { pointerTo } from "../spec/pointer.ts";
import type { Spec } from "../spec/spec.ts";
import type { FormatFaults } from "./faults.ts";
import { exampleOf } from "./keyword-limits.ts";
import { leastWrong, listsOf } from "./lists.ts";
import { sampleOf } from "./sample.ts";

export interface KeywordFault {
  name: string;
  value: unknown;
}

/** What the keywords of one schema object forbid in place of a value. */
export function keywordFaults(
  { spec, formats }: FaultContext,
  schema: JsonObject,
  pointer: string,
  value: unknown,
): KeywordFault[] {
  return [
    ...ofType(schema),
    ...ofEnum(schema),
    ...ofNumber(schema),
    ...ofFormat(schema, formats),
    ...(typeof value === "string" ? ofText(schema, value) : []),
    ...(Array.isArray(value) ? ofArray(spec, schema, pointer, value) : []),
    ...(isObject(value) ? ofObject(spec, schema, pointer, value) : []),
  ];
}

export interface FaultContext {
  spec: Spec;
  formats: FormatFaults;
}

const KINDS: Readonly<Record<string, unknown>> = {
  null: null,
  boolean: true,
  string: "conformance",
  integer: 1,
  number: 1.5,
  array: [],
  object: {},
};

function ofType({ type }: JsonObject): KeywordFault[] {
  if (type === undefined) return [];
  const allowed = new Set(asArray(Array.isArray(type) ? type : [type]));
  const isAllowed = (kind: string) => allowed.has(kind) || (kind === "integer" && allowed.has("number"));
  const others = Object.entries(KINDS).filter(([kind]) => !isAllowed(kind));
  return others.map(([kind, value]) => ({ name: kind === "null" ? "null" : `of type ${kind}`, value }));
}

function ofEnum(schema: JsonObject): KeywordFault[] {
  const allowed = "const" in schema ? [schema.const] : asArray(schema.enum);
  if (allowed.length === 0) return [];
  const texts = allowed.filter((value) => typeof value === "string");
  const numbers = allowed.filter((value) => typeof value === "number");
  const cased = texts.map((text) => (text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase()));
  return [
    ...cased.map((value) => ({ name: `${value}, in another case`, value })),
    ...(texts.length > 0 ? [{ name: "a text that is not listed", value: `${texts[0]}_conformance` }] : []),
    ...(numbers.length > 0 ? [{ name: "a number that is not listed", value: Math.max(...numbers) + 1 }] : []),
  ];
}

function ofNumber(schema: JsonObject): KeywordFault[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const step = typeof multipleOf === "number" ? multipleOf : 1;
  return [
    // A step away, so that nothing else is wrong with it.
    ...beyond("less than", minimum, -step),
    ...beyond("more than", maximum, step),
    ...beyond("not more than", exclusiveMinimum, 0),
    ...beyond("not less than", exclusiveMaximum, 0),
    ...(typeof multipleOf === "number"
      ? [{ name: `no multiple of ${multipleOf}`, value: multipleOf * 1.5 }]
      : []),
  ];
}

function beyond(words: string, limit: unknown, step: number): KeywordFault[] {
  return typeof limit === "number" ? [{ name: `${words} ${limit}`, value: limit + step }] : [];
}

function ofText({ minLength, maxLength, pattern }: JsonObject, value: string): KeywordFault[] {
  return [
    ...(typeof minLength === "number" && minLength > 0
      ? [{ name: `shorter than ${minLength}`, value: value.slice(0, minLength - 1) }]
      : []),
    ...(typeof maxLength === "number"
      ? [{ name: `longer than ${maxLength}`, value: stretched(value, maxLength + 1) }]
      : []),
    ...(typeof pattern === "string" ? ofPattern(pattern, value) : []),
  ];
}

// The last character, so that a prefix which the pattern wants stays.
function stretched(value: string, length: number): string {
  return value.slice(0, length).padEnd(length, value.at(-1) ?? "a");
}

const MOST_PATTERN_FAULTS = 4;

function ofPattern(pattern: string, value: string): KeywordFault[] {
  const expression = new RegExp(pattern, "u");
  const tries: KeywordFault[] = [
    { name: "empty", value: "" },
    { name: "only a space", value: " " },
    { name: "with a space behind", value: `${value} ` },
    { name: "with a line break behind", value: `${value}\n` },
    { name: "with a letter outside ASCII", value: `${value}é` },
    { name: "with a zero before", value: `0${value}` },
    { name: "with a minus before", value: `-${value}` },
    { name: "a word", value: "conformance!" },
  ];
  return tries.filter((each) => !expression.test(String(each.value))).slice(0, MOST_PATTERN_FAULTS);
}

const FORMAT_FAULTS: FormatFaults = {
  date: ["2026-02-30", "2026-1-5"],
  "date-time": ["2026-01-05", "2026-01-05T25:00:00Z"],
  time: ["25:00:00Z"],
  email: ["nobody", "nobody@", "@example.com"],
  uri: ["/relative", "https://exa mple.com/"],
  "uri-reference": ["a b"],
  hostname: ["-a.example"],
  ipv4: ["256.0.0.1"],
  ipv6: ["1::2::3"],
  uuid: ["0b5c8f0e"],
  byte: ["="],
  int32: [2 ** 31, -(2 ** 31) - 1],
  int64: [2 ** 63],
};

function ofFormat({ format }: JsonObject, formats: FormatFaults): KeywordFault[] {
  const values = formats[String(format)] ?? FORMAT_FAULTS[String(format)] ?? [];
  return values.map((value) => ({ name: `no ${format}: ${JSON.stringify(value)}`, value }));
}

function ofArray(
  spec: Spec,
  { minItems, maxItems, uniqueItems }: JsonObject,
  pointer: string,
  value: readonly unknown[],
): KeywordFault[] {
  const lists = (count: number) => listsOf(spec, pointer, value, count);
  const twice = lists(1).map(([item]) => [item, item]);
  return [
    ...(typeof minItems === "number" && minItems > 0
      ? [{ name: `fewer than ${minItems} items`, value: leastWrong(spec, pointer, lists(minItems - 1)) }]
      : []),
    ...(typeof maxItems === "number"
      ? [{ name: `more than ${maxItems} items`, value: leastWrong(spec, pointer, lists(maxItems + 1)) }]
      : []),
    ...(uniqueItems === true
      ? [{ name: "the same item twice", value: leastWrong(spec, pointer, twice) }]
      : []),
  ];
}

function ofObject(spec: Spec, schema: JsonObject, pointer: string, value: JsonObject): KeywordFault[] {
  const required = asArray(schema.required).filter((name) => typeof name === "string");
  const present = required.filter((name) => Object.hasOwn(value, name));
  const { minProperties, maxProperties } = schema;
  const names = Object.keys(value);
  return [
    ...present.map((name) => ({ name: `without ${name}`, value: without(value, [name]) })),
    ...(schema.additionalProperties === false
      ? [{ name: "with a member that it does not have", value: { ...value, conformance_extra: 1 } }]
      : []),
    ...(typeof minProperties === "number" && minProperties > 0
      ? [
          {
            name: `fewer than ${minProperties} members`,
            value: without(value, names.slice(minProperties - 1)),
          },
        ]
      : []),
    ...ofDependent(schema, value),
    ...(typeof maxProperties === "number" ? [crowded(spec, schema, pointer, value, maxProperties)] : []),
  ];
}

function without(value: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

function crowded(
  spec: Spec,
  { additionalProperties }: JsonObject,
  pointer: string,
  value: JsonObject,
  most: number,
): KeywordFault {
  const sample = isObject(additionalProperties)
    ? sampleOf(spec, pointerTo(pointer, "additionalProperties"))
    : "conformance";
  const missing = most + 1 - Object.keys(value).length;
  const more = Array.from({ length: Math.max(0, missing) }, (_, index) => [`conformance_${index}`, sample]);
  return { name: `more than ${most} members`, value: { ...value, ...Object.fromEntries(more) } };
}

/** Each member of `dependentRequired` without one of those that it needs. */
function ofDependent({ dependentRequired, properties }: JsonObject, value: JsonObject): KeywordFault[] {
  return Object.entries(asObject(dependentRequired)).flatMap(([name, needed]) => {
    const example = value[name] ?? exampleOf(asObject(properties)[name]);
    return asArray(needed).map((other) => ({
      name: `with ${name} but without ${other}`,
      value: { ...without(value, [String(other)]), [name]: example },
    }));
  });
}
