// Strings, numbers, and values listed one by one.
import { formats, isFormatName } from "../../../packages/contract/src/formats.ts";
import { asArray, child, fail, type Json, type Node, type Pointer } from "../nodes.ts";
import { array, literal } from "../print.ts";
import { named, typeOf } from "./accepts.ts";
import { type Expression, nullable, other } from "./expression.ts";
import { isAnnotation, types } from "./vocabulary.ts";

function calls(node: Node, methods: Record<string, string>): string {
  const present = Object.entries(methods).filter(([keyword]) => node[keyword] !== undefined);
  return present.map(([keyword, method]) => `.${method}(${literal(node[keyword])})`).join("");
}

function formatOf(node: Node, at: Pointer, type: "string" | "number"): string | undefined {
  const name = node.format;
  if (name === undefined) return undefined;
  if (typeof name !== "string" || !isFormatName(name))
    fail(child(at, "format"), `unknown format "${String(name)}"`);
  return formats[name].type === type ? name : undefined;
}

export function string(node: Node, at: Pointer): Expression {
  const format = formatOf(node, at, "string");
  const base = format === undefined ? "z.string()" : `keywords.format(${literal(format)})`;
  return other(`${base}${calls(node, { minLength: "min", maxLength: "max" })}${pattern(node, at)}`);
}

function pattern(node: Node, at: Pointer): string {
  const source = node.pattern;
  if (source === undefined) return "";
  try {
    return `.regex(${new RegExp(String(source), "u")})`;
  } catch (error) {
    fail(child(at, "pattern"), error instanceof Error ? error.message : "not a regular expression");
  }
}

const BOUNDS = { minimum: "min", maximum: "max", exclusiveMinimum: "gt", exclusiveMaximum: "lt" };

export function number(node: Node, at: Pointer, type: "integer" | "number"): Expression {
  const divisor = node.multipleOf;
  const multiple =
    divisor === undefined
      ? ""
      : `.refine(keywords.multipleOf(${divisor}), "Expected a multiple of ${divisor}")`;
  return other(`${numberBase(node, at, type)}${calls(node, BOUNDS)}${multiple}`);
}

function numberBase(node: Node, at: Pointer, type: "integer" | "number"): string {
  const format = formatOf(node, at, "number");
  if (format === "int32") return "z.int32()";
  if (format === "int64") return 'keywords.integer().refine(keywords.isInt64, "Expected a 64-bit integer")';
  if (type === "number") return "z.number()";
  return Number.isSafeInteger(node.minimum) && Number.isSafeInteger(node.maximum)
    ? "z.int()"
    : "keywords.integer()";
}

/** The values of `enum` or `const`; undefined if the schema has neither. */
export function listed(node: Node, at: Pointer): Expression | undefined {
  const keyword = ["const", "enum"].find((one) => node[one] !== undefined);
  if (keyword === undefined) return undefined;
  const place = child(at, keyword);
  const values = keyword === "const" ? [node.const ?? null] : asArray(node.enum, place);
  checkSiblings(node, keyword, values, at);
  for (const value of values) checkValue(node, value, place);
  checkNull(node, values, place);
  const rest = values.filter((value) => value !== null);
  if (rest.length === 0) return other("z.null()");
  return rest.length === values.length ? literals(rest) : nullable(literals(rest));
}

function literals(values: Json[]): Expression {
  if (values.length === 1) return other(`z.literal(${literal(values[0])})`);
  const method = values.every((value) => typeof value === "string") ? "enum" : "literal";
  return other(`z.${method}(${array(values.map(literal))})`);
}

function checkValue(node: Node, value: Json, at: Pointer): void {
  const type = typeOf(value);
  if (type === "object" || type === "array") fail(at, "objects and arrays cannot be listed one by one");
  const allowed = types(node).flatMap(named);
  if (allowed.length > 0 && !allowed.includes(type))
    fail(at, `${literal(value)} is not of the schema's type`);
}

// openapi-typescript takes a null of `type` for a null of `enum` and overlooks `const: null`.
function checkNull(node: Node, values: Json[], at: Pointer): void {
  const declared = types(node).includes("null");
  if (declared !== values.includes(null) && node.type !== undefined)
    fail(at, "null is in `type` but not listed");
  if (values.includes(null) && node.const === null && !declared) fail(at, "const: null needs type: 'null'");
}

function checkSiblings(node: Node, keyword: string, values: Json[], at: Pointer): void {
  for (const sibling of Object.keys(node)) {
    if ([keyword, "type"].includes(sibling) || isAnnotation(sibling)) continue;
    if (sibling === "format" && values.every((value) => hasFormat(node, value, at))) continue;
    fail(child(at, sibling), `"${sibling}" beside ${keyword} has no translation`);
  }
}

function hasFormat(node: Node, value: Json, at: Pointer): boolean {
  if (typeof value !== "string" && typeof value !== "number") return true;
  const name = formatOf(node, at, typeof value === "string" ? "string" : "number");
  if (name === undefined || !isFormatName(name)) return true;
  const format: { validate: (value: never) => boolean } = formats[name];
  return format.validate(value as never);
}
