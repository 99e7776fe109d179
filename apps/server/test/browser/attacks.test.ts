import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type BrowserTest, signUp, startBrowserTest } from "./fixture.ts";

let at: BrowserTest;
let page: Page;

beforeAll(async () => {
  at = await startBrowserTest();
  ({ page } = await at.newPage());
  await page.goto(at.authorizeUrl());
  await signUp(page, at.newPerson());
});
afterAll(() => at.stop());

it("[A33] a consent page shows nothing in a frame of another site", async () => {
  at.application.pages.set("/frame", `<iframe src="${at.authorizeUrl().replaceAll("&", "&amp;")}"></iframe>`);
  await page.goto(`${at.application.url}/frame`);
  const frame = page.frames()[1];
  await frame?.waitForLoadState();
  expect(frame?.url()).toMatch(/^chrome-error:/);
});

it("[A30] another site cannot answer a consent page, not even with its contents", async () => {
  await page.goto(at.authorizeUrl());
  const inputs = await page.locator('form[action="/oauth2/authorize/decision"] input').all();
  const fields = await Promise.all(
    inputs.map(
      async (input) => [await input.getAttribute("name"), await input.getAttribute("value")] as const,
    ),
  );
  const hidden = [...fields, ["decision", "allow"]].map(
    ([name, value]) => `<input name="${name}" value="${value}">`,
  );
  const form = `<form method="post" action="${at.url}/oauth2/authorize/decision">${hidden.join("")}<button>Win</button></form>`;
  at.application.pages.set("/attack", form);
  await page.goto(`${at.application.url}/attack`);
  const [response] = await Promise.all([
    page.waitForResponse((r) => r.url().includes("/decision")),
    page.click("button"),
  ]);
  expect(response.status()).toBe(403);
  expect(at.application.visits.some((url) => url.searchParams.has("code"))).toBe(false);
});

it("[A30] another site cannot sign a browser in as somebody else", async () => {
  const form = `<form method="post" action="${at.url}/sign-in"><input name="email" value="owner@example.com"><input name="password" value="correct horse battery staple"><button>Win</button></form>`;
  at.application.pages.set("/login", form);
  await page.goto(`${at.application.url}/login`);
  const [response] = await Promise.all([
    page.waitForResponse((r) => r.url().includes("/sign-in")),
    page.click("button"),
  ]);
  expect(response.status()).toBe(403);
  await page.goto(at.url);
  expect(await page.getByText("Signed in as ada").isVisible()).toBe(true);
});

it("[A32] a name full of markup runs nothing and stays in its place", async () => {
  const name = '<img src=x onerror=alert(1)>"><svg onload=alert(1)>\u202e<script>alert(1)</script>';
  const owner = await at.api<{ token: string }>("POST", "/auth/login", {
    email: "owner@example.com",
    password: "correct horse battery staple",
  });
  const body = { name, redirect_uris: [at.redirectUri] };
  const { id } = await at.api<{ id: string }>("POST", "/oauth2/applications", body, owner.token);
  let alerts = 0;
  page.on("dialog", (dialog) => {
    alerts++;
    return dialog.dismiss();
  });
  await page.goto(at.authorizeUrl({ client_id: id }));
  expect(await page.locator("h1 bdi").innerText()).toBe(name);
  expect(await page.locator("h1").innerText()).toMatch(/asks for access to your account$/);
  expect(alerts).toBe(0);
});
