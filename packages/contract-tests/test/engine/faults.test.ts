import { describe, expect, test } from "vitest";
import { type Fetch, type Finding, run } from "../../src/engine/index.ts";
import { parseJson } from "../../src/engine/json.ts";
import { adapter, library, spec } from "../support/library.ts";
import * as seeded from "../support/seeded.ts";

const baseUrl = "http://library.test";

async function findingsOf(fetch: Fetch): Promise<readonly Finding[]> {
  const report = await run({ spec, adapter, fetch, baseUrl, seed: 1 });
  return report.findings;
}

test("a server that does everything right has no findings, and every documented status is reached or explained", async () => {
  const report = await run({ spec, adapter, fetch: library, baseUrl, seed: 1 });
  expect(report.findings).toEqual([]);
  const open = report.coverage.filter(({ state }) => state !== "reached");
  expect(open).toEqual([
    { operationId: "addBook", status: "500", count: 0, state: "unreachable", reason: expect.any(String) },
  ]);
  expect(report.skipped).toEqual([]);
});

const book = { isbn: "9780000000001", title: "Emma" };
const asLibrarian = { "content-type": "application/json", authorization: "Bearer token-write" };
const goodBook = new Request(`${baseUrl}/books`, {
  method: "POST",
  headers: asLibrarian,
  body: JSON.stringify(book),
});
const goodSearch = new Request(`${baseUrl}/search`, {
  method: "POST",
  headers: { "content-type": "application/json", "x-card": "reader-card-1" },
  body: JSON.stringify({ text: "Em" }),
});
const goodList = new Request(`${baseUrl}/books`, { headers: { "x-card": "reader-card-1" } });
const isJson = (text: string) => parseJson(text) !== undefined;
const isNobody = (request: Request) => !request.headers.has("authorization");
const has = (name: string, value: RegExp) => (request: Request) =>
  value.test(request.headers.get(name) ?? "");

const answers: Record<
  string,
  [fetch: Fetch, rule: string, operationId: string | undefined, message: RegExp]
