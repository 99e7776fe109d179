import { z } from "@hono/zod-openapi";
import { describe, expect, test } from "vitest";
import { defaults, form, list, text } from "../src/input.ts";

describe("text", () => {
  test.each([
    ["0", 0],
    ["-12", -12],
    ["007", undefined],
    ["+1", undefined],
    [" 1", undefined],
    ["1.0", undefined],
    ["1e3", undefined],
    ["0x10", undefined],
    ["", undefined],
  ])("reads the integer %j as %j", (written, value) => {
    expect(text("integer", z.int()).safeParse(written).data).toBe(value);
  });

  test.each([
    ["1.50", 1.5],
    ["1e3", 1000],
    [".5", undefined],
    ["1.", undefined],
    ["NaN", undefined],
    ["Infinity", undefined],
  ])("reads the number %j as %j", (written, value) => {
    expect(text("number", z.number()).safeParse(written).data).toBe(value);
  });

  test.each([
    ["true", true],
    ["false", false],
    ["TRUE", undefined],
    ["1", undefined],
    ["", undefined],
  ])("reads the boolean %j as %j", (written, value) => {
    expect(text("boolean", z.boolean()).safeParse(written).data).toBe(value);
  });

  test("an absent value takes the default, a wrong one does not", () => {
    const query = z.object({ limit: text("integer", z.int().max(9)).default(5) });
    expect(query.parse({})).toEqual({ limit: 5 });
    expect(query.safeParse({ limit: "x" }).success).toBe(false);
  });
});

describe("list", () => {
  test("takes one occurrence for a list of one", () => {
    expect(list("integer", z.array(z.int())).parse("1")).toEqual([1]);
    expect(list("integer", z.array(z.int())).parse(["1", "2"])).toEqual([1, 2]);
  });

  test("with a separator takes one text and no second occurrence", () => {
    expect(list("string", z.array(z.string()), ",").parse("a,b")).toEqual(["a", "b"]);
    expect(list("string", z.array(z.string()), ",").safeParse(["a", "b"]).success).toBe(false);
  });
});

describe("form", () => {
  const schema = form(
    { n: "integer", all: ["boolean"] },
    z.object({ n: z.int(), all: z.array(z.boolean()), name: z.string() }),
  );

  test("reads the fields that are not strings and leaves the others", () => {
    expect(schema.parse({ n: "1", all: "true", name: "2" })).toEqual({ n: 1, all: [true], name: "2" });
  });

  test("refuses a field that comes twice and is no list", () => {
    expect(schema.safeParse({ n: ["1", "2"], all: "true", name: "a" }).success).toBe(false);
  });
});

test("defaults fill what is absent and nothing else", () => {
  const schema = defaults({ size: 1 }, z.object({ size: z.int().exactOptional(), name: z.string() }));
  const body: { size: number; name: string } = schema.parse({ name: "a" });
  expect(body).toEqual({ size: 1, name: "a" });
  expect(schema.parse({ name: "a", size: 2 })).toEqual({ size: 2, name: "a" });
  expect(schema.safeParse({ name: "a", size: undefined }).success).toBe(false);
});
