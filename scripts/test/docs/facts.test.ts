import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { root } from "../../docs/cli.ts";
import { run } from "../../docs/facts.ts";
import type { Facts } from "../../docs/model.ts";
import { Copy, capture, withNoise } from "./fixture.ts";

const committed: Facts = JSON.parse(readFileSync(root("openapi/docs-facts.json"), "utf8"));

describe("the committed facts", () => {
  test("have 31 schemas and 131 fields", () => {
    const schemas = Object.values(committed.schemas ?? {});
    const fields = schemas.flatMap((schema) => (schema.kind === "object" ? Object.keys(schema.fields) : []));
    expect([schemas.length, fields.length]).toEqual([31, 131]);
  });

  test("have 17 method-and-path pairs", () => {
    const pairs = committed.operations?.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(pairs).size).toBe(17);
  });

  test("have six scopes, seven authorization errors and three rate limits", () => {
    const { scopes = [], authorizationErrors = [], rateLimits = [] } = committed.guide ?? {};
    expect([scopes.length, authorizationErrors.length, rateLimits.length]).toEqual([6, 7, 3]);
  });

  test("are data: every string is a name, a path or a value, none a sentence", () => {
    const strings: string[] = [];
    JSON.stringify(committed, (key, value) => {
      strings.push(key, ...(typeof value === "string" ? [value] : []));
      return value;
    });
    expect(strings.filter((text) => /\s/.test(text))).toEqual([]);
  });
});