> = {
  "a wrong success status": [
    seeded.withStatus("POST /books", 201, 200),
    "undocumented-status",
    "addBook",
    /status 200 is not documented \(201, 400/,
  ],
  "an error status that is not documented": [
    seeded.withStatus("DELETE /books/9789999999999", 404, 410),
    "undocumented-status",
    "removeBook",
    /status 410/,
  ],
  "a documented error status in the wrong place": [
    seeded.withStatus("DELETE /books/9789999999999", 404, 400),
    "expectation",
    "removeBook",
    /answered 400, expected 404/,
  ],
  "an undocumented member at depth, in a recursive schema": [
    seeded.withBody("GET /categories", 200, (tree) =>
      Object.assign(tree.children?.[0]?.children?.[0] ?? {}, { id: 1 }),
    ),
    "undocumented-member",
    "readCategories",
    /^\/children\/0\/children\/0\/id is not documented/,
  ],
  "an undocumented member beside an allOf": [
    seeded.withBody("GET /books", 200, (books) => Object.assign(books[0] ?? {}, { price: 1 })),
    "undocumented-member",
    "listBooks",
    /^\/0\/price/,
  ],
  "an undocumented member of an object that two schemas describe": [
    seeded.withBody("GET /books", 200, (books) => Object.assign(books[1]?.shelf ?? {}, { floor: 1 })),
    "undocumented-member",
    "listBooks",
    /^\/1\/shelf\/floor/,
  ],
  "an undocumented member in a branch of a oneOf": [
    seeded.withBody("POST /search", 200, (hits) => Object.assign(hits[1] ?? {}, { book: {} })),
    "undocumented-member",
    "search",
    /^\/1\/book/,
  ],
  "an undocumented member of an error": [
    seeded.withBody("POST /search", 400, (problem) => Object.assign(problem, { stack: "at line 1" })),
    "undocumented-member",
    "search",
    /^\/stack/,
  ],
  "a member of the wrong type": [
    seeded.withBody("POST /books", 201, (body) => Object.assign(body, { title: 7 })),
    "schema",
    "addBook",
    /^\/title must be string \(it is of type number\)/,
  ],
  "null where the schema does not allow it": [
    seeded.withBody("GET /categories", 200, (tree) => Object.assign(tree, { name: null })),
    "schema",
    "readCategories",
    /^\/name must be string \(it is null\)/,
  ],
  "a missing member": [
    seeded.withBody("POST /books", 201, (body) => Reflect.deleteProperty(body, "added")),
    "schema",
    "addBook",
    /must have required property 'added'/,
  ],
  "a value outside an enum": [
    seeded.withBody("POST /books", 201, (body) => Object.assign(body, { genre: "crime" })),
    "schema",
    "addBook",
    /^\/genre must be equal to one of the allowed values: \["novel"/,
  ],
  "a value that is not of its format": [
    seeded.withBody("POST /books", 201, (body) => Object.assign(body, { added: "yesterday" })),
    "schema",
    "addBook",
    /^\/added must match format "date-time"/,
  ],
  "an additional member of the wrong type": [
    seeded.withBody("GET /categories", 200, (tree) => Object.assign(tree, { labels: { de: 1 } })),
    "schema",
    "readCategories",
    /^\/labels\/de must be string/,
  ],
  "a missing header": [
    seeded.withHeader("GET /books", "x-total", undefined),
    "missing-header",
    "listBooks",
    /header X-Total is missing/,
  ],
  "a header of the wrong type": [
    seeded.withHeader("GET /books", "x-total", "many"),
    "header-value",
    "listBooks",
    /header X-Total is "many", which must be integer/,
  ],
  "a header outside its bounds": [
    seeded.withHeader("GET /books", "x-total", "-1"),
    "header-value",
    "listBooks",
    /must be >= 0/,
  ],
  "an undocumented media type": [
    seeded.withHeader("GET /categories", "content-type", "text/html"),
    "undocumented-media-type",
    "readCategories",
    /media type is text\/html, documented: application\/json/,
  ],
  "no media type": [
    seeded.withHeader("GET /categories", "content-type", undefined),
    "undocumented-media-type",
    "readCategories",
    /media type is absent/,
  ],
  "a body that is not JSON": [
    seeded.withText("GET /categories", "{"),
    "malformed-body",
    "readCategories",
    /not JSON/,
  ],
  "a member that is there twice": [
    seeded.withText("GET /categories", '{"name":"all","children":[{"name":"a","name":"b","children":[]}]}'),
    "malformed-body",
    "readCategories",
    /the member name is there more than once/,
  ],
  "a number that not every client can hold": [
    seeded.withText("GET /categories", '{"name":"all","children":[],"notes":{"id":9007199254740993}}'),
    "malformed-body",
    "readCategories",
    /9007199254740993 is larger than every client can hold/,
  ],
  "a byte order mark": [
    seeded.withText("GET /categories", '\uFEFF{"name":"all","children":[]}'),
    "malformed-body",
    "readCategories",
    /byte order mark/,
  ],
  "bytes that are no UTF-8": [
    seeded.withText("GET /categories", new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])),
    "malformed-body",
    "readCategories",
    /not UTF-8/,
  ],
  "JSON of another charset": [
    seeded.withHeader("GET /categories", "content-type", "application/json; charset=iso-8859-1"),
    "header-value",
    "readCategories",
    /charset of JSON is iso-8859-1/,
  ],
  "a Content-Type that is none": [
    seeded.withHeader("GET /categories", "content-type", "application/json; charset"),
    "header-value",
    "readCategories",
    /which is no media type/,
  ],
  "a 204 with a body": [
    seeded.with204Body("DELETE /books/9780000000001"),
    "body-not-empty",
    "removeBook",
    /204 is documented without a body/,
  ],
  "a prefix at which the API is not served": [
    (request) =>
      new URL(request.url).pathname === "/api/categories"
        ? new Response("", { status: 404 })
        : library(request),
    "undocumented-status",
    "readCategories",
    /status 404/,
  ],
  "a 405 without Allow": [
    seeded.withHeader("PUT /books", "allow", undefined),
    "missing-header",
    undefined,
    /header allow is missing/,
  ],
  "an Allow that leaves a method out": [
    seeded.withHeader("PUT /books", "allow", "GET"),
    "expectation",
    undefined,
    /Allow is GET, documented: GET, POST/,
  ],
  "an answer to HEAD with a body": [
    (request) =>
      library(`${request.method} ${request.url}` === `HEAD ${baseUrl}/books` ? goodList.clone() : request),
    "expectation",
    undefined,
    /answer to HEAD has a body/,
  ],
  "an unknown path that is answered with 200": [
    async (request) => {
      const response = await library(request);
      return response.status === 404 && request.method === "GET" ? Response.json({}) : response;
    },
    "expectation",
    undefined,
    /answered 200, expected 404/,
  ],
};

