import { endpoint, type OperationFact } from "../model.ts";
import type { Place } from "../spec/place.ts";
import { type Operation, origin } from "../spec/read.ts";
import { compareBodies } from "./bodies.ts";
import { absent, documented, type Finding, type Sides } from "./finding.ts";
import { guideOperations } from "./guide.ts";

/** A documented operation and the one of the spec that it means. */
export interface Pair {
  fact: OperationFact;
  source: Place;
  operation: Operation;
}

export function* compareOperations(sides: Sides): Generator<Finding> {
  const pairs: Pair[] = [];
  for (const [index, fact] of (sides.facts.operations ?? []).entries()) {
    const source = sides.source.reach(["operations", index]);
    const meant = operationOf(fact, sides);
    if (meant) pairs.push({ fact, source, operation: meant.operation });
    if (meant?.known) yield* compareOperation({ fact, source, operation: meant.operation });
    else yield missing(fact, source, sides);
  }
  for (const operation of sides.spec.operations.values()) {
    const own = pairs.filter((pair) => pair.operation === operation);
    if (own.length > 0) yield* compareBodies(operation, own, sides);
    else if (sides.facts.operations && isDocumented(operation)) yield undocumented(operation, sides);
  }
}

/**
 * The operation at the documented method and path, unless the spec has the documented slug at an endpoint that no page
 * gives: then that one was most likely renamed, and the renaming is one difference instead of an operation gone, one
 * too many and their bodies. Not `known` is an operation that the pages give under its right method and path as well.
 */
function operationOf(
  fact: OperationFact,
  { facts, spec }: Sides,
): { operation: Operation; known: boolean } | undefined {
  const id = camelCase(fact.slug);
  const given = new Set(facts.operations?.map(endpoint));
  const all = [...spec.operations.values()];
  const left = all.filter((operation) => isDocumented(operation) && !given.has(operation.endpoint));
  const exact = spec.operations.get(endpoint(fact));
  // A second path of one slug has the slug's name and more.
  const isNamed = (operation: Operation): boolean => operation.id.startsWith(id);
  const renamed = left.find((operation) => operation.id === id) ?? left.find(isNamed);
  const operation = exact && (!renamed || (isDocumented(exact) && isNamed(exact))) ? exact : renamed;
  if (operation) return { operation, known: true };
  const elsewhere = all.find((operation) => operation.id === id);
  return elsewhere && { operation: elsewhere, known: false };
}

function* compareOperation({ fact, source, operation }: Pair): Generator<Finding> {
  const id = `operations/${operation.endpoint}`;
  const at = operation.place;
  yield { fact: id, kind: "operation", documentation: documented, spec: origin(at), at, source };
  if (operation.endpoint !== endpoint(fact)) {
    const documentation = endpoint(fact);
    yield { fact: `${id}/endpoint`, kind: "operation", documentation, spec: operation.endpoint, at, source };
  }
  const documentation = camelCase(fact.slug);
  const slug = at.get("operationId") ?? at;
  yield { fact: `${id}/slug`, kind: "slug", documentation, spec: operation.id, at: slug, source };
}

function missing(fact: OperationFact, source: Place, { spec }: Sides): Finding {
  const at = spec.root.reach(["paths"]);
  const id = `operations/${endpoint(fact)}`;
  return { fact: id, kind: "operation", documentation: documented, spec: absent, at, source };
}

function undocumented({ endpoint, place }: Operation, sides: Sides): Finding {
  const source = sides.source.reach(["operations"]);
  const fact = `operations/${endpoint}`;
  return { fact, kind: "operation", documentation: absent, spec: documented, at: place, source };
}

/** Whether the spec transcribes this operation from a page of schemas. */
function isDocumented({ endpoint, place }: Operation): boolean {
  return origin(place) === documented && !guideOperations.includes(endpoint);
}

function camelCase(slug: string): string {
  return slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
