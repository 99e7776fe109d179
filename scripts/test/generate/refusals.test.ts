import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { generate } from "../../generate/generate.ts";
import { folder } from "./build.ts";

type Any = Record<string, unknown>;

let out = "";
let count = 0;
beforeAll(async () => {
  out = await folder("refusals");
});

async function generated(document: Any): Promise<unknown> {
  const file = join(out, `${count++}.json`);
  await writeFile(
    file,
    JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, ...document }),
  );
  return generate(file, join(out, "generated"));
}

const withSchemas = (schemas: Any) => generated({ components: { schemas } });
const withOperation = (operation: Any, components: Any = {}) =>
  generated({
    paths: { "/a": { get: { operationId: "a", responses: { 204: { description: "Done" } }, ...operation } } },
    components,
  });
const withParameter = (parameter: Any) =>
  withOperation({ parameters: [{ name: "p", in: "query", schema: { type: "string" }, ...parameter }] });
const withBody = (content: Any) => withOperation({ requestBody: { content } });

const SUBJECT = "#/components/schemas/Subject";
const OPERATION = "#/paths/~1a/get";

describe("a schema keyword without a translation is refused, naming its place", () => {
  const keywords: [string, Any, string][] = [
    ["if", { if: {} }, "/if"],
    ["not", { not: {} }, "/not"],
    ["prefixItems", { type: "array", prefixItems: [{}] }, "/prefixItems"],
    ["contains", { type: "array", contains: {} }, "/contains"],
    ["patternProperties", { type: "object", patternProperties: {} }, "/patternProperties"],
    ["propertyNames", { type: "object", propertyNames: {} }, "/propertyNames"],
    ["dependentRequired", { type: "object", dependentRequired: {} }, "/dependentRequired"],
    ["unevaluatedProperties", { type: "object", unevaluatedProperties: false }, "/unevaluatedProperties"],
    ["nullable", { type: "string", nullable: true }, "/nullable"],
    ["readOnly", { type: "string", readOnly: true }, "/readOnly"],
    ["$defs", { $defs: {} }, "/$defs"],
    ["xml", { type: "object", xml: {} }, "/xml"],
    [
      "a misspelt keyword, deep inside",
      { type: "object", properties: { "a/b": { type: "array", items: { type: "string", maxlength: 1 } } } },
      "/properties/a~1b/items/maxlength",
    ],
  ];
  test.each(keywords)("%s", async (_, schema, place) => {
    await expect(withSchemas({ Subject: schema })).rejects.toThrow(
      `${SUBJECT}${place}: the generator does not know`,
    );
  });
});

describe("what a schema says in a way that would be lost is refused, naming its place", () => {
  const named = { type: "object", properties: { a: { type: "string" } } };
  const tagged = (kind: string) => ({
    type: "object",
    required: ["kind"],
    properties: { kind: { type: "string", const: kind } },
  });
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const cases: [string, Any, string][] = [
    ["an unknown type", { Subject: { type: "text" } }, "/type"],
    ["an unknown format", { Subject: { type: "string", format: "color" } }, "/format"],
    ["a pattern that is none", { Subject: { type: "string", pattern: "(" } }, "/pattern"],
    ["a pattern only without the u flag", { Subject: { type: "string", pattern: "\\-" } }, "/pattern"],
    ["a keyword of another type", { Subject: { type: "string", minimum: 1 } }, "/minimum"],
    ["a keyword without a type", { Subject: { maxLength: 1 } }, "/maxLength"],
    ["a required member without a schema", { Subject: { ...named, required: ["b"] } }, "/required"],
    [
      "a required member without a schema in allOf",
      { Subject: { type: "object", allOf: [named, { required: ["b"] }] } },
      "/allOf",
    ],
    [
      "a member name of the prototype",
      { Subject: { type: "object", properties: { constructor: {} } } },
      "/properties/constructor",
    ],
    ["an enum of objects", { Subject: { enum: [{}] } }, "/enum"],
    ["an enum value of another type", { Subject: { type: "string", enum: [1] } }, "/enum"],
    [
      "a null type beside an enum without null",
      { Subject: { type: ["string", "null"], enum: ["a"] } },
      "/enum",
    ],
    ["a bound beside an enum", { Subject: { type: "string", enum: ["a"], maxLength: 1 } }, "/maxLength"],
    [
      "a format that a value of enum does not have",
      { Subject: { type: "integer", format: "int32", enum: [2 ** 31] } },
      "/format",
    ],
    [
      "an assertion beside $ref",
      { Other: named, Subject: { ...ref("Other"), minProperties: 1 } },
      "/minProperties",
    ],
    [
      "a reference into a schema",
      {
        Other: named,
        Subject: { type: "array", items: { $ref: "#/components/schemas/Other/properties/a" } },
      },
      "/items/$ref",
    ],
    [
      "a discriminator that is no constant",
      { A: named, B: named, Subject: { oneOf: [ref("A"), ref("B")], discriminator: { propertyName: "a" } } },
      "/discriminator",
    ],
    [
      "a discriminator mapped to another constant",
      {
        A: tagged("a"),
        B: tagged("b"),
        Subject: {
          oneOf: [ref("A"), ref("B")],
          discriminator: { propertyName: "kind", mapping: { b: ref("A").$ref, a: ref("B").$ref } },
        },
      },
      "/discriminator",
    ],
    [
      "a discriminator without oneOf",
      { Subject: { ...named, discriminator: { propertyName: "a" } } },
      "/discriminator",
    ],
    ["an array of itself", { Subject: { type: "array", items: ref("Subject") } }, ""],
    ["a choice of itself", { Subject: { anyOf: [{ type: "string" }, ref("Subject")] } }, ""],
    ["two names that are one identifier", { "Sub.ject": named, Sub_ject: named }, "Sub_ject"],
  ];
  test.each(cases)("%s", async (_, schemas, place) => {
    const at = place === "Sub_ject" ? "#/components/schemas/Sub_ject" : `${SUBJECT}${place}`;
    await expect(withSchemas(schemas)).rejects.toThrow(`${at}: `);
  });
});

