import { undocumentedMembers } from "../engine/check/undocumented.ts";
import type { Operation, Spec } from "../engine/index.ts";
import { asArray, type JsonObject } from "../engine/json.ts";
import { type DocumentedResponse, responseFor } from "../engine/spec/operation.ts";
import { jsonOf, withJson } from "./content.ts";
import type { SpecFault } from "./fault.ts";
import {
  type Change,
  changedAt,
  ITEM,
  nameOf,
  REMOVED,
  type SchemaPlace,
  schemaPlaces,
} from "./schema-places.ts";

interface Damage {
  kind: string;
  /** With the property in the place of `*`. */
  says: string;
  change: Change;
}

/** Every property of every documented answer: dropped, renamed, of another type, null, or an enum value beside the list. */
export function responsePropertyFaults(spec: Spec, operation: Operation): SpecFault[] {
  return operation.responses.flatMap((response) =>
    response.content.flatMap(({ schema }) =>
      schema === undefined ? [] : faultsIn(spec, operation, response, schema),
    ),
  );
}

function faultsIn(
  spec: Spec,
  operation: Operation,
  response: DocumentedResponse,
  schema: string,
): SpecFault[] {
  const places = schemaPlaces(spec.document, schema);
  const byPath = [...Map.groupBy(places, ({ path }) => nameOf(path)).values()];
  return byPath.flatMap((group) => {
    const [place] = group as [SchemaPlace];
    return damagesOf(places, group).map(({ kind, says, change }): SpecFault => {
      const name = nameOf(place.path) || "the body";
      return {
        name: `${operation.id} ${response.status} ${name}: ${kind}`,
        family: "response property",
        kind,
        operationId: operation.id,
        says: `${operation.id} answers ${response.status} ${says.replace("*", () => name)}.`,
        pointer: place.pointer,
        isCertain: isCertain(places, place.path),
        start: () => ({
          tells: (answer, request) => {
            const isHere =
              request.operation === operation && responseFor(operation, answer.status) === response;
            const value = isHere ? jsonOf(answer) : undefined;
            const changed = value === undefined ? undefined : changedAt(value, place.path, change);
            // What the document allows as well is no fault.
            return changed === undefined || isAllowed(spec, schema, changed)
              ? undefined
              : withJson(answer, changed);
          },
        }),
      };
    });
  });
}

/** Required at each step of the way. */
function isCertain(places: readonly SchemaPlace[], path: readonly string[]): boolean {
  return path.every((step, index) => step === ITEM || isRequired(places, path.slice(0, index), step));
}

function isRequired(places: readonly SchemaPlace[], parent: readonly string[], name: string): boolean {
  return places.some((place) => {
    return nameOf(place.path) === nameOf(parent) && asArray(place.node.required).includes(name);
  });
}

function isAllowed(spec: Spec, schema: string, value: unknown): boolean {
  return spec.oracle.accepts(schema, value) && undocumentedMembers(spec, schema, value).length === 0;
}

function damagesOf(places: readonly SchemaPlace[], group: readonly SchemaPlace[]): Damage[] {
  const nodes = group.map(({ node }) => node);
  const { path } = group[0] as SchemaPlace;
  return [
    ...(path.length > 0 && path.at(-1) !== ITEM ? ofMember(places, path) : []),
    ...(path.length > 0 ? ofValue(nodes) : []),
    ...(nodes.some((node) => "properties" in node) ? [EXTRA] : []),
  ];
}

const EXTRA: Damage = {
  kind: "one more",
  says: "with a member in * that is not documented",
  change: (value) => ({ ...(value as JsonObject), conformance_internal: true }),
};

function ofMember(places: readonly SchemaPlace[], path: readonly string[]): Damage[] {
  const renamed: Damage = {
    kind: "renamed",
    says: "with * under another name",
    change: (value, { parent: members, key }) => {
      Object.assign(members, { [`${key}_`]: value });
      return REMOVED;
    },
  };
  const dropped: Damage = { kind: "dropped", says: "without *", change: () => REMOVED };
  return isRequired(places, path.slice(0, -1), String(path.at(-1))) ? [dropped, renamed] : [renamed];
}

function ofValue(nodes: readonly JsonObject[]): Damage[] {
  const types = new Set(nodes.flatMap(({ type }) => (Array.isArray(type) ? type : [type])));
  const isNullable = types.has("null");
  const allowed = nodes.flatMap((node) => ("const" in node ? [node.const] : asArray(node.enum)));
  return [
    { kind: "of another type", says: "with * of another type", change: retyped },
    ...(isNullable ? [] : [{ kind: "null", says: "with null for *", change: () => null }]),
    ...(allowed.length > 0
      ? [
          {
            kind: "not in the list",
            says: "with a value of * that is not in its list",
            change: beside(allowed),
          },
        ]
      : []),
  ];
}

function retyped(value: unknown): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) return {};
  switch (typeof value) {
    case "string":
      // Identifiers as numbers are the classic.
      return /^[0-9]+$/.test(value) ? Number(value) : 0;
    case "number":
      return String(value);
    case "boolean":
      return Number(value);
    default:
      return [];
  }
}

function beside(allowed: readonly unknown[]): Change {
  return (value) => {
    if (typeof value === "number") return Math.max(...allowed.filter((each) => typeof each === "number")) + 1;
    if (typeof value !== "string") return undefined;
    return value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase();
  };
}
