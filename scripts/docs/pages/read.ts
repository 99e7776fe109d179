import { byCodeUnit, endpoint, type Facts, type OperationFact } from "../model.ts";
import { isGuide, readGuide } from "./guide.ts";
import { contentLines, type Page, PageError } from "./lines.ts";
import { type Reference, type Related, readReference } from "./reference.ts";

/** The facts of all pages together, in an order that depends on the facts alone. */
export function readPages(pages: Page[]): Facts {
  const facts: Facts = {};
  const references: Reference[] = [];
  for (const page of pages) {
    const lines = contentLines(page);
    const start = lines[0];
    if (!start) throw new PageError({ page: page.name, number: 1 }, "the page is empty");
    if (!isGuide(lines)) references.push(readReference(lines));
    else if (!facts.guide) facts.guide = readGuide(lines);
    else throw new PageError(start, "a second guide page");
  }
  return references.length === 0 ? facts : { ...merge(references, pages), ...facts };
}

function merge(references: Reference[], pages: Page[]): Facts {
  const schemas = references.flatMap((reference) => [...reference.schemas]);
  const twice = schemas.find(([name], index) => schemas.findIndex(([other]) => other === name) !== index);
  if (twice)
    throw new Error(`${twice[0]} is described on two of ${pages.map(({ name }) => name).join(", ")}`);
  return {
    schemas: Object.fromEntries(schemas.toSorted(([a], [b]) => byCodeUnit(a, b))),
    operations: operationsOf(references.flatMap((reference) => reference.related)),
  };
}

function operationsOf(related: Related[]): OperationFact[] {
  const groups = Map.groupBy(related, (entry) => `${entry.path} ${entry.method} ${entry.slug}`);
  return [...groups]
    .toSorted(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([, entries]) => {
      const [first] = entries;
      if (!first) return [];
      const { method, path, slug } = first;
      return [{ method, path, slug, schemas: entries.map((entry) => entry.schema).toSorted(byCodeUnit) }];
    });
}

/** What a set of facts holds, in one line. */
export function summary({ schemas, operations, guide }: Facts): string {
  const parts: string[] = [];
  if (schemas && operations) {
    const fields = Object.values(schemas).flatMap((schema) =>
      schema.kind === "object" ? Object.keys(schema.fields) : [],
    );
    const pairs = new Set(operations.map(endpoint)).size;
    parts.push(
      `${Object.keys(schemas).length} schemas, ${fields.length} fields, ${pairs} method-and-path pairs`,
    );
  }
  if (guide) {
    const { scopes, authorizationErrors, rateLimits } = guide;
    const codes = `${authorizationErrors.length} authorization errors`;
    parts.push(`${scopes.length} scopes, ${codes}, ${rateLimits.length} rate limits`);
  }
  return parts.join(", ");
}
