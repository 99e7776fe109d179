import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { root } from "../../docs/cli.ts";
import { compare } from "../../docs/compare/compare.ts";
import { judge, readDivergences } from "../../docs/divergences.ts";
import type { Facts, SchemaFact } from "../../docs/model.ts";
import { Place } from "../../docs/spec/place.ts";
import { readSpec } from "../../docs/spec/read.ts";

const path = root("openapi/docs-facts.json");
const text = readFileSync(path, "utf8");
const source = Place.open(path);
const spec = readSpec(root("openapi/openapi.yaml"));
const divergences = readDivergences(root("openapi/divergences.yaml"));

function differences(facts: Facts): string[] {
  return judge(compare({ facts, source, spec }), divergences).differences.map(
    (difference) => difference.text,
  );
}

/** Alters one fact; each is tried on facts of its own. */
type Alteration = [name: string, alter: (facts: Required<Facts>) => void];

function alterations({ schemas, operations, guide }: Required<Facts>): Alteration[] {
  return [
    ...Object.entries(schemas).flatMap(([name, schema]) => ofSchema(name, schema)),
    ...operations.flatMap((operation, index) => ofOperation(index, operation.schemas.length)),
    ...guide.scopes.map(
      (scope, index): Alteration => [scope, (facts) => facts.guide.scopes.splice(index, 1)],
    ),
    ...guide.authorizationErrors.map(
      (code, index): Alteration => [code, (facts) => facts.guide.authorizationErrors.splice(index, 1)],
    ),
    ...guide.rateLimits.map(
      ({ path }, index): Alteration => [
        path,
        ({ guide: { rateLimits } }) => rateLimits.splice(index, 1, { path, limit: 11, window: 10 }),
      ],
    ),
  ];
}

function ofSchema(name: string, schema: SchemaFact): Alteration[] {
  const on = (of: string, alter: (schema: never) => void): Alteration => [
    `${name} ${of}`,
    ({ schemas }) => alter(schemas[name] as never), // each caller knows the kind of this schema
  ];
  type Of<Kind> = Extract<SchemaFact, { kind: Kind }>;
  const kind: Alteration = [
    `${name} type`,
    ({ schemas }) => {
      schemas[name] = { kind: "alias", type: { type: "boolean" } };
    },
  ];
  switch (schema.kind) {
    case "object":
      return [
        kind,
        on("new field", ({ fields }: Of<"object">) => {
          fields.brand_new = { optional: true, nullable: false, type: { type: "string" } };
        }),
        ...Object.entries(schema.fields).flatMap(([field, { optional, nullable }]) => [
          on(`${field}?`, ({ fields }: Of<"object">) =>
            Object.assign(fields[field] ?? {}, { optional: !optional }),
          ),
          on(`?${field}`, ({ fields }: Of<"object">) =>
            Object.assign(fields[field] ?? {}, { nullable: !nullable }),
          ),
          on(`${field} type`, ({ fields }: Of<"object">) =>
            Object.assign(fields[field] ?? {}, { type: { ref: "X" } }),
          ),
          on(`no ${field}`, ({ fields }: Of<"object">) => delete fields[field]),
        ]),
      ];
    case "flags":
      return [
        kind,
        ...Object.keys(schema.flags).map((flag) =>
          on(flag, ({ flags }: Of<"flags">) => Object.assign(flags, { [flag]: 64 })),
        ),
      ];
    case "enum":
      return [
        kind,
        ...schema.values.map((value, index) =>
          on(value, ({ values }: Of<"enum">) => values.splice(index, 1)),
        ),
      ];
    case "alias":
      return [kind];
  }
}

function ofOperation(index: number, related: number): Alteration[] {
  const on = (of: string, change: (operation: Required<Facts>["operations"][number]) => void): Alteration => [
    `operation ${index} ${of}`,
    ({ operations }) => operations.slice(index, index + 1).forEach(change),
  ];
  return [
    on("path", (operation) => {
      operation.path += "/more";
    }),
    on("method", (operation) => {
      operation.method = "PUT";
    }),
    on("slug", (operation) => {
      operation.slug += "-more";
    }),
    ...(related > 1 ? [on("relation", ({ schemas }) => schemas.pop())] : []),
  ];
}

test("Every single fact of the committed pages, altered, is exactly one difference to the committed spec", {
  timeout: 60_000,
}, () => {
  const parse = (): Required<Facts> => JSON.parse(text);
  expect(differences(parse())).toEqual([]);
  const cases = alterations(parse());
  const wrong = cases.flatMap(([name, alter]) => {
    const facts = parse();
    alter(facts);
    const { length } = differences(facts);
    return length === 1 ? [] : [`${name}: ${length}`];
  });
  expect(wrong).toEqual([]);
  expect(cases.length).toBeGreaterThan(600);
});
