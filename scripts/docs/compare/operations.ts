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
    else if (sides.facts.operations && !guideOperations.includes(operation.endpoint))
      yield* undocumented(operation, sides);
  }
}

/**
 * The operation at the documented method and path. An endpoint that the spec lacks is most likely one that was renamed:
 * it is then told by its slug, so that the renaming is one difference and not an operation gone, one too many and
 * their bodies. Not `known` is one that the page gives under its right method and path as well.
 */
function operationOf(
  fact: OperationFact,
  { facts, spec }: Sides,
): { operation: Operation; known: boolean } | undefined {
  const exact = spec.operations.get(endpoint(fact));
  if (exact) return { operation: exact, known: true };
  const id = camelCase(fact.slug);
  const given = new Set(facts.operations?.map(endpoint));
  const left = [...spec.operations.values()].filter(
    (operation) => origin(operation.place) === documented && !given.has(operation.endpoint),
  );
  // A second path of one slug has the slug's name and more.
  const renamed =
    left.find((operation) => operation.id === id) ?? left.find((operation) => operation.id.startsWith(id));
  if (renamed) return { operation: renamed, known: true };
  const operation = spec.operations.values().find((operation) => operation.id === id);
  return operation && { operation, known: false };
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

function* undocumented({ endpoint, place }: Operation, sides: Sides): Generator<Finding> {
  if (origin(place) !== documented) return;
  const source = sides.source.reach(["operations"]);
  const fact = `operations/${endpoint}`;
  yield { fact, kind: "operation", documentation: absent, spec: documented, at: place, source };
}

function camelCase(slug: string): string {
  return slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