describe("what stands around schemas is refused when it has no translation, naming its place", () => {
  const json = (schema: Any) => withBody({ "application/json": { schema } });
  const BODY = `${OPERATION}/requestBody/content/application~1json/schema`;
  const cases: [string, () => Promise<unknown>, string][] = [
    [
      "an operation named like a constant of routes.ts",
      () => withOperation({ operationId: "input" }),
      `${OPERATION}/operationId`,
    ],
    [
      "a default in a choice of a body",
      () => json({ oneOf: [{ type: "object", properties: { a: { type: "string", default: "" } } }] }),
      `${BODY}/oneOf/0/properties/a/default`,
    ],
    [
      "a default inside a member of a body",
      () =>
        json({
          type: "object",
          properties: { a: { type: "object", properties: { b: { type: "string", default: "" } } } },
        }),
      `${BODY}/properties/a/properties/b/default`,
    ],
    ["webhooks", () => generated({ webhooks: {} }), "#/webhooks"],
    ["an older document", () => generated({ openapi: "3.0.3" }), "#/openapi"],
    ["pathItems", () => generated({ components: { pathItems: {} } }), "#/components/pathItems"],
    ["a path item's servers", () => generated({ paths: { "/a": { servers: [] } } }), "#/paths/~1a/servers"],
    ["an operation's servers", () => withOperation({ servers: [] }), `${OPERATION}/servers`],
    [
      "an operation without a name",
      () => withOperation({ operationId: undefined }),
      `${OPERATION}/operationId`,
    ],
    [
      "a security scheme that is not there",
      () => withOperation({ security: [{ key: [] }] }),
      `${OPERATION}/security/0/key`,
    ],
    [
      "a status that is none",
      () => withOperation({ responses: { ok: { description: "" } } }),
      `${OPERATION}/responses/ok`,
    ],
    [
      "a response keyword",
      () => withOperation({ responses: { 200: { description: "", body: {} } } }),
      `${OPERATION}/responses/200/body`,
    ],
    [
      "a schema in a response header",
      () =>
        withOperation({
          responses: { 200: { description: "", headers: { A: { schema: { type: "text" } } } } },
        }),
      `${OPERATION}/responses/200/headers/A/schema/type`,
    ],
    [
      "a link to nowhere",
      () => withOperation({ responses: { 200: { description: "", links: { a: { operationId: "b" } } } } }),
      `${OPERATION}/responses/200/links/a/operationId`,
    ],
    [
      "a callback's schema",
      () =>
        withOperation({
          callbacks: {
            c: {
              "{$url}": {
                post: {
                  operationId: "d",
                  requestBody: { content: { "application/json": { schema: { type: "text" } } } },
                  responses: {},
                },
              },
            },
          },
        }),
      `${OPERATION}/callbacks/c/{$url}/post/requestBody/content/application~1json/schema/type`,
    ],
    ["a cookie parameter", () => withParameter({ in: "cookie" }), `${OPERATION}/parameters/0/in`],
    [
      "a parameter keyword",
      () => withParameter({ allowReserved: true }),
      `${OPERATION}/parameters/0/allowReserved`,
    ],
    ["a parameter with content", () => withParameter({ content: {} }), `${OPERATION}/parameters/0/content`],
    [
      "a deepObject parameter",
      () => withParameter({ style: "deepObject", schema: { type: "array", items: { type: "string" } } }),
      `${OPERATION}/parameters/0/style`,
    ],
    [
      "an object parameter",
      () => withParameter({ schema: { type: "object" } }),
      `${OPERATION}/parameters/0/schema`,
    ],
    [
      "a parameter of two types",
      () => withParameter({ schema: { type: ["string", "integer"] } }),
      `${OPERATION}/parameters/0/schema`,
    ],
    [
      "a list of anything",
      () => withParameter({ schema: { type: "array" } }),
      `${OPERATION}/parameters/0/schema`,
    ],
    ["an optional path parameter", () => withParameter({ in: "path" }), `${OPERATION}/parameters/0`],
    [
      "a header parameter that OpenAPI ignores",
      () => withParameter({ in: "header", name: "Authorization" }),
      `${OPERATION}/parameters/0/name`,
    ],
    [
      "a default for a required parameter",
      () => withParameter({ required: true, schema: { type: "string", default: "a" } }),
      `${OPERATION}/parameters/0/schema/default`,
    ],
    [
      "encoding",
      () => withBody({ "multipart/form-data": { schema: {}, encoding: {} } }),
      `${OPERATION}/requestBody/content/multipart~1form-data/encoding`,
    ],
    [
      "an object in a form",
      () =>
        withBody({
          "multipart/form-data": { schema: { type: "object", properties: { a: { type: "object" } } } },
        }),
      `${OPERATION}/requestBody/content/multipart~1form-data/schema/properties/a`,
    ],
    [
      "a body of bytes",
      () => withBody({ "application/octet-stream": {} }),
      `${OPERATION}/requestBody/content/application~1octet-stream/schema`,
    ],
    [
      "a plain text body that is no string",
      () => withBody({ "text/plain": { schema: { type: "integer" } } }),
      `${OPERATION}/requestBody/content/text~1plain/schema`,
    ],
  ];
  test.each(cases)("%s", async (_, run, place) => {
    await expect(run()).rejects.toThrow(`${place}: `);
  });
});
