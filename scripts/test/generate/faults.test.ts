// Every gate is worth what it catches: each fault here is put into generated code, and a gate has to notice.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import { describe, expect, test } from "vitest";
import { contract } from "../../../packages/contract/src/specification.ts";
import { compare, report } from "../../generate/agreement/compare.ts";
import { type Built, compile, fixture, folder, load, write } from "./build.ts";

type Any = Record<string, unknown>;

async function build(
  name: string,
  document: Any,
  change: (file: string, text: string) => string,
): Promise<Built> {
  const out = await folder(name);
  const spec = join(out, "spec.json");
  await writeFile(
    spec,
    JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, ...document }),
  );
  await mkdir(join(out, "generated"));
  await write(spec, join(out, "generated"), change);
  return load(join(out, "generated"));
}

/** How many disagreements there are before and after the text of one file is changed. */
async function disagreements(
  name: string,
  document: Any,
  file: string,
  from: string,
  to: string,
): Promise<[number, number]> {
  const replace = (other: string, text: string) => {
    if (other !== file) return text;
    expect(text).toContain(from);
    return text.replace(from, to);
  };
  const right = await build(`${name}-right`, document, (_, text) => text);
  const wrong = await build(`${name}-wrong`, document, replace);
  const before = compare(right.document, right, 500);
  expect(before.disagreements, report(before)).toEqual([]);
  return [before.disagreements.length, compare(wrong.document, wrong, 500).disagreements.length];
}

const string = (more: Any) => ({ type: "string", ...more });
const object = (properties: Any, more: Any = {}) => ({ type: "object", properties, ...more });
const POINT = object({ x: { type: "number" }, y: { type: "number" } }, { required: ["x"] });

