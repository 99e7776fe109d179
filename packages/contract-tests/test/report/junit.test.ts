import { beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../src/engine/report/context.ts";
import { junitOf } from "../../src/engine/report/junit.ts";
import { context as contextOf, SECRET } from "../support/reports.ts";

let context: Context;
let xml: string;

beforeAll(async () => {
  context = await contextOf();
  xml = junitOf(context);
});

/** The elements with this name; enough for what this writer makes, and a browser reads the file whole elsewhere. */
function elements(name: string, within = xml): { attributes: string; inside: string }[] {
  const found = within.matchAll(new RegExp(`<${name}((?: [\\w]+="[^"<]*")*)(?:/>|>(.*?)</${name}>)`, "gs"));
  return [...found].map(([, attributes = "", inside = ""]) => ({ attributes, inside }));
}

const attribute = (text: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(text)?.[1];

describe("JUnit", () => {
  test("has a suite for each operation, one for what concerns none and one for coverage, and a case for each that ran", () => {
    const suites = elements("testsuite").map(({ attributes }) => attribute(attributes, "name"));
    const operations = context.report.operations.map(({ id }) => id);
    expect(new Set(suites)).toEqual(new Set([...operations, "flows and rules", "coverage"]));
    const { cases, coverage } = context.report;
    // Cleaning up and such are no cases of the plan.
    const planned = elements("testcase").length - coverage.length;
    expect(planned).toBe(cases);
  });

  test("counts what is in it", () => {
    for (const { attributes, inside } of elements("testsuite")) {
      expect(attribute(attributes, "tests")).toBe(String(elements("testcase", inside).length));
      expect(attribute(attributes, "failures")).toBe(String(elements("failure", inside).length));
      expect(attribute(attributes, "skipped")).toBe(String(elements("skipped", inside).length));
      expect(attribute(attributes, "errors")).toBe("0");
      expect(attribute(attributes, "time")).toMatch(/^\d+\.\d{3}$/);
      expect(attribute(attributes, "timestamp")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    }
    const [root] = elements("testsuites");
    expect(attribute(root?.attributes ?? "", "tests")).toBe(String(elements("testcase").length));
  });

  test("tells all findings of a case in its failure, with the line of curl, the pointer and the seed", () => {
    const failures = elements("failure").map(({ inside }) => inside);
    const told = failures.find((text) => text.includes("[undocumented-member]")) ?? "";
    expect(told).toContain("[undocumented-member] /access_token is not documented");
    expect(told).toContain("[undocumented-member] /told is not documented");
    expect(told).toMatch(/^spec: #\/paths\/~1categories\/get\/responses\/200/m);
    expect(told).toMatch(/^curl -sS -i 'http:\/\/library\.test/m);
    expect(told).toMatch(/^seed 4; again: again readCategories: /m);
  });

  test("fails a documented status that was never seen, and skips one that cannot be had, with the reason", () => {
    const coverage = elements("testsuite").find(({ attributes }) => attributes.includes('name="coverage"'));
    const cases = elements("testcase", coverage?.inside);
    const of = (name: string, status: number) =>
      cases.find(({ attributes }) => attributes.includes(`coverage.${name}" name="answers ${status}"`))
        ?.inside;
    expect(of("removeBook", 204)).toContain("no answer had the documented status 204");
    expect(of("addBook", 500)).toContain(
      '<skipped message="a server that works has no such answer to give"/>',
    );
    expect(of("search", 200)).toBe("");
  });

  test("holds nothing that XML cannot hold, nothing that ends an element early, and no secret", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]/);
    expect(xml).toContain("&lt;/pre&gt;&lt;script&gt;");
    expect(xml).not.toContain("<script");
    expect(xml).not.toContain("]]>");
    expect(xml).not.toContain("s3cr3t");
    expect(context.report.exchanges.some(({ response }) => response.body.includes(SECRET))).toBe(true);
  });
});