describe("docs:facts", () => {
  const factsOf = (copy: Copy): Facts => JSON.parse(copy.text("facts.json"));

  test("reads optional, nullable, arrays, references, int32, enums, flags, values and unions", () => {
    const copy = new Copy();
    expect(copy.facts().status).toBe(0);
    const { schemas } = factsOf(copy);
    expect(schemas?.Widget).toEqual({
      kind: "object",
      fields: {
        count: { optional: false, nullable: false, type: { type: "integer", format: "int32" } },
        flags: { optional: false, nullable: false, type: { ref: "WidgetFlags" } },
        id: { optional: false, nullable: false, type: { ref: "IdType" } },
        kind: { optional: true, nullable: false, type: { ref: "WidgetKind" } },
        label: { optional: true, nullable: true, type: { type: "string" } },
        parts: { optional: false, nullable: false, type: { array: { ref: "IdType" } } },
        tags: { optional: true, nullable: true, type: { array: { type: "string" } } },
      },
    });
    expect(schemas?.WidgetCount).toEqual({ kind: "alias", type: { type: "integer", format: "int32" } });
    expect(schemas?.WidgetFlags).toEqual({
      kind: "flags",
      type: { bitflags: 32 },
      flags: { FLOATS: 4, ROLLS: 1 },
    });
    expect(schemas?.WidgetKind).toEqual({ kind: "enum", values: ["round", "square"] });
    expect(schemas?.WidgetCreateRequest).toEqual({
      kind: "alias",
      type: { oneOf: [{ ref: "WidgetCreateRequestOneOf0" }, { ref: "WidgetCreateRequestOneOf1" }] },
    });
    expect(schemas?.WidgetCreateRequestOneOf1).toMatchObject({
      fields: { form: { type: { enum: ["half", "quarter"] } } },
    });
  });

  test("reads each endpoint with its slug and the schemas that name it", () => {
    const copy = new Copy();
    copy.facts();
    const list = { method: "GET", slug: "list-widgets", schemas: ["WidgetListResponse"] };
    expect(factsOf(copy).operations).toEqual([
      { ...list, path: "/users/@me/widgets" },
      { ...list, path: "/widgets" },
      { method: "POST", path: "/widgets", slug: "create-widget", schemas: ["Widget", "WidgetCreateRequest"] },
      { method: "GET", path: "/widgets/{id}", slug: "get-widget", schemas: ["Widget"] },
    ]);
  });

  test("reads scopes, flows, error codes, statuses, the token lifetime and limits from the guide", () => {
    const copy = new Copy();
    copy.facts();
    expect(factsOf(copy).guide).toEqual({
      scopes: ["look", "move"],
      flows: ["authorizationCode", "clientCredentials"],
      authorizationErrors: ["not_now", "not_you"],
      statuses: { tokenErrors: 400, missingScope: 403 },
      accessTokenLifetime: 7200,
      rateLimits: [
        { path: "/oauth2/token", limit: 5, window: 60 },
        { path: "/oauth2/authorize", limit: 10, window: 10 },
      ],
    });
  });

  test("reads the same facts from a page with the noise of stored copies", () => {
    const clean = new Copy();
    clean.facts();
    const noisy = new Copy();
    noisy.write("reference.md", withNoise(noisy.text("reference.md")));
    noisy.write("guide.txt", noisy.text("guide.txt").split("\n").join("\r\n|\r\n\r\n"));
    expect(noisy.facts().complaints).toEqual([]);
    expect(noisy.text("facts.json")).toBe(clean.text("facts.json"));
  });

  test("reads the same facts from pages in any order, and from one page in two halves", () => {
    const copy = new Copy();
    copy.facts();
    const whole = copy.text("facts.json");
    const [first, second] = copy.text("reference.md").split('<a id="widgetflags"></a>');
    copy.write("first.md", first ?? "").write("second.md", second ?? "");
    copy.facts(["guide.txt", "second.md", "first.md"]);
    expect(copy.text("facts.json")).toBe(whole);
  });

  test("keeps the part of which no page is given, and says so", () => {
    const copy = new Copy();
    copy.facts();
    const before = copy.text("facts.json");
    const { printed } = copy.replace("reference.md", "kind? |", "kind |").facts(["reference.md"]);
    expect(printed[0]).toBe("kept as they were, since no page of theirs was given: guide");
    expect(copy.text("facts.json").length).toBe(before.length + 1); // one true is false now
  });

  test.each([
    [
      "a heading of another level",
      "## WidgetCount",
      "### WidgetCount",
      ":29: unknown construct under Widget",
    ],
    ["a type", "integer (int32) |", "Timestamp |", ':19: unknown type "Timestamp"'],
    ["a table", "| Flag | Value |", "| Flag | Bit |", ":68: unknown table under WidgetFlags: Flag | Bit"],
    ["a row that is too long", "| Its key |", "| Its key | one |", ":21: 4 cells under a header of 3"],
    ["a list", "- [`GET /widgets/{id}`]", "- [GET /widgets/{id}]", ":14: unknown form of related endpoint"],
    ["a flag's value", "| `4` |", "| `1 << 2` |", ':71: unknown flag value "`1 << 2`"'],
    ["a field's name", "| id |", "| the id |", ':21: unknown form of name "the id"'],
    ["text after the table", "| `square` | Four corners |", "| `square` | . |\n\nMore.", "unknown construct"],
    ["a schema without any fact", "Type: [Widget](#widget)[]", "", "has neither a type nor a table"],
    ["a schema that comes twice", "## WidgetCount", "## Widget", ":29: Widget was described before"],
  ])("refuses %s that it does not know, with page and line", (_, from, to, message) => {
    const copy = new Copy();
    const { status, complaints } = copy.replace("reference.md", from, to).facts();
    expect([status, complaints[0]]).toEqual([2, expect.stringContaining(message)]);
    expect(complaints[0]).toMatch(/^reference\.md:\d+: /);
    expect(() => copy.text("facts.json")).toThrow();
  });

  test.each([
    ["a table", "| Code |", "| Reason |", ":16: unknown table: Reason | Description"],
    ["a span of time", "1 minute", "1 blink", ':26: unknown span of time "1 blink"'],
    ["a name that stands alone", "Nothing yet.", "nothing", ":29: a name outside of the scopes"],
    ["a status that stands alone", "Nothing yet.", "418 Teapot", ":29: a status outside of the parts"],
    ["a code block", "Nothing yet.", "```", ":29: unknown construct"],
  ])("refuses %s in the guide that it does not know, with page and line", (_, from, to, message) => {
    const { status, complaints } = new Copy().replace("guide.txt", from, to).facts();
    expect([status, complaints[0]]).toEqual([2, expect.stringContaining(`guide.txt${message}`)]);
  });

  test("answers wrong usage with 2 and --help with 0", () => {
    const missing = new Copy();
    expect(missing.facts(["absent.md"]).status).toBe(2);
    expect(capture((output) => run([], output)).status).toBe(2);
    expect(capture((output) => run(["--no-such-option"], output)).status).toBe(2);
    expect(capture((output) => run(["--help"], output))).toMatchObject({ status: 0, complaints: [] });
  });
});
