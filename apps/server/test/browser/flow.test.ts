import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BrowserTest, type Person, signIn, signUp, startBrowserTest } from "./fixture.ts";

let at: BrowserTest;

beforeAll(async () => {
  at = await startBrowserTest();
});
afterAll(() => at.stop());

describe.each([
  ["with script", true],
  ["with script switched off", false],
])("in a real browser %s", (_, javaScriptEnabled) => {
  let page: Page;
  let trouble: string[];
  let ada: Person;
  beforeAll(async () => {
    ({ page, trouble } = await at.newPage({ javaScriptEnabled }));
    ada = at.newPerson();
  });
  afterAll(() => page.context().close());

  /** Where the browser stands: the application's callback and what it was told. */
  const landing = () => {
    const url = new URL(page.url());
    expect(`${url.origin}${url.pathname}`).toBe(`${at.application.url}/callback`);
    expect(url.searchParams.get("tenant")).toBe("1");
    expect(url.searchParams.getAll("state")).toEqual(["a b&c"]);
    expect(url.searchParams.getAll("iss")).toEqual([at.url]);
    return url.searchParams;
  };

  it("a new person signs up, agrees, and the application gets tokens for the code", async () => {
    await page.goto(at.authorizeUrl({ scope: "identify email" }));
    expect(await page.getByText("to continue to Weather").isVisible()).toBe(true);
    await signUp(page, ada);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(
      "Weather asks for access to your account",
    );
    expect(await page.getByText(`Signed in as ${ada.username}`).isVisible()).toBe(true);
    expect(await page.getByText("See your email address").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Authorize" }).click();

    const code = landing().get("code") ?? "";
    const form = { grant_type: "authorization_code", code, redirect_uri: at.redirectUri };
    const credentials = { client_id: at.client.id, client_secret: at.client.client_secret };
    const body = new URLSearchParams({ ...form, ...credentials });
    const response = await fetch(`${at.url}/oauth2/token`, { method: "POST", body });
    const tokens = (await response.json()) as Record<string, unknown>;
    expect(tokens).toMatchObject({ token_type: "Bearer", scope: "identify email" });
    const headers = { authorization: `Bearer ${tokens.access_token}` };
    const me = await (await fetch(`${at.url}/oauth2/userinfo`, { headers })).json();
    expect(me).toMatchObject({ username: ada.username, email: ada.email });
  });

  it("the second time there is no page", async () => {
    await page.goto(at.authorizeUrl({ scope: "email" }));
    expect(landing().get("code")).toMatch(/^fxc_/);
  });

  it("who cancels is sent back without a code", async () => {
    await page.goto(at.authorizeUrl({ scope: "guilds" }));
    await page.getByRole("button", { name: "Cancel" }).click();
    expect(landing().get("error")).toBe("access_denied");
    expect(landing().has("code")).toBe(false);
  });

  it("a second click that the server hears after the first still ends at the application", async () => {
    await page.goto(at.authorizeUrl({ scope: "identify guilds" }));
    const inputs = page.locator('form[action="/oauth2/authorize/decision"] input[type=hidden]');
    const fields = await inputs.evaluateAll((found) =>
      found.map((input) => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""] as const),
    );
    const form = { ...Object.fromEntries(fields), decision: "allow" };
    const first = { form, headers: { origin: at.url }, maxRedirects: 0 };
    expect((await page.request.post(`${at.url}/oauth2/authorize/decision`, first)).status()).toBe(303);
    await page.getByRole("button", { name: "Authorize" }).click();
    await page.waitForURL(`${at.application.url}/**`);
    expect(landing().get("code")).toMatch(/^fxc_/);
  });

  it("a double click on the button is harmless", async () => {
    await page.goto(at.authorizeUrl({ scope: "connections" }));
    await page.getByRole("button", { name: "Authorize" }).dblclick();
    await page.waitForURL(`${at.application.url}/**`);
    expect(landing().get("code")).toMatch(/^fxc_/);
  });

  it("somebody else can take over, is told of a wrong password, and goes on to the same request", async () => {
    await page.goto(at.authorizeUrl({ prompt: "consent" }));
    await page.getByRole("button", { name: "Not you?" }).click();
    await signIn(page, { email: "owner@example.com", password: "not my password" });
    expect(await page.getByText("The email address or the password is wrong.").isVisible()).toBe(true);
    expect(await page.getByLabel("Email address").inputValue()).toBe("owner@example.com");
    expect(await page.getByLabel("Password").getAttribute("aria-invalid")).toBe("true");
    await signIn(page, { email: "owner@example.com", password: ada.password });
    expect(await page.getByText("Signed in as owner").isVisible()).toBe(true);
    await page.getByRole("button", { name: "Authorize" }).click();
    expect(landing().get("code")).toMatch(/^fxc_/);
  });

  it("an application may send the browser on to a host that nobody registered", async () => {
    await page.goto(at.authorizeUrl({ redirect_uri: `${at.application.url}/hop`, prompt: "consent" }));
    await page.getByRole("button", { name: "Authorize" }).click();
    await page.waitForURL(`${at.application.url}/home`);
  });

  it("a bot joins the chosen guild with the permissions that stay ticked", async () => {
    const session = await at.api<{ token: string }>("POST", "/auth/login", {
      email: "owner@example.com",
      password: ada.password,
    });
    const name = `Meteorologists ${javaScriptEnabled}`;
    const guild = await at.api<{ id: string }>("POST", "/guilds", { name }, session.token);
    const bot = { scope: "bot", redirect_uri: undefined, response_type: undefined, permissions: "2056" };
    await page.goto(at.authorizeUrl(bot));
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Add Weather to a guild");
    await page.getByLabel("Guild").selectOption({ label: name });
    await page.getByLabel("Administrator (everything)").uncheck();
    await page.getByRole("button", { name: "Add the bot" }).click();
    expect(await page.getByRole("heading", { name: "The bot was added" }).isVisible()).toBe(true);
    const roles = await at.api("GET", `/guilds/${guild.id}/roles`, undefined, session.token);
    expect(roles).toMatchObject([{ name: "@everyone" }, { name: "Weather", permissions: "2048" }]);
  });

  it("the keyboard is enough", async () => {
    await page.goto(`${at.url}/`);
    await page.getByRole("button", { name: "Sign out" }).press("Enter");
    await page.goto(at.authorizeUrl({ prompt: "consent" }));
    await page.locator("#email:focus").waitFor();
    await page.keyboard.type(ada.email);
    await page.keyboard.press("Tab");
    await page.keyboard.type(ada.password);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Authorize" }).waitFor();
    for (let tabs = 0; tabs < 10 && !(await isFocused(page, "Authorize")); tabs++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${at.application.url}/**`);
    expect(landing().get("code")).toMatch(/^fxc_/);
  });

  it("nothing was blocked, nothing failed and nothing came from elsewhere", () => {
    const expected = /status of 40[03] /;
    expect(trouble.filter((line) => !expected.test(line))).toEqual([]);
  });
});

it("an application that opens the pages in a window can still be answered from there", async () => {
  const { page } = await at.newPage();
  const script = `window.open(${JSON.stringify(at.authorizeUrl())})`;
  at.application.pages.set("/popup", `<button onclick='${script.replaceAll("&", "&amp;")}'>Connect</button>`);
  await page.goto(`${at.application.url}/popup`);
  const [popup] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("button", { name: "Connect" }).click(),
  ]);
  await signIn(popup, { email: "owner@example.com", password: "correct horse battery staple" });
  if (popup.url().startsWith(at.url)) await popup.getByRole("button", { name: "Authorize" }).click();
  await popup.waitForURL(`${at.application.url}/**`);
  expect(await popup.evaluate("opener.location.href")).toBe(`${at.application.url}/popup`);
});

async function isFocused(page: Page, name: string): Promise<boolean> {
  return (await page.locator("button:focus").allInnerTexts()).includes(name);
}
