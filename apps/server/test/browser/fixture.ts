import type { BrowserContextOptions, Page } from "playwright-core";
import { vi } from "vitest";
import { startServer } from "../support/server.ts";
import { startApplication } from "./application.ts";
import { launchChromium } from "./chromium.ts";

// A browser takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

export const PASSWORD = "correct horse battery staple";

/** A started provider, an application that waits for its users, and a browser. */
export async function startBrowserTest() {
  const [server, application, browser] = await Promise.all([
    startServer({ RATE_LIMITS: "off" }),
    startApplication(),
    launchChromium(),
  ]);
  let people = 0;

  async function api<T>(method: string, path: string, body?: unknown, session?: string): Promise<T> {
    const headers = {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(session && { authorization: session }),
    };
    const response = await fetch(server.url + path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  type Registered = { id: string; client_secret: string };
  const owner = await api<{ token: string }>("POST", "/auth/register", {
    email: "owner@example.com",
    username: "owner",
    password: PASSWORD,
  });
  const redirects = [`${application.url}/callback?tenant=1`, `${application.url}/hop`];
  const client = await api<Registered>(
    "POST",
    "/oauth2/applications",
    { name: "Weather", redirect_uris: redirects },
    owner.token,
  );

  return {
    url: server.url,
    api,
    application,
    client,
    redirectUri: redirects[0] ?? "",
    newPerson: () => ({ email: `ada${++people}@example.com`, username: `ada${people}`, password: PASSWORD }),

    authorizeUrl(parameters: Record<string, string | undefined> = {}): string {
      const usual = {
        client_id: client.id,
        redirect_uri: redirects[0],
        response_type: "code",
        scope: "identify",
        state: "a b&c",
      };
      const given = Object.entries({ ...usual, ...parameters }).filter(
        (pair): pair is [string, string] => pair[1] !== undefined,
      );
      return `${server.url}/oauth2/authorize?${new URLSearchParams(given)}`;
    },

    /** A page of a new browser profile. `trouble` gathers what a browser complains of and what it loads from elsewhere. */
    async newPage(options: BrowserContextOptions = {}): Promise<{ page: Page; trouble: string[] }> {
      const page = await (await browser.newContext(options)).newPage();
      page.setDefaultTimeout(10_000);
      const trouble: string[] = [];
      page.on("console", (message) => trouble.push(message.text()));
      page.on("pageerror", (error) => trouble.push(String(error)));
      page.on("request", (request) => {
        const isOurs = [server.url, application.url, "data:"].some((origin) =>
          request.url().startsWith(origin),
        );
        if (!isOurs) trouble.push(`asked for ${request.url()}`);
      });
      return { page, trouble };
    },

    async stop() {
      await browser.close();
      application.stop();
      await server.stop();
    },
  };
}

export type BrowserTest = Awaited<ReturnType<typeof startBrowserTest>>;
export type Person = ReturnType<BrowserTest["newPerson"]>;

export async function signUp(page: Page, person: Person): Promise<void> {
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByLabel("Email address").fill(person.email);
  await page.getByLabel("Username").fill(person.username);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
}

export async function signIn(page: Page, person: Pick<Person, "email" | "password">): Promise<void> {
  await page.getByLabel("Email address").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
