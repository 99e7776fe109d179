import type { Place } from "../spec/place.ts";
import { type Operation, origin } from "../spec/read.ts";
import { documented, type Finding, presence, type Sides } from "./finding.ts";
import type { Pair } from "./operations.ts";

/** The schemas that name an operation as related are the schemas of its request and response bodies. */
export function* compareBodies(
  operation: Operation,
  pairs: Pair[],
  { facts, spec }: Sides,
): Generator<Finding> {
  const schemas = facts.schemas ?? {};
  const related = new Map(
    pairs.flatMap(({ fact, source }) => fact.schemas.map((schema): [string, Place] => [schema, source])),
  );
  const [source] = related.values();
  const bodies = bodiesOf(operation);
  for (const schema of new Set([...related.keys(), ...bodies])) {
    // A schema that is missing on either side was reported already.
    if (!source || !Object.hasOwn(schemas, schema) || !spec.schemas.has(schema)) continue;
    yield {
      fact: `operations/${operation.endpoint}/schemas/${schema}`,
      kind: "body",
      documentation: presence(related.has(schema)),
      spec: presence(bodies.has(schema)),
      at: operation.place,
      source: related.get(schema) ?? source,
    };
  }
}

function bodiesOf({ place }: Operation): Set<string> {
  const responses = place.get("responses")?.members.values() ?? [];
  const messages = [place.get("requestBody"), ...responses].map((message) =>
    message?.follow().get("content"),
  );
  const media = messages.flatMap((content) => [...(content?.members.values() ?? [])]);
  const schemas = media.map((type) => type.get("schema")).filter((schema) => schema !== undefined);
  return new Set(schemas.flatMap(documentedSchemas));
}

/** The documented schema here, or those that an extension offers beside others. */
function documentedSchemas(schema: Place): string[] {
  const target = schema.follow();
  if (schema.reference && origin(target) === documented) return [schema.reference];
  const choices = ["oneOf", "anyOf", "allOf"].flatMap((keyword) => target.get(keyword)?.items ?? []);
  return choices.flatMap(documentedSchemas);
}