const requests: Record<string, [fetch: Fetch, operationId: string, name: RegExp]> = {
  "requests without credentials": [
    seeded.accepting("POST /books", isNobody, goodBook),
    "addBook",
    /without credentials/,
  ],
  "unknown credentials": [
    seeded.accepting("POST /books", has("authorization", /unknown/), goodBook),
    "addBook",
    /with unknown librarian/,
  ],
  "another scheme's credentials": [
    seeded.accepting("POST /books", has("x-card", /reader-card-1/), goodBook),
    "addBook",
    /with reader, which it does not take/,
  ],
  "a token without the scope": [
    seeded.accepting("POST /books", has("authorization", /token-none/), goodBook),
    "addBook",
    /without the scope books:write/,
  ],
  "an undocumented media type": [
    seeded.accepting("POST /search", has("content-type", /^text\/plain/), goodSearch),
    "search",
    /as text\/plain/,
  ],
  "a media type that begins like a documented one": [
    seeded.accepting("POST /search", has("content-type", /json1/), goodSearch),
    "search",
    /as application\/json1/,
  ],
  "bodies that are too large": [
    seeded.forgiving("POST /search", 413, () => true, goodSearch),
    "search",
    /with more than 2000 bytes/,
  ],
  "a missing body": [
    seeded.forgiving("POST /books", 415, (text) => text === "", goodBook),
    "addBook",
    /without a body/,
  ],
  "a broken body": [
    seeded.forgiving("POST /books", 400, (text) => !isJson(text), goodBook),
    "addBook",
    /half a JSON object/,
  ],
  "a body without a required member": [
    seeded.forgiving(
      "POST /books",
      400,
      (text) => text.includes("title") && !text.includes("isbn"),
      goodBook,
    ),
    "addBook",
    /without isbn/,
  ],
  "null for a member that is not nullable": [
    seeded.forgiving("POST /books", 400, (text) => text.includes('"title":null'), goodBook),
    "addBook",
    /title: null/,
  ],
  "a text that is too long": [
    seeded.forgiving("POST /books", 400, (text) => /"title":"[^"]{41}"/.test(text), goodBook),
    "addBook",
    /title: longer than 40/,
  ],
  "a number beyond its bound": [
    seeded.forgiving("POST /books", 400, (text) => text.includes('"pages":10000'), goodBook),
    "addBook",
    /pages: more than 9999/,
  ],
  "too many items": [
    seeded.forgiving("POST /books", 400, (text) => /"tags":\[("[^"]*",){3}/.test(text), goodBook),
    "addBook",
    /tags: more than 3 items/,
  ],
  "an item that is too long": [
    seeded.forgiving("POST /books", 400, (text) => /"tags":\["[^"]{9}"/.test(text), goodBook),
    "addBook",
    /tags.0: longer than 8/,
  ],
  "a member that a closed schema does not have": [
    seeded.forgiving("POST /books", 400, (text) => text.includes("conformance_extra"), goodBook),
    "addBook",
    /with a member that it does not have/,
  ],
  "a form field beyond its bound": [
    seeded.forgiving("POST /search", 400, (text) => text.includes("limit=11"), goodSearch),
    "search",
    /limit: more than 10 .*urlencoded/,
  ],
  "a query parameter beyond its bound": [
    seeded.accepting("GET /books", (request) => request.url.endsWith("limit=51"), goodList),
    "listBooks",
    /query parameter limit: more than 50/,
  ],
  "a header parameter that is not listed": [
    seeded.accepting("GET /books", has("x-branch", /_conformance/), goodList),
    "listBooks",
    /header parameter X-Branch: a text that is not listed/,
  ],
};

describe("a seeded fault in an answer is reported by its name", () => {
  test.each(Object.entries(answers))("%s", async (_, [fetch, rule, operationId, message]) => {
    const findings = await findingsOf(fetch);
    const found = findings.find((each) => each.rule === rule && each.operationId === operationId);
    expect(found?.message).toMatch(message);
    expect(new Set(findings.map((each) => each.operationId))).toEqual(new Set([operationId]));
  });
});

describe("a server that accepts what it should refuse is reported by the case", () => {
  test.each(Object.entries(requests))("%s", async (_, [fetch, operationId, name]) => {
    const [first] = await findingsOf(fetch);
    expect(first).toMatchObject({ rule: "expectation", operationId });
    expect(first?.case).toMatch(name);
  });
});
