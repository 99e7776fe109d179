import { beforeAll, describe, expect, it } from "vitest";
import { DECISION, type Page } from "../support/browser.ts";
import { testDatabases } from "../support/databases.ts";
import { type Authorization, CALLBACK, startAuthorization } from "./fixture.ts";

const open = testDatabases("sqlite");
let at: Authorization;

beforeAll(async () => {
  at = await startAuthorization(open);
});

const pages: [string, () => Promise<Page>][] = [
  ["home", () => at.stranger.get("/")],
  ["home of a user", () => at.adas.get("/")],
  ["sign-in", () => at.stranger.get("/sign-in")],
  ["sign-in for an application", () => at.stranger.get(at.ask())],
  ["sign-up", () => at.stranger.get("/sign-up")],
  ["consent", () => at.adas.get(at.ask())],
  ["consent with a bot", () => at.adas.get(at.ask({ scope: "bot", permissions: "8" }))],
  [
    "error of the authorization endpoint",
    () => at.adas.get(at.ask({ redirect_uri: "https://evil.example" })),
  ],
  ["malformed query", () => at.adas.get("/oauth2/authorize?client_id=%ff")],
  ["refused form", () => at.adas.send(DECISION, {}, { origin: "https://evil.example" })],
  ["too large a form", () => at.adas.send(DECISION, { request: "x".repeat(100_000) })],
  ["repeated parameter", () => at.stranger.get("/sign-in?next=a&next=b")],
  ["end", () => at.stranger.get("/oauth2/authorized")],
  ["other end", () => at.stranger.get("/oauth2/declined")],
];

describe.each(pages)("the page: %s", (_, open) => {
  it("[A32] [A33] [A40] runs no script, is in no frame, is not kept and tells other sites nothing", async () => {
    const { headers } = await open();
    const policy = headers.get("content-security-policy");
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'/,
    );
    expect(policy).not.toMatch(/unsafe|script|\*/);
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  it("[A32] has a language, a title, one heading and one main part, and neither script nor inline style", async () => {
    const { text } = await open();
    expect(text).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(text).toMatch(/<title>[^<]+ · Fluxer<\/title>/);
    expect(text.match(/<h1>/g)).toHaveLength(1);
    expect(text.match(/<main /g)).toHaveLength(1);
    expect(text).not.toMatch(/<script|<style| style=| on[a-z]+=|javascript:/i);
    expect(text).not.toContain("undefined");
  });

  it("has a label for each field that people fill in", async () => {
    const { text } = await open();
    const ids = [...text.matchAll(/<(?:input|select)(?![^>]*type="(?:hidden|checkbox)")[^>]* id="([^"]+)"/g)];
    for (const [, id] of ids) expect(text).toContain(`<label for="${id}">`);
    const boxes = [...text.matchAll(/<input type="checkbox"/g)];
    expect([...text.matchAll(/<label[^>]*><input type="checkbox"/g)]).toHaveLength(boxes.length);
  });
});

describe("the forms of a page", () => {
  it("may lead to the application's scheme only where one waits", async () => {
    const app = await at.host.createApplication(at.ada, {
      redirect_uris: ["http://localhost:1/cb", CALLBACK],
    });
    const policy = async (path: string) =>
      (await at.adas.get(path)).headers.get("content-security-policy")?.split("form-action ")[1];
    expect(await policy("/")).toBe("'self'");
    expect(await policy(at.ask({ client_id: app.id }))).toBe("'self' https:");
    const local = { client_id: app.id, redirect_uri: "http://localhost:1/cb" };
    expect(await policy(at.ask(local))).toBe("'self' https: http:");
    expect(await policy(at.ask({ scope: "bot", redirect_uri: undefined }))).toBe("'self'");
  });
});

describe("what people chose as names", () => {
  const names = [
    "<script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "'-alert(1)-'",
    "&lt;b&gt;",
    "\u202ezaifeb redniL",
    "W".repeat(100),
  ];
  it.each(names)("[A32] stays text on every page: %j", async (name) => {
    const app = await at.host.createApplication(at.ada, { name });
    const query = at.ask({ client_id: app.id, state: name, prompt: "consent" });
    const shown = [await at.stranger.get(query), await at.adas.get(query)];
    for (const { text } of shown) {
      expect(text).toContain(`<bdi>${escaped(name)}</bdi>`);
      expect(text).not.toMatch(/<script|<svg onload/);
      expect(/<title>(.*)<\/title>/.exec(text)?.[1]).not.toContain(name);
    }
  });

  it("[A32] stays text where it comes back from a form", async () => {
    const form = (await at.stranger.get("/sign-up")).form("/sign-up");
    const wrong = { email: '"><script>alert(1)</script>', username: "'onfocus=alert(1)", password: "short" };
    const { text } = await at.stranger.send("/sign-up", { ...form, ...wrong });
    expect(text).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(text).toContain('value="&#39;onfocus=alert(1)"');
  });

  function escaped(text: string): string {
    const entities: Record<string, string> = {
      "&": "&amp;",
      "<": "&lt;",
      ">": "&gt;",
      '"': "&quot;",
      "'": "&#39;",
    };
    return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
  }
});

describe("the consent page", () => {
  it("says in sentences what is asked, what is not, who is asked and where it leads", async () => {
    const { text } = await at.adas.get(at.ask({ scope: "identify guilds" }));
    for (const part of [
      "See who you are",
      "See your guilds",
      "See your password",
      "See your email address",
      "ada#",
      "weather.example",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("Add its bot");
    expect(
      (await at.adas.get(at.ask({ scope: "email" }))).text.match(/See your email address/g),
    ).toHaveLength(1);
  });
});

describe("the stylesheet", () => {
  it("is where the pages say, and may be kept because its address names its content", async () => {
    const { text } = await at.stranger.get("/");
    const path = /href="(\/assets\/pages\.css\?[^"]+)"/.exec(text)?.[1] ?? "";
    const sheet = await at.stranger.get(path);
    expect(sheet.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect(sheet.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(sheet.text).toContain("prefers-color-scheme: dark");
    expect(sheet.text).not.toMatch(/url\(|@import/);
  });
});

describe("limits", () => {
  it("hold for the forms together with the operations that do the same", async () => {
    const limited = await startAuthorization(open, { rateLimits: true });
    const form = (await limited.stranger.get("/sign-in")).form("/sign-in");
    const statuses = [];
    for (let n = 0; n < 10; n++) {
      const page = await limited.stranger.send("/sign-in", {
        ...form,
        email: "x@example.com",
        password: "x",
      });
      statuses.push(page.status);
    }
    const page = await limited.stranger.send("/sign-in", { ...form, email: "x@example.com", password: "x" });
    expect(statuses).toContain(400);
    expect(page.status).toBe(429);
    expect(page.headers.get("retry-after")).toMatch(/^[0-9]+$/);
    expect(page.text).toContain("Too many requests");
    const login = await limited.host.call("login", { body: { email: "x@example.com", password: "x" } });
    expect(login.status).toBe(429);
  });
});
