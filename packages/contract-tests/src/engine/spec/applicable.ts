import { asArray, asObject, asString, isObject, type JsonObject } from "../json.ts";
import type { Oracle } from "./oracle.ts";
import { type Located, locate, nodeAt, pointerTo } from "./pointer.ts";

export interface Reader {
  document: JsonObject;
  oracle: Oracle;
}

/**
 * Every schema that speaks about this very value: the one given, what its `$ref`s lead to, all of `allOf`, and those branches of
 * `anyOf`, `oneOf` and `if` that the value takes. Boolean schemas are left out, as they name nothing.
 */
export function applicable(reader: Reader, pointer: string, value: unknown): readonly Located[] {
  const always = certain(reader, pointer);
  if (always) return always;
  const found = new Map<string, Located>();
  collect(reader, pointer, value, found);
  return [...found.values()];
}

const certainties = new WeakMap<JsonObject, Map<string, readonly Located[] | undefined>>();

/** The same for every value, where no branch depends on it: so it is with most schemas. */
function certain({ document }: Reader, pointer: string): readonly Located[] | undefined {
  const known = certainties.get(document) ?? new Map<string, readonly Located[] | undefined>();
  certainties.set(document, known);
  if (!known.has(pointer)) known.set(pointer, collectCertain(document, pointer, new Map()));
  return known.get(pointer);
}

function collectCertain(
  document: JsonObject,
  pointer: string,
  found: Map<string, Located>,
): readonly Located[] | undefined {
  const node = nodeAt(document, pointer);
  if (!isObject(node) || found.has(pointer)) return [...found.values()];
  if (CHOICES.some((word) => word in node)) return undefined;
  found.set(pointer, { pointer, node });
  const next = inEveryCase(document, pointer, node);
  const isCertain = next.every((each) => collectCertain(document, each, found) !== undefined);
  return isCertain ? [...found.values()] : undefined;
}

const CHOICES = ["anyOf", "oneOf", "if", "dependentSchemas"];

function collect(reader: Reader, pointer: string, value: unknown, found: Map<string, Located>): void {
  const node = nodeAt(reader.document, pointer);
  if (!isObject(node) || found.has(pointer)) return;
  found.set(pointer, { pointer, node });
  for (const next of inPlace(reader, pointer, node, value)) collect(reader, next, value, found);
}

function inPlace(reader: Reader, pointer: string, node: JsonObject, value: unknown): string[] {
  const chosen = ["anyOf", "oneOf"].flatMap((word) =>
    taken(reader, node, branches(pointer, node, word), value),
  );
  return [
    ...inEveryCase(reader.document, pointer, node),
    ...chosen,
    ...conditional(reader, pointer, node, value),
    ...dependent(pointer, node, value),
  ];
}

function inEveryCase(document: JsonObject, pointer: string, node: JsonObject): string[] {
  const target = "$ref" in node ? [locate(document, pointer).pointer] : [];
  return [...target, ...branches(pointer, node, "allOf")];
}

export function branches(pointer: string, node: JsonObject, word: string): string[] {
  return asArray(node[word]).map((_, index) => pointerTo(pointer, word, index));
}

// When a value takes no branch it is wrong in a way that is reported elsewhere; then the one that the discriminator names
// speaks, and where there is none, all of them.
function taken(reader: Reader, node: JsonObject, pointers: string[], value: unknown): string[] {
  const accepting = pointers.filter((pointer) => reader.oracle.accepts(pointer, value));
  if (accepting.length > 0) return accepting;
  const named = discriminated(node, value);
  const meant = pointers.filter((pointer) =>
    named.has(asString(asObject(nodeAt(reader.document, pointer)).$ref)),
  );
  return meant.length > 0 ? meant : pointers;
}

/** The `$ref`s that the discriminator's value may stand for (OpenAPI 3.1, 4.8.25): by its mapping, or by name. */
function discriminated({ discriminator }: JsonObject, value: unknown): Set<string | undefined> {
  const { propertyName, mapping } = asObject(discriminator);
  const name = typeof propertyName === "string" ? asString(asObject(value)[propertyName]) : undefined;
  if (name === undefined) return new Set();
  const target = asString(asObject(mapping)[name]) ?? name;
  return new Set([target, `#/components/schemas/${target}`]);
}

function conditional({ oracle }: Reader, pointer: string, node: JsonObject, value: unknown): string[] {
  if (!("if" in node)) return [];
  const holds = oracle.accepts(pointerTo(pointer, "if"), value);
  const words = holds ? ["if", "then"] : ["else"];
  return words.filter((word) => word in node).map((word) => pointerTo(pointer, word));
}

function dependent(pointer: string, node: JsonObject, value: unknown): string[] {
  const schemas = node.dependentSchemas;
  if (!isObject(schemas) || !isObject(value)) return [];
  const present = Object.keys(schemas).filter((name) => Object.hasOwn(value, name));
  return present.map((name) => pointerTo(pointer, "dependentSchemas", name));
}

/** The schemas that this one has for a member of an object; none when it does not name the member. */
export function memberSchemas({ pointer, node }: Located, member: string): string[] {
  if (!isObject(node)) return [];
  const { properties, patternProperties } = node;
  const named = isObject(properties) && Object.hasOwn(properties, member);
  if (patternProperties === undefined && named) return [pointerTo(pointer, "properties", member)];
  const patterns = Object.keys(isObject(patternProperties) ? patternProperties : {});
  const matching = patterns.filter((pattern) => new RegExp(pattern, "u").test(member));
  const own = [
    ...(named ? [pointerTo(pointer, "properties", member)] : []),
    ...matching.map((pattern) => pointerTo(pointer, "patternProperties", pattern)),
  ];
  if (own.length > 0) return own;
  return ["additionalProperties", "unevaluatedProperties"]
    .filter((word) => word in node)
    .map((word) => pointerTo(pointer, word));
}

/** Where the schema of each member of this value stands; the value is looked at when the first is asked for. */
export function membersIn(
  reader: Reader,
  schema: string,
  value: unknown,
): (name: string) => string | undefined {
  let all: readonly Located[] | undefined;
  return (name) => {
    all ??= applicable(reader, schema, value);
    return all.flatMap((each) => memberSchemas(each, name))[0];
  };
}

export function itemSchemas({ pointer, node }: Located, index: number): string[] {
  if (!isObject(node)) return [];
  if (index < asArray(node.prefixItems).length) return [pointerTo(pointer, "prefixItems", index)];
  return "items" in node ? [pointerTo(pointer, "items")] : [];
}

const MEMBER_WORDS = ["properties", "patternProperties", "additionalProperties", "unevaluatedProperties"];

/** A schema without any of these words is a free-form object, which no member can be undocumented in. */
export function describesMembers({ node }: Located): boolean {
  return isObject(node) && MEMBER_WORDS.some((word) => word in node);
}
