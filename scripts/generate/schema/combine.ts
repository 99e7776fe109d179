// anyOf and oneOf.
import { asNode, child, fail, isNode, items, type Json, type Node, type Pointer } from "../nodes.ts";
import { array, call, literal } from "../print.ts";
import { accepts } from "./accepts.ts";
import { type Expression, nullable, other } from "./expression.ts";
import { properties, type Translate } from "./object.ts";
import type { Schemas } from "./schemas.ts";
import { refName } from "./vocabulary.ts";

type Option = { value: Json; at: Pointer };

export function combine(
  schemas: Schemas,
  node: Node,
  keyword: "anyOf" | "oneOf",
  at: Pointer,
  translate: Translate,
): Expression {
  const options = items(node, keyword, at);
  if (options.length === 0) fail(child(at, keyword), "expected at least one schema");
  const rest = options.filter(({ value }) => !isNull(value));
  if (rest.length < options.length && rest.length > 0) {
    const takesNull = rest.some((option) => accepts(schemas, option.value, option.at).has("null"));
    const exact = keyword === "anyOf" || (!takesNull && options.length - rest.length === 1);
    if (exact) return nullable(union(schemas, node, keyword, rest, at, translate));
  }
  return union(schemas, node, keyword, options, at, translate);
}

function isNull(value: Json): boolean {
  return isNode(value) && value.type === "null";
}

function union(
  schemas: Schemas,
  node: Node,
  keyword: "anyOf" | "oneOf",
  options: Option[],
  at: Pointer,
  translate: Translate,
): Expression {
  const expressions = options.map(({ value, at }) => translate(value, at));
  const tags = keyword === "oneOf" ? discriminators(schemas, options) : [];
  checkDiscriminator(schemas, node, options, tags, at);
  const [only] = expressions;
  if (expressions.length === 1 && only) return only;
  const codes = expressions.map(({ code }) => code);
  const tag = tagOf(node, tags);
  if (tag !== undefined && expressions.every(({ kind }) => kind === "object"))
    return other(call("z.discriminatedUnion", literal(tag), array(codes)));
  if (keyword === "oneOf") return other(call("z.xor", array(codes)));
  const structures = options.filter(({ value, at }) => {
    const types = accepts(schemas, value, at);
    return types.has("object") || types.has("array");
  });
  return other(call(structures.length > 1 ? "keywords.anyOf" : "z.union", array(codes)));
}

function tagOf(node: Node, tags: string[]): string | undefined {
  const declared = isNode(node.discriminator) ? node.discriminator.propertyName : undefined;
  return tags.find((tag) => tag === declared) ?? tags[0];
}

/** The members that tell all options apart: required everywhere, their constants never shared. */
function discriminators(schemas: Schemas, options: Option[]): string[] {
  if (options.length < 2) return [];
  const constants = options.map((option) => requiredConstants(schemas, option));
  const candidates = [...(constants[0]?.keys() ?? [])];
  return candidates.filter((name) => {
    const sets = constants.map((one) => one.get(name));
    const all = sets.flatMap((values) => values ?? []);
    return sets.every((values) => values !== undefined) && new Set(all).size === all.length;
  });
}

function requiredConstants(schemas: Schemas, option: Option): Map<string, Json[]> {
  const { node, at } = target(schemas, option);
  const tagged = [...properties(node, at)].flatMap(([name, { value, required }]): [string, Json[]][] => {
    const values = required && isNode(value) ? constants(value) : undefined;
    return values === undefined ? [] : [[name, values]];
  });
  return new Map(tagged);
}

function constants(node: Node): Json[] | undefined {
  const values = Array.isArray(node.enum) ? node.enum : node.const === undefined ? [] : [node.const];
  return values.length > 0 && values.every((value) => typeof value === "string") ? values : undefined;
}

function target(schemas: Schemas, option: Option): { node: Node; at: Pointer } {
  const node = asNode(option.value, option.at);
  const name = refName(node, option.at);
  return name === undefined ? { node, at: option.at } : target(schemas, schemas.get(name, option.at));
}

// `discriminator` adds nothing to JSON Schema, but openapi-typescript builds types from it, so it must tell the truth.
function checkDiscriminator(
  schemas: Schemas,
  node: Node,
  options: Option[],
  tags: string[],
  at: Pointer,
): void {
  if (node.discriminator === undefined) return;
  const place = child(at, "discriminator");
  const { propertyName, mapping } = asNode(node.discriminator, place);
  const tag = String(propertyName);
  if (!tags.includes(tag)) fail(place, `"${tag}" does not tell the options apart`);
  const names = isNode(mapping) ? mapping : {};
  for (const option of options) {
    const values = requiredConstants(schemas, option).get(tag) ?? [];
    const ref = isNode(option.value) ? option.value.$ref : undefined;
    const mapped = Object.keys(names).filter((key) => names[key] === ref);
    const expected = mapped.length > 0 ? mapped : [String(ref).split("/").at(-1)];
    if (!ref || expected.toSorted().join() !== values.toSorted().join())
      fail(place, `the mapping of ${String(ref)} is not its constant`);
  }
}
