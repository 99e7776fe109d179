import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { OpenAPIHono, z } from "@hono/zod-openapi";
import { beforeAll, describe, expect, test } from "vitest";
import { contract } from "../../../packages/contract/src/specification.ts";
import { compare, report } from "../../generate/agreement/compare.ts";
import { generate } from "../../generate/generate.ts";
import { type Built, compile, FIXTURES, fixture, folder, load, write } from "./build.ts";

const names = Object.keys(FIXTURES) as (keyof typeof FIXTURES)[];
const built = new Map<string, { out: string; code: Built }>();

function get(name: string): { out: string; code: Built } {
  const found = built.get(name);
  if (!found) throw new Error(`${name} was not generated`);
  return found;
}

beforeAll(async () => {
  for (const name of names) {
    const out = await folder(`fixture-${name}`);
    await write(fixture(name), out);
    built.set(name, { out, code: await load(out) });
  }
}, 60_000);

test("the generated files of every fixture compile, and zod's types are those of openapi-typescript", async () => {
  const files = await Promise.all(
    names.map(async (name) =>
      (await readdir(get(name).out))
        .filter((file) => file.endsWith(".ts"))
        .map((file) => join(get(name).out, file)),
    ),
  );
  expect(compile(files.flat())).toEqual([]);
}, 60_000);

describe.each(names)("%s", (name) => {
  test("zod and ajv agree on at least 20000 values at the edges of every keyword", () => {
    const { code } = get(name);
    const agreement = compare(code.document, code, 20_000);
    expect(agreement.disagreements, report(agreement)).toEqual([]);
    expect(agreement.neverAccepted).toEqual([]);
    expect(agreement.values).toBeGreaterThanOrEqual(20_000);
  }, 120_000);

  test("an application that registers every route emits the bundle", () => {
    const { document, componentSchemas, routes } = get(name).code;
    const { registerComponents, registerRoute, emitDocument } = contract(document, componentSchemas, routes);
    const app = new OpenAPIHono();
    registerComponents(app.openAPIRegistry);
    for (const id of Object.keys(routes)) registerRoute(app.openAPIRegistry, id);
    expect(emitDocument(app)).toEqual(document);
  });

  test("the same specification makes the same files", async () => {
    const { out } = get(name);
    expect(await generate(fixture(name), out)).toEqual(await generate(fixture(name), out));
  });
});

describe("reading text", () => {
  function part(id: string, name: "params" | "query" | "headers"): { parse: (value: unknown) => unknown } {
    const found = get("harbour").code.routes[id]?.request?.[name];
    if (!found || Array.isArray(found)) throw new Error(`${id} has no ${name}`);
    return found;
  }

  function body(id: string, media: string): { parse: (value: unknown) => unknown } {
    const content = get("harbour").code.routes[id]?.request?.body?.content[media];
    if (!content || !("schema" in content) || !(content.schema instanceof z.ZodType))
      throw new Error(`${id} has no ${media}`);
    return content.schema;
  }

  test("query parameters become values of their types, and absent ones take their defaults", () => {
    const query = {
      dry: "true",
      limit: "7",
      ratio: "0.5",
      kinds: ["a", "b"],
      ids: "1,2",
      spaced: "a b",
      piped: "true|false",
    };
    expect(part("listBerths", "query").parse(query)).toEqual({
      dry: true,
      limit: 7,
      ratio: 0.5,
      after: "2026-01-01",
      kinds: ["a", "b"],
      ids: [1, 2],
      spaced: ["a", "b"],
      piped: [true, false],
    });
    expect(part("listBerths", "query").parse({ dry: "false", kinds: "a" })).toEqual({
      dry: false,
      limit: 20,
      after: "2026-01-01",
      kinds: ["a"],
    });
  });

  test("a parameter that is no list and comes twice is refused", () => {
    expect(() => part("listBerths", "query").parse({ dry: ["true", "true"] })).toThrow();
  });

  test("path and header parameters are read as OpenAPI's simple style", () => {
    const shipId = "123e4567-e89b-12d3-a456-426614174000";
    expect(part("listBerths", "params").parse({ shipId, numbers: "3,4" })).toEqual({
      shipId,
      numbers: [3, 4],
    });
    expect(part("listBerths", "headers").parse({ "x-request-depth": "2", "x-tags": "a,b" })).toEqual({
      "x-request-depth": 2,
      "x-tags": ["a", "b"],
    });
  });

  test("a form's fields become values, and one body schema serves its three media types", () => {
    const ship = { name: "Ada", tonnage: 1.5, crew: 1, afloat: false, ports: ["A"], decks: [1, 2] };
    const fields = {
      name: "Ada",
      tonnage: "1.5",
      afloat: "false",
      ports: "A",
      decks: ["1", "2"],
      unknown: "dropped",
    };
    expect(body("createShip", "application/x-www-form-urlencoded").parse(fields)).toEqual(ship);
    expect(body("createShip", "multipart/form-data").parse(fields)).toEqual(ship);
    expect(body("createShip", "application/json").parse(ship)).toEqual(ship);
    expect(() => body("createShip", "application/json").parse(fields)).toThrow();
  });

  test("the output of allOf and anyOf keeps the members that any part names", () => {
    const { componentSchemas } = get("orchard").code;
    const both = { name: "Ada", x: 1, y: 2, more: true };
    expect(componentSchemas.EitherObject?.parse(both)).toEqual({ name: "Ada", x: 1, y: 2 });
    expect(componentSchemas.WithChoice?.parse({ id: 1, mail: "m", phone: "p", more: 1 })).toEqual({
      id: 1,
      mail: "m",
      phone: "p",
    });
  });
});