describe("the comparison with ajv notices", () => {
  const schemas: [string, Any, string, string][] = [
    ["a length that is one too long", string({ maxLength: 4 }), ".max(4)", ".max(5)"],
    ["a length that is one too short", string({ minLength: 2 }), ".min(2)", ".min(1)"],
    ["lengths counted in UTF-16", string({ maxLength: 4 }), ".max(4)", ".refine((text) => text.length <= 4)"],
    ["a pattern without the u flag", string({ pattern: "^.$" }), "$/u", "$/"],
    ["a pattern without its anchor", string({ pattern: "^[a-z]{2}$" }), "{2}$/", "{2}/"],
    [
      "zod's own date-time",
      string({ format: "date-time" }),
      'keywords.format("date-time")',
      "z.iso.datetime()",
    ],
    ["zod's own uri", string({ format: "uri" }), 'keywords.format("uri")', "z.url()"],
    ["zod's own email", string({ format: "email" }), 'keywords.format("email")', "z.email()"],
    ["a missing format", string({ format: "snowflake" }), 'keywords.format("snowflake")', "z.string()"],
    ["integers that are safe only", { type: "integer" }, "keywords.integer()", "z.int()"],
    ["a number for an integer", { type: "integer", minimum: 0, maximum: 9 }, "z.int()", "z.number()"],
    ["an int32 without its range", { type: "integer", format: "int32" }, "z.int32()", "z.int()"],
    ["a bound that became inclusive", { type: "number", exclusiveMinimum: 0 }, ".gt(0)", ".min(0)"],
    ["a bound that became exclusive", { type: "number", maximum: 7 }, ".max(7)", ".lt(7)"],
    [
      "binary division",
      { type: "number", multipleOf: 0.01 },
      "keywords.multipleOf(0.01)",
      "(n) => n % 0.01 === 0",
    ],
    [
      "an optional for an exactOptional",
      object({ a: { type: "string" } }),
      ".exactOptional()",
      ".optional()",
    ],
    ["a required member that became optional", POINT, "x: z.number()", "x: z.number().exactOptional()"],
    [
      "a member that is not checked",
      POINT,
      "y: z.number().exactOptional()",
      "y: z.unknown().exactOptional()",
    ],
    [
      "an open object for a closed one",
      object({ a: { type: "string" } }, { additionalProperties: false }),
      "z.strictObject",
      "z.object",
    ],
    ["a closed object for an open one", POINT, "z.object", "z.strictObject"],
    [
      "zod's own record",
      { type: "object", additionalProperties: { type: "integer" } },
      "keywords.record(",
      "z.record(z.string(), ",
    ],
    [
      "further members without a check",
      object({ a: { type: "string" } }, { additionalProperties: { type: "string" } }),
      "keywords.catchall({ a: z.string().exactOptional() }, z.string())",
      "z.looseObject({ a: z.string().exactOptional() })",
    ],
    [
      "members counted after unknown ones are dropped",
      object({ a: { type: "string" } }, { minProperties: 1 }),
      "keywords.minProperties(1, z.object({ a: z.string().exactOptional() }))",
      "z.object({ a: z.string().exactOptional() }).refine((one) => Object.keys(one).length >= 1)",
    ],
    [
      "duplicates",
      { type: "array", items: { type: "integer" }, uniqueItems: true },
      "keywords.uniqueItems(z.array(keywords.integer()))",
      "z.array(keywords.integer())",
    ],
    [
      "duplicates by identity",
      { type: "array", items: POINT, uniqueItems: true },
      "keywords.uniqueItems(z.array(z.object({ x: z.number(), y: z.number().exactOptional() })))",
      "z.array(z.object({ x: z.number(), y: z.number().exactOptional() })).refine((all) => new Set(all).size === all.length)",
    ],
    ["one item too many", { type: "array", items: { type: "integer" }, maxItems: 3 }, ".max(3)", ".max(4)"],
    ["a missing null", { type: ["string", "null"] }, ".nullable()", ""],
    ["a null too many", { type: "string" }, "z.string()", "z.string().nullable()"],
    ["a value missing from an enum", { enum: ["a", "b", 1] }, ", 1]", "]"],
    ["a string for an enum", string({ enum: ["a", "b"] }), 'z.enum(["a", "b"])', "z.string()"],
    [
      "any for exactly one",
      {
        oneOf: [
          { type: "integer", minimum: 0 },
          { type: "integer", maximum: 9 },
        ],
      },
      "z.xor",
      "z.union",
    ],
    [
      "one for all",
      {
        type: "object",
        allOf: [POINT, { type: "object", properties: { x: { type: "number", minimum: 1 } } }],
      },
      ".min(1)",
      "",
    ],
    [
      "zod's own intersection",
      {
        type: "object",
        allOf: [object({ a: {} }, { additionalProperties: false }), object({ a: string({}), b: {} })],
      },
      "keywords.allOf(",
      "z.intersection(",
    ],
    [
      "a wrong discriminator",
      {
        type: "object",
        oneOf: ["a", "b"].map((kind) =>
          object({ kind: string({ const: kind }), [kind]: string({}) }, { required: ["kind", kind] }),
        ),
      },
      'z.literal("a"), a: z.string()',
      'z.literal("a"), a: z.string().exactOptional()',
    ],
    ["a member that is undefined where anything goes", object({ a: {} }), "keywords.any()", "z.unknown()"],
  ];
  test.each(schemas.map((row, index) => [...row, index] as const))(
    "%s",
    async (_, schema, from, to, index) => {
      const [, wrong] = await disagreements(
        `fault-${index}`,
        { components: { schemas: { Subject: schema } } },
        "schemas.ts",
        from,
        to,
      );
      expect(wrong).toBeGreaterThan(0);
    },
  );

  const parameters: [string, Any, string, string][] = [
    [
      "zod's coercion to numbers",
      { schema: { type: "integer" } },
      'input.text("integer", keywords.integer())',
      "z.coerce.number().int()",
    ],
    [
      "zod's coercion to booleans",
      { schema: { type: "boolean" } },
      'input.text("boolean", z.boolean())',
      "z.coerce.boolean()",
    ],
    [
      "a list that is no list when it comes once",
      { schema: { type: "array", items: { type: "string" } } },
      'input.list("string", z.array(z.string()))',
      "z.array(z.string())",
    ],
    [
      "a list with the wrong separator",
      { explode: false, schema: { type: "array", items: { type: "integer" } } },
      '","',
      '"|"',
    ],
    ["an optional parameter that became required", { schema: { type: "string" } }, ".exactOptional()", ""],
  ];
  test.each(parameters.map((row, index) => [...row, index] as const))(
    "%s",
    async (_, parameter, from, to, index) => {
      const operation = {
        operationId: "a",
        parameters: [{ name: "p", in: "query", ...parameter }],
        responses: {},
      };
      const [, wrong] = await disagreements(
        `fault-p${index}`,
        { paths: { "/a": { get: operation } } },
        "routes.ts",
        from,
        to,
      );
      expect(wrong).toBeGreaterThan(0);
    },
  );

  test("a form whose fields are not read", async () => {
    const content = {
      "multipart/form-data": { schema: object({ n: { type: "integer" } }, { required: ["n"] }) },
    };
    const operation = { operationId: "a", requestBody: { content }, responses: {} };
    const [, wrong] = await disagreements(
      "fault-form",
      { paths: { "/a": { put: operation } } },
      "routes.ts",
      'n: "integer"',
      'm: "integer"',
    );
    expect(wrong).toBeGreaterThan(0);
  });
});

