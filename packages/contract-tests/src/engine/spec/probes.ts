import { asArray, asObject, isObject, type JsonObject } from "../json.ts";
import { branches } from "./applicable.ts";
import { lengthOf } from "./length.ts";
import { matcherOf } from "./patterns.ts";
import type { Located } from "./pointer.ts";
import type { Spec } from "./spec.ts";

/** One thing that a keyword says of a value, and how to see in a value that it is at the limit, or beyond it. */
export interface Probe {
  /** The keyword and its value, as `maxLength 100`. */
  label: string;
  word: string;
  at?: (value: unknown) => boolean;
  beyond?: (value: unknown) => boolean;
}

const UNPLANNED = [
  "if",
  "contains",
  "propertyNames",
  "patternProperties",
  "prefixItems",
  "dependentSchemas",
  "unevaluatedItems",
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
];

/** Keywords that the suite makes no values for; it lists them. */
export function unplannedWords({ node }: Located): string[] {
  return isObject(node) ? UNPLANNED.filter((word) => word in node) : [];
}

export function probesOf(spec: Spec, at: Located): Probe[] {
  const { node } = at;
  if (!isObject(node)) return [];
  return [
    ...ofType(node),
    ...ofListed(node),
    ...ofNumber(node),
    ...ofText(spec, node),
    ...ofArray(node),
    ...ofObject(node),
    ...ofBranches(spec, at, node),
  ];
}

export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}

function ofType({ type }: JsonObject): Probe[] {
  if (type === undefined) return [];
  const allowed = Array.isArray(type) ? type.map(String) : [String(type)];
  const is = (kind: string) => (value: unknown) =>
    kindOf(value) === kind || (kind === "number" && kindOf(value) === "integer");
  return [
    ...allowed.map((kind): Probe => ({ word: "type", label: `type ${kind}`, at: is(kind) })),
    {
      word: "type",
      label: `type ${allowed.join(" or ")}`,
      beyond: (value) => !allowed.some((kind) => is(kind)(value)),
    },
  ];
}

