import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { run } from "../../src/engine/index.ts";
import { type Context, createContext } from "../../src/engine/report/context.ts";
import { pageOf } from "../../src/engine/report/html/page.ts";
import { adapter, library, spec } from "../support/library.ts";
import { baseUrl, context as contextOf, options } from "../support/reports.ts";

let context: Context;
let page: string;

beforeAll(async () => {
  context = await contextOf();
  page = pageOf(context);
});

const within = (id: string, html = page) =>
  html.split(`<section id="${id}"`)[1]?.split("</section>")[0] ?? "";

describe("the page", () => {
  test("of a good server says so, and has no findings", async () => {
    const report = await run({ spec, adapter, fetch: library, baseUrl, seed: 1 });
    const good = pageOf(createContext(report, options.tool, options.source));
    expect(good).toContain('<p class="verdict reached">No findings</p>');
    expect(good).not.toContain('id="findings"');
    expect(within("gaps", good)).toContain("a server that works has no such answer");
  });

  test("unfolds each finding to its request, its answer, the lines of the document, and how to see it again", () => {
    const finding = within("findings")
      .split('<details class="finding"')
      .find((each) => each.includes("/told is not documented"));
    expect(finding).toContain("<strong>GET /categories</strong>");
    expect(finding).toContain("<strong>200 OK</strong>");
    expect(finding).toContain("&quot;told&quot;: &quot;it is ***&quot;");
    expect(finding).toMatch(/<mark><span class="number">\d+<\/span> {3}&quot;schema&quot;: \{<\/mark>/);
    expect(finding).toContain("curl -sS -i &#39;http://library.test/categories&#39;");
    expect(finding).toContain("again readCategories: succeeds");
  });

  test("shows operations × statuses × everything else as one table", () => {
    const row = within("coverage")
      .split("<tr data-item>")
      .find((each) => each.includes("#operation-search"));
    expect(row).toContain('title="200 reached');
    expect(within("coverage")).toContain('title="500 cannot be reached from outside: a server that works');
    expect(row).toContain('<span class="ratio missing">1/2<svg');
    expect(row).toContain('<span class="ratio unreachable">0/1<svg');
  });

  test("marks an operation by its findings, also those with a status that the table has no place for", () => {
    const row = within("coverage")
      .split("<tr data-item>")
      .find((each) => each.includes("#operation-readCategories"));
    expect(row).toMatch(/<a class="times failed" href="#finding-\d+">\d+ findings<\/a>/);
    expect(within("operations")).toMatch(
      /id="operation-removeBook"[^>]*>\s*<summary><span class="mark failed"/,
    );
  });

  test("lists what each operation was tried with, its line in the document, and why something was not", () => {
    const operation = within("operations").split('id="operation-search"')[1] ?? "";
    const line = context.locator.find("#/components/schemas/Query/properties/text").line;
    expect(operation).toContain(`text: minLength 1, beyond</td>`);
    expect(operation).toContain(`line ${line}</td>`);
    expect(operation).toContain("3 times");
  });

  test("holds rules by their clause with a link, and what stayed behind", () => {
    expect(within("rules")).toMatch(
      /<span class="state failed">broken<\/span>.*href="https:\/\/rfc\.test\/#9"/,
    );
    expect(within("rules")).toMatch(/<a href="#finding-\d+">/);
    expect(within("gaps")).toContain("a shelf called &lt;/pre&gt;");
  });

  test("escapes all that comes from a server, and allows nothing but its own style and script", () => {
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<[^>]+ (?:on\w+|style)=/);
    expect(page).not.toMatch(/(?:src|href)="(?!#|https:\/\/rfc\.test|data:,")/);
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "";
    expect(policy).toMatch(/^default-src 'none';/);
    for (const name of ["style", "script"]) {
      const text = new RegExp(`<${name}>([^]*)</${name}>`).exec(page)?.[1] ?? "";
      expect(policy).toContain(`${name}-src 'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
    expect(page).not.toContain("s3cr3t");
  });

  test("tells when the run ended early", () => {
    const report = { ...context.report, findings: [], stopped: "it was interrupted" };
    expect(pageOf({ ...context, report })).toMatch(
      /verdict failed">No findings, but not a whole run<.*it was interrupted/s,
    );
  });
});
