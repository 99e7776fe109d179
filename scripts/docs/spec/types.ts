import type { TypeFact } from "../model.ts";
import { byValue, type Place } from "./place.ts";

/**
 * The type of a schema in the terms of the documentation, which knows neither bounds, patterns nor string formats.
 * What those terms cannot say comes out under its own keyword, which equals no documented type.
 */
export function specType(schema: Place): { nullable: boolean; type: TypeFact } {
  if (schema.reference) return { nullable: false, type: { ref: schema.reference } };
  const members = (schema.get("anyOf") ?? schema.get("oneOf"))?.items;
  if (members) return union(members);
  const types = [schema.get("type")?.value].flat().map(String);
  const named = types.filter((type) => type !== "null");
  const [name = "null"] = named;
  const type = named.length > 1 ? { oneOf: named.map((type) => ({ type })) } : single(schema, name);
  return { nullable: named.length < types.length, type };
}

function union(members: readonly Place[]): { nullable: boolean; type: TypeFact } {
  const rest = members.filter((member) => member.get("type")?.value !== "null");
  const types = rest.map((member) => specType(member).type);
  const [only] = types;
  return {
    nullable: rest.length < members.length,
    type: types.length === 1 && only ? only : { oneOf: types },
  };
}

function single(schema: Place, name: string): TypeFact {
  const items = schema.get("items");
  const format = schema.get("format")?.text;
  if (schema.get("allOf")) return { type: "allOf" };
  if (name === "array" && items) return { array: specType(items).type };
  const constant = schema.get("const");
  if (constant) return { enum: [String(constant.value)] };
  const members = schema.get("enum");
  if (members) return { enum: [...byValue(members).keys()].filter((member) => member !== "null") };
  if (schema.get("x-flags")) return { bitflags: format === "int64" ? 64 : 32 };
  const numeric = name === "integer" || name === "number";
  return numeric && format !== undefined ? { type: name, format } : { type: name };
}