function same(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

function ofListed(node: JsonObject): Probe[] {
  const listed = asArray(node.enum);
  const constant: Probe = {
    word: "const",
    label: `const ${JSON.stringify(node.const)}`,
    at: (value) => same(value, node.const),
    beyond: (value) => !same(value, node.const),
  };
  const isOther = (value: unknown) => !listed.some((each) => same(each, value));
  return [
    ...("const" in node ? [constant] : []),
    ...(listed.length > 0 ? [{ word: "enum", label: "enum", beyond: isOther }] : []),
  ];
}

type Measure = (value: unknown) => number | undefined;

function bound(node: JsonObject, word: string, isLeast: boolean, measure: Measure): Probe[] {
  const limit = node[word];
  // Nothing is shorter than nothing.
  if (typeof limit !== "number" || (limit === 0 && /^min[LIP]/.test(word))) return [];
  const compare = (value: unknown) => {
    const size = measure(value);
    return size === undefined ? undefined : isLeast ? limit - size : size - limit;
  };
  const at = (value: unknown) => compare(value) === 0;
  return [{ word, label: `${word} ${limit}`, at, beyond: (value) => (compare(value) ?? 0) > 0 }];
}

const numeric: Measure = (value) => (typeof value === "number" ? value : undefined);

function ofNumber(node: JsonObject): Probe[] {
  const { multipleOf } = node;
  const isMultiple = (value: unknown) => Number.isInteger(Number(value) / Number(multipleOf));
  return [
    ...bound(node, "minimum", true, numeric),
    ...bound(node, "maximum", false, numeric),
    ...exclusive(node, "exclusiveMinimum", -1),
    ...exclusive(node, "exclusiveMaximum", 1),
    ...(typeof multipleOf === "number"
      ? [
          {
            word: "multipleOf",
            label: `multipleOf ${multipleOf}`,
            at: (value: unknown) => typeof value === "number" && value !== 0 && isMultiple(value),
            beyond: (value: unknown) => typeof value === "number" && !isMultiple(value),
          },
        ]
      : []),
  ];
}

/** At the limit is the nearest number that is still allowed, taken to be less than one away. */
function exclusive(node: JsonObject, word: string, sign: 1 | -1): Probe[] {
  const limit = node[word];
  if (typeof limit !== "number") return [];
  const past = (value: unknown) => (typeof value === "number" ? (value - limit) * sign : undefined);
  const at = (value: unknown) => {
    const distance = past(value);
    return distance !== undefined && distance < 0 && distance >= -1;
  };
  return [{ word, label: `${word} ${limit}`, at, beyond: (value) => (past(value) ?? -1) >= 0 }];
}

function ofText({ formats }: Spec, node: JsonObject): Probe[] {
  const { pattern, format } = node;
  const measure: Measure = (value) => (typeof value === "string" ? lengthOf(value) : undefined);
  const known = formats[String(format)];
  const matcher = typeof pattern === "string" ? matcherOf(pattern) : undefined;
  const matches = (value: unknown) => typeof value === "string" && matcher?.(value) === true;
  // A format says nothing of values of another type.
  const isOf = (value: unknown) => typeof value === known?.type;
  const conforms = (value: unknown) => known?.validate(value as never) === true;
  return [
    ...bound(node, "minLength", true, measure),
    ...bound(node, "maxLength", false, measure),
    ...(matcher
      ? [
          {
            word: "pattern",
            label: `pattern ${pattern}`,
            at: matches,
            beyond: (value: unknown) => typeof value === "string" && !matches(value),
          },
        ]
      : []),
    ...(known && FREE.has(String(format)) === false
      ? [
          {
            word: "format",
            label: `format ${format}`,
            at: (value: unknown) => isOf(value) && conforms(value),
            beyond: (value: unknown) => isOf(value) && !conforms(value),
          },
        ]
      : []),
  ];
}

/** Formats that every value of their type has. */
const FREE = new Set(["password", "float", "double"]);

function ofArray(node: JsonObject): Probe[] {
  const measure: Measure = (value) => (Array.isArray(value) ? value.length : undefined);
  const isUnique = (value: readonly unknown[]) =>
    new Set(value.map((each) => JSON.stringify(each))).size === value.length;
  return [
    ...bound(node, "minItems", true, measure),
    ...bound(node, "maxItems", false, measure),
    ...(node.uniqueItems === true
      ? [
          {
            word: "uniqueItems",
            label: "uniqueItems",
            at: (value: unknown) => Array.isArray(value) && value.length > 1 && isUnique(value),
            beyond: (value: unknown) => Array.isArray(value) && !isUnique(value),
          },
        ]
      : []),
  ];
}

function ofObject(node: JsonObject): Probe[] {
  const measure: Measure = (value) => (isObject(value) ? Object.keys(value).length : undefined);
  const has = (name: string) => (value: unknown) => isObject(value) && Object.hasOwn(value, name);
  const lacks = (name: string) => (value: unknown) => isObject(value) && !Object.hasOwn(value, name);
  const required = asArray(node.required).map(String);
  const optional = Object.keys(asObject(node.properties)).filter((name) => !required.includes(name));
  return [
    ...bound(node, "minProperties", true, measure),
    ...bound(node, "maxProperties", false, measure),
    ...required.map((name): Probe => ({ word: "required", label: `required ${name}`, beyond: lacks(name) })),
    ...optional.map((name): Probe => ({ word: "properties", label: `${name} present`, at: has(name) })),
    ...optional.map((name): Probe => ({ word: "properties", label: `${name} absent`, at: lacks(name) })),
    ...ofExtraMembers(node),
    ...ofDependentMembers(node),
  ];
}

function ofExtraMembers(node: JsonObject): Probe[] {
  const own = new Set(Object.keys(asObject(node.properties)));
  const hasExtra = (value: unknown) => isObject(value) && Object.keys(value).some((name) => !own.has(name));
  return ["additionalProperties", "unevaluatedProperties"].flatMap((word): Probe[] => {
    if (node[word] === false) return [{ word, label: `${word} false`, beyond: hasExtra }];
    return isObject(node[word]) ? [{ word, label: word, at: hasExtra }] : [];
  });
}

function ofDependentMembers(node: JsonObject): Probe[] {
  return Object.entries(asObject(node.dependentRequired)).map(([name, needed]) => {
    const lacking = (value: JsonObject) =>
      asArray(needed).some((each) => !Object.hasOwn(value, String(each)));
    const isAsked = (value: unknown): value is JsonObject => isObject(value) && Object.hasOwn(value, name);
    return {
      word: "dependentRequired",
      label: `dependentRequired ${name}`,
      at: (value) => isAsked(value) && !lacking(value),
      beyond: (value) => isAsked(value) && lacking(value),
    };
  });
}

function ofBranches({ oracle }: Spec, { pointer }: Located, node: JsonObject): Probe[] {
  return ["anyOf", "oneOf"].flatMap((word): Probe[] => {
    const all = branches(pointer, node, word);
    if (all.length === 0) return [];
    const each = all.map((branch, index): Probe => {
      return { word, label: `${word} ${index}`, at: (value) => oracle.accepts(branch, value) };
    });
    const count = (value: unknown) => all.filter((branch) => oracle.accepts(branch, value)).length;
    const beyond = (value: unknown) => count(value) === 0 || (word === "oneOf" && count(value) > 1);
    return [...each, { word, label: word, beyond }];
  });
}