test("the proof of types notices a type that differs in either direction", async () => {
  const faults = [
    ["a wider member", "tonnage?: number", "tonnage?: number | string"],
    ["a narrower member", "tonnage?: number", "tonnage?: 1"],
    ["a required member", "tonnage?: number", "tonnage: number"],
    ["a missing optional member", "tonnage?: number;", ""],
    ["an optional member too many", "tonnage?: number;", "tonnage?: number; cargo?: string;"],
    ["any", "tonnage?: number;", "tonnage?: any;"],
  ] as const;
  const files = await Promise.all(
    faults.map(async ([, from, to], index) => {
      const out = await folder(`fault-type-${index}`);
      await write(fixture("harbour"), out, (name, text) =>
        name === "api.ts" ? text.replace(from, to) : text,
      );
      return join(out, "assignability.ts");
    }),
  );
  const noticed = new Set(compile(files).map((error) => error.split("/")[0]));
  expect([...noticed].sort()).toEqual(faults.map((_, index) => `fault-type-${index}`));
}, 60_000);

describe("the comparison of documents notices", () => {
  const document = {
    paths: {
      "/a": {
        get: {
          operationId: "a",
          summary: "A",
          responses: {
            200: {
              description: "A",
              content: { "application/json": { schema: { $ref: "#/components/schemas/Subject" } } },
            },
          },
        },
      },
    },
    components: { schemas: { Subject: POINT, Other: POINT } },
  };

  async function emitted(
    change: (routes: Record<string, RouteConfig>) => Record<string, RouteConfig>,
    components = true,
  ) {
    const {
      routes,
      componentSchemas,
      document: bundle,
    } = await build("fault-document", document, (_, text) => text);
    const changed = change(routes);
    const { registerComponents, registerRoute, emitDocument } = contract(bundle, componentSchemas, changed);
    const app = new OpenAPIHono();
    if (components) registerComponents(app.openAPIRegistry);
    for (const id of Object.keys(changed)) registerRoute(app.openAPIRegistry, id);
    return { emitted: components ? emitDocument(app) : {}, bundle };
  }

  const faults: [string, (route: RouteConfig) => Record<string, RouteConfig>][] = [
    ["a route that is not there", () => ({})],
    ["a route under another path", (route) => ({ a: { ...route, path: "/b" } })],
    ["another method", (route) => ({ a: { ...route, method: "post" } })],
    ["another summary", (route) => ({ a: { ...route, summary: "B" } })],
    [
      "a status too many",
      (route) => ({ a: { ...route, responses: { ...route.responses, 201: { description: "B" } } } }),
    ],
    ["a route too many", (route) => ({ a: route, b: { ...route, path: "/b" } })],
  ];
  test.each(faults)("%s", async (_, fault) => {
    const unchanged = await emitted((routes) => routes);
    expect(unchanged.emitted).toEqual(unchanged.bundle);
    const { emitted: wrong, bundle } = await emitted(({ a }) => (a ? fault(a) : {}));
    expect(wrong).not.toEqual(bundle);
  });
});
