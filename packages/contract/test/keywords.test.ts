import { z } from "@hono/zod-openapi";
import { describe, expect, test } from "vitest";
import { equal, hasDuplicates } from "../src/equal.ts";
import * as keywords from "../src/keywords.ts";

const isValid = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;
const withProto: unknown = JSON.parse('{"a":"x","__proto__":1}');

describe("equality of JSON values", () => {
  test("member order does not count, item order does", () => {
    expect(equal({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
    expect(equal([1, 2], [2, 1])).toBe(false);
  });

  test.each([
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 1, b: 1 }],
    [[1], { 0: 1 }],
    [null, {}],
    ["1", 1],
    [true, 1],
    [{}, JSON.parse('{"__proto__":null}')],
  ])("%j is not %j", (left, right) => {
    expect(equal(left, right)).toBe(false);
    expect(hasDuplicates([left, right])).toBe(false);
  });

  test("0 and -0 are one number", () => {
    expect(hasDuplicates([0, -0])).toBe(true);
  });
});

describe("multipleOf counts in decimals", () => {
  test.each([
    [0.3, 0.1, true],
    [1.0000001, 1e-7, true],
    [1e30, 1, true],
    [19.99, 0.01, true],
    [2 ** 53, 2.5, false],
    [5e-324, 0.01, false],
    [-0, 7, true],
    [-10, 2.5, true],
    [0.35, 0.1, false],
  ])("%d of %d: %s", (value, divisor, expected) => {
    expect(keywords.multipleOf(divisor)(value)).toBe(expected);
  });
});

describe("objects are judged as they came in", () => {
  test("members that the schema drops are counted", () => {
    const schema = keywords.minProperties(2, z.object({ a: z.string() }));
    expect(schema.parse({ a: "x", b: 1 })).toEqual({ a: "x" });
    expect(isValid(schema, { a: "x" })).toBe(false);
    expect(isValid(keywords.maxProperties(1, z.object({ a: z.string() })), { a: "x", b: 1 })).toBe(false);
  });

  test("items that only differ in dropped members are different", () => {
    const schema = keywords.uniqueItems(z.array(z.object({ a: z.string() })));
    expect(
      isValid(schema, [
        { a: "x", b: 1 },
        { a: "x", b: 2 },
      ]),
    ).toBe(true);
    expect(
      isValid(schema, [
        { a: "x", b: 1 },
        { b: 1, a: "x" },
      ]),
    ).toBe(false);
  });

  test("a member named __proto__ is checked like any other, and never reaches the output", () => {
    expect(isValid(keywords.record(z.string()), withProto)).toBe(false);
    expect(isValid(keywords.catchall({ a: z.string() }, z.string()), withProto)).toBe(false);
    const output = keywords.record(z.unknown()).parse(withProto);
    expect(Object.keys(output)).toEqual(["a"]);
    expect(Object.getPrototypeOf(output)).toBe(Object.prototype);
  });
});

describe("allOf and anyOf", () => {
  const named = z.object({ name: z.string() });
  const sized = z.object({ size: z.int() });

  test("allOf wants every part, closed ones included", () => {
    const closed = z.strictObject({ name: z.string() });
    expect(keywords.allOf(named, sized).parse({ name: "a", size: 1, more: 1 })).toEqual({
      name: "a",
      size: 1,
    });
    expect(isValid(keywords.allOf(closed, sized), { name: "a", size: 1 })).toBe(false);
  });

  test("anyOf keeps the members of every option that fits", () => {
    expect(keywords.anyOf([named, sized]).parse({ name: "a", size: 1 })).toEqual({ name: "a", size: 1 });
    expect(keywords.anyOf([named, sized]).parse({ name: "a", size: "1" })).toEqual({ name: "a" });
  });

  test("the faults name where they are", () => {
    const all = keywords
      .allOf(named, z.object({ list: z.array(z.int()) }))
      .safeParse({ name: 1, list: [1, "2"] });
    expect(all.error?.issues.map(({ path }) => path)).toEqual([["name"], ["list", 1]]);
    expect(keywords.anyOf([named, sized]).safeParse({}).error?.issues[0]?.code).toBe("invalid_union");
  });
});
