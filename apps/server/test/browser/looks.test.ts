import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BrowserTest, signUp, startBrowserTest } from "./fixture.ts";

let at: BrowserTest;

beforeAll(async () => {
  at = await startBrowserTest();
});
afterAll(() => at.stop());

describe.each(["light", "dark"] as const)("every page in the %s", (colorScheme) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await at.newPage({ colorScheme, viewport: { width: 320, height: 640 } }));
  });
  afterAll(() => page.context().close());

  async function expectCare() {
    expect(await page.evaluate(inPage("faint-texts")), page.url()).toEqual([]);
    expect(await page.evaluate(inPage("small-targets")), page.url()).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth"), page.url()).toBe(320);
  }

  it("is legible, whole at 320 pixels, and can be hit with a finger", async () => {
    await page.goto(at.url);
    await expectCare();
    await page.goto(at.authorizeUrl({ redirect_uri: "https://evil.example/" }));
    await expectCare();
    await page.goto(
      at.authorizeUrl({ scope: "identify email guilds connections bot", permissions: "4503599627370495" }),
    );
    await expectCare();
    await page.getByLabel("Email address").fill("ada@example.com");
    await page.getByLabel("Password").fill("wrong wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expectCare();
    await page.goto(
      at.authorizeUrl({ scope: "identify email guilds connections bot", permissions: "4503599627370495" }),
    );
    await signUp(page, at.newPerson());
    await expectCare();
    await page.goto(`${at.url}/oauth2/authorized`);
    await expectCare();
  });

  it("shows where the keyboard is", async () => {
    const { page } = await at.newPage({ colorScheme });
    await page.goto(`${at.url}/sign-in`);
    for (let tabs = 0; tabs < 4; tabs++) {
      expect(await page.locator(":focus:focus-visible").count()).toBe(1);
      expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
      await page.keyboard.press("Tab");
    }
  });

  it("follows the system's colours", async () => {
    await page.goto(at.url);
    const ground = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    const [red = 0] = (ground.match(/\d+/g) ?? []).map(Number);
    expect(red < 128).toBe(colorScheme === "dark");
  });
});

/** Runs in the page, so it is a script of its own: the server's compiler knows no document. */
function inPage(name: string): string {
  return readFileSync(new URL(`./in-page/${name}.js`, import.meta.url), "utf8");
}
