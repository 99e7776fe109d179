import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { renderReports } from "@fluxer-oauth2/contract-tests/engine";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { troubledReport } from "../support/conformance-report.ts";
import { testDatabases } from "../support/databases.ts";
import { launchChromium } from "./chromium.ts";

const directory = mkdtempSync(join(tmpdir(), "conformance-report-"));
const url = pathToFileURL(join(directory, "report.html")).href;
let browser: Browser;
let trouble: string[];

beforeAll(async () => {
  const { report, options } = await troubledReport(testDatabases("sqlite"), /succeeds|RFC 7009/);
  for (const { name, text } of renderReports(report, options)) writeFileSync(join(directory, name), text);
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser.close();
  rmSync(directory, { recursive: true });
});

async function openReport(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  trouble = [];
  page.on("console", (message) => trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("dialog", (dialog) => trouble.push(dialog.message()) && dialog.dismiss());
  page.on("request", (request) => request.url() !== url && trouble.push(request.url()));
  await page.goto(url);
  return page;
}

describe("the page of a conformance run, with hostile texts in its answers", () => {
  it("needs nothing but itself, runs nothing of the server's, and breaks no policy of its own", async () => {
    const page = await openReport();
    await page.evaluate(unfold("details"));
    expect(await page.locator("img, iframe, link:not([rel=icon])").count()).toBe(0);
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  it("unfolds a finding to its request, answer, document and command without script and by keyboard", async () => {
    const page = await openReport({ javaScriptEnabled: false });
    const finding = page.locator(".finding").nth(3);
    await finding.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    for (const heading of ["Request", "Answer", "In the document", "Again"])
      expect(await finding.getByRole("heading", { name: heading }).isVisible()).toBe(true);
    expect(await finding.locator(".excerpt mark").isVisible()).toBe(true);
    expect(await finding.getByText("curl -sS -i").isVisible()).toBe(true);
    expect(await page.getByRole("search").isVisible()).toBe(false);
    await page.context().close();
  });

  it("finds what is looked for, and opens what is linked to", async () => {
    const page = await openReport();
    await page.keyboard.press("/");
    await page.keyboard.type("getGuild 200");
    const shown = await page.locator(".finding:visible .where").allInnerTexts();
    expect(shown.some((text) => text.includes("getGuild 200"))).toBe(true);
    expect(shown.some((text) => text.includes("listConnections"))).toBe(false);
    await page.getByLabel("Search in this report").fill("");
    await page.getByLabel("problems only").check();
    const rows = page.locator(".matrix tbody tr:visible");
    expect(await rows.count()).toBe(
      await page.locator(".matrix tbody tr:visible:has(.failed, .missing)").count(),
    );
    await page.getByLabel("problems only").uncheck();
    await page.locator(".matrix a", { hasText: /^getGuild$/ }).click();
    expect(await page.locator("#operation-getGuild h4").isVisible()).toBe(true);
    await page.context().close();
  });

  it.each(["light", "dark"] as const)("is legible and fits 320 pixels in the %s", async (colorScheme) => {
    const page = await openReport({ colorScheme, viewport: { width: 320, height: 640 } });
    await page.evaluate(unfold(".finding, .operation"));
    expect(await page.evaluate(inPage("faint-texts"))).toEqual([]);
    expect(await page.evaluate(inPage("small-targets"))).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
    await page.context().close();
  });

  it("stands beside XML that a parser takes", async () => {
    const page = await openReport();
    const xml = readFileSync(join(directory, "junit.xml"), "utf8");
    const counts = await page.evaluate<Record<string, number>>(`(() => {
      const parsed = new DOMParser().parseFromString(${JSON.stringify(xml)}, "application/xml");
      const number = (selector) => parsed.querySelectorAll(selector).length;
      return { errors: number("parsererror"), cases: number("testcase"), failures: number("testcase > failure") };
    })()`);
    expect(counts.errors).toBe(0);
    expect(counts.cases).toBeGreaterThan(300);
    expect(counts.failures).toBeGreaterThan(50);
    await page.context().close();
  });
});

// Scripts for the page are texts: the server's compiler knows no document.
function unfold(selector: string): string {
  return `[...document.querySelectorAll("${selector}")].slice(0, 60).forEach((each) => { each.open = true; })`;
}

function inPage(name: string): string {
  return readFileSync(join(import.meta.dirname, "in-page", `${name}.js`), "utf8");
}
