// allOf. Open objects with members of different names become one object; everything else is checked part by part.
import { child, fail, isNode, items, type Json, type Node, type Pointer } from "../nodes.ts";
import { literal } from "../print.ts";
import type { Expression } from "./expression.ts";
import { type Property, properties, requiredNames, shape, type Translate } from "./object.ts";
import type { Schemas } from "./schemas.ts";
import { isAnnotation, refName } from "./vocabulary.ts";

interface Piece {
  /** The component that brings these members; undefined if they are written in place. */
  name: string | undefined;
  members: Map<string, Property>;
  required: string[];
}

const PLAIN = ["type", "properties", "required", "allOf"];

/** The members of a schema that is nothing but an open object, in pieces; undefined if it is more than that. */
function pieces(schemas: Schemas, value: Json, at: Pointer): Piece[] | undefined {
  if (!isNode(value)) return undefined;
  const name = refName(value, at);
  if (name !== undefined) return component(schemas, name, at);
  const keywords = Object.keys(value).filter((keyword) => !isAnnotation(keyword));
  if (!keywords.every((keyword) => PLAIN.includes(keyword))) return undefined;
  if (value.type !== undefined && value.type !== "object") return undefined;
  return parts(schemas, value, at);
}

function parts(schemas: Schemas, node: Node, at: Pointer): Piece[] | undefined {
  const inherited = items(node, "allOf", at).map((part) => pieces(schemas, part.value, part.at));
  const own = { name: undefined, members: properties(node, at), required: requiredNames(node, at) };
  if (own.members.size > 0 && node.type === undefined) return undefined;
  const all = [...inherited, [own]];
  return all.some((piece) => piece === undefined) ? undefined : all.flatMap((piece) => piece ?? []);
}

function component(schemas: Schemas, name: string, at: Pointer): Piece[] | undefined {
  if (schemas.isRecursive(name)) return undefined;
  const target = schemas.get(name, at);
  const found = pieces(schemas, target.value, target.at);
  if (!found || !isNode(target.value) || target.value.type !== "object") return undefined;
  const members = new Map(found.flatMap((piece) => [...piece.members]));
  if (members.size === 0) return undefined;
  const required = found.flatMap((piece) => piece.required);
  for (const [key, member] of members) members.set(key, { ...member, required: required.includes(key) });
  return [{ name, members, required }];
}

/** The whole of a schema with allOf as one object, if it can be one. */
export function extension(
  schemas: Schemas,
  node: Node,
  at: Pointer,
  translate: Translate,
  reference: (name: string) => string,
): Expression | undefined {
  const all = pieces(schemas, node, at);
  if (!all) return undefined;
  const names = all.flatMap((piece) => [...piece.members.keys()]);
  if (new Set(names).size < names.length) return undefined;
  const sharpened = sharpen(all, at);
  const own = all.filter((piece) => piece.name === undefined).flatMap((piece) => [...piece.members]);
  const added = new Map([...own, ...sharpened]);
  const bases = all.flatMap((piece) => (piece.name === undefined ? [] : [reference(piece.name)]));
  const [first, ...more] = bases;
  if (first === undefined) return { code: `z.object(${shape(added, translate)})`, kind: "object" };
  const mixed = more.map((base) => `.extend(${base}.shape)`).join("");
  const extended = added.size > 0 ? `.extend(${shape(added, translate)})` : "";
  return { code: `${first}${mixed}${extended}`, kind: "object" };
}

// Members that one part leaves optional and another requires.
function sharpen(all: Piece[], at: Pointer): [string, Property][] {
  const members = new Map(all.flatMap((piece) => [...piece.members]));
  return all.flatMap((piece) =>
    piece.required.flatMap((name): [string, Property][] => {
      const member =
        members.get(name) ?? fail(child(at, "allOf"), `the required member ${literal(name)} has no schema`);
      return piece.members.has(name) || member.required ? [] : [[name, { ...member, required: true }]];
    }),
  );
}
