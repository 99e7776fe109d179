// Objects and arrays.
import {
  asArray,
  asNode,
  asString,
  child,
  fail,
  type Json,
  members,
  type Node,
  type Pointer,
} from "../nodes.ts";
import { call, literal, object as printObject } from "../print.ts";
import { type Expression, other } from "./expression.ts";

export type Translate = (value: Json, at: Pointer) => Expression;

export interface Property {
  value: Json;
  at: Pointer;
  required: boolean;
}

export function requiredNames(node: Node, at: Pointer): string[] {
  const place = child(at, "required");
  return node.required === undefined
    ? []
    : asArray(node.required, place).map((name) => asString(name, place));
}

export function properties(node: Node, at: Pointer): Map<string, Property> {
  const required = requiredNames(node, at);
  return new Map(
    members(node, "properties", at).map(({ name, ...schema }) => {
      // Both zod and ajv read these through the prototype when the member is absent.
      if (name in Object.prototype) fail(schema.at, `a member cannot have the name "${name}"`);
      return [name, { ...schema, required: required.includes(name) }];
    }),
  );
}

export function shape(properties: Iterable<[string, Property]>, translate: Translate): string {
  const lines = [...properties].map(([name, { value, at, required }]) => {
    const { code } = translate(value, at);
    return [name, required ? code : `${code}.exactOptional()`] as const;
  });
  return printObject(lines);
}

export function object(node: Node, at: Pointer, translate: Translate): Expression {
  const own = properties(node, at);
  for (const name of requiredNames(node, at)) {
    if (!own.has(name)) fail(child(at, "required"), `the required member "${name}" has no schema`);
  }
  return counted(node, closedOrOpen(node, at, own, translate));
}

function closedOrOpen(node: Node, at: Pointer, own: Map<string, Property>, translate: Translate): Expression {
  const further = node.additionalProperties;
  const code = shape(own, translate);
  if (further === false) return { code: `z.strictObject(${code})`, kind: "object" };
  const isFree =
    further === true || (typeof further === "object" && Object.keys(asNode(further, at)).length === 0);
  if (isFree || (further === undefined && own.size === 0))
    return { code: `z.looseObject(${code})`, kind: "object" };
  if (further === undefined) return { code: `z.object(${code})`, kind: "object" };
  const value = translate(further, child(at, "additionalProperties")).code;
  return other(own.size === 0 ? call("keywords.record", value) : `keywords.catchall(${code}, ${value})`);
}

function counted(node: Node, expression: Expression): Expression {
  const guards = ["minProperties", "maxProperties"].filter((keyword) => node[keyword] !== undefined);
  return guards.reduce(
    (inner, keyword) => other(`keywords.${keyword}(${node[keyword]}, ${inner.code})`),
    expression,
  );
}

export function array(node: Node, at: Pointer, translate: Translate): Expression {
  const item = node.items === undefined ? "keywords.any()" : translate(node.items, child(at, "items")).code;
  const bounds = [
    ["minItems", "min"],
    ["maxItems", "max"],
  ].map(([keyword, method]) =>
    node[String(keyword)] === undefined ? "" : `.${method}(${literal(node[String(keyword)])})`,
  );
  const code = `${call("z.array", item)}${bounds.join("")}`;
  return other(node.uniqueItems === true ? call("keywords.uniqueItems", code) : code);
}
