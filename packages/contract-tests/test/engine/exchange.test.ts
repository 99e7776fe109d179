import { describe, expect, it } from "vitest";
import { loadSpec, validateExchange } from "../../src/engine/index.ts";

const schema = (type: string, more = {}) => ({ schema: { type, ...more } });
const spec = loadSpec(
  {
    openapi: "3.1.0",
    info: { title: "Shelves", version: "1" },
    components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "x-key" } } },
    paths: {
      "/shelves/{id}": {
        post: {
          operationId: "fill",
          security: [{ key: [] }],
          parameters: [
            { name: "id", in: "path", required: true, ...schema("integer") },
            { name: "fast", in: "query", ...schema("boolean") },
          ],
          requestBody: {
            required: true,
            content: {
              "application/x-www-form-urlencoded": schema("object", {
                required: ["book"],
                properties: { book: { type: "string", minLength: 1 }, count: { type: "integer" } },
              }),
            },
          },
          responses: { "200": { description: "Done.", content: { "application/json": schema("object") } } },
        },
      },
    },
  },
  {},
);

const form = { "content-type": "application/x-www-form-urlencoded", "x-key": "k" };

async function faults(path: string, init: RequestInit = {}, response = Response.json({})) {
  const usual = { method: "POST", headers: form, body: "book=Emma&count=2" };
  const request = new Request(`https://shelves.example${path}`, { ...usual, ...init });
  const found = await validateExchange(spec, request, response);
  return found.faults.map(({ side, message }) => `${side}: ${message}`);
}

describe("an exchange", () => {
  it("that is as the document has it has no faults, and says which operation it is", async () => {
    expect(await faults("/shelves/7?fast=true")).toEqual([]);
  });

  it.each([
    ["an unknown path", "/books", {}, "request: POST /books is not documented"],
    [
      "a path parameter of another type",
      "/shelves/x",
      {},
      "request: the parameter id: must be integer (it is of type string)",
    ],
    [
      "an unknown query parameter",
      "/shelves/7?slow=1",
      {},
      "request: the query parameter slow is not documented",
    ],
    [
      "no credentials",
      "/shelves/7",
      { headers: { "content-type": form["content-type"] } },
      "request: no credentials for key",
    ],
    [
      "another media type",
      "/shelves/7",
      { headers: { ...form, "content-type": "text/plain" } },
      "request: the media type is text/plain",
    ],
    ["no body", "/shelves/7", { body: null }, "request: the body is missing"],
    [
      "a field too few",
      "/shelves/7",
      { body: "count=2" },
      "request: the body must have required property 'book' (it is of type object)",
    ],
    [
      "a field of another type",
      "/shelves/7",
      { body: "book=Emma&count=two" },
      "request: /count must be integer (it is of type string)",
    ],
    [
      "a field twice",
      "/shelves/7",
      { body: "book=Emma&book=Emma" },
      "request: /book must be string (it is an array)",
    ],
  ])("with %s is told so", async (_, path, init, message) => {
    expect(await faults(path, init)).toEqual([message]);
  });

  it("with an answer outside the document is told so", async () => {
    const created = new Response(null, { status: 201 });
    expect(await faults("/shelves/7", {}, created)).toEqual([
      "response: the status 201 is not documented (200 are)",
    ]);
  });
});
