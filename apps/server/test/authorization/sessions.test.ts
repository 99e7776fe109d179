import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBrowser } from "../support/browser.ts";
import { describeDatabases, testDatabases } from "../support/databases.ts";
import { PASSWORD } from "../support/host.ts";
import { type Authorization, startAuthorization } from "./fixture.ts";

const open = testDatabases("sqlite");
let at: Authorization;

beforeAll(async () => {
  at = await startAuthorization(open);
});

beforeEach(async () => {
  const [adas, stranger] = [createBrowser(at.host), createBrowser(at.host)];
  await adas.signIn(at.ada);
  at = { ...at, adas, stranger };
});

describe("signing in", () => {
  it("leads on to the request that brought the person here", async () => {
    const path = at.ask({ state: "a b&c", scope: "identify email" });
    const page = await at.stranger.get(path);
    expect(page.status).toBe(200);
    const form = { ...page.form("/sign-in"), email: at.ada.email.toUpperCase(), password: PASSWORD };
    const { status, location } = await at.stranger.send("/sign-in", form);
    expect([status, location?.pathname]).toEqual([303, "/oauth2/authorize"]);
    const sent = new URL(path, "http://localhost").searchParams;
    expect(Object.fromEntries(location?.searchParams ?? [])).toEqual(Object.fromEntries(sent));
    expect((await at.stranger.get(`${location?.pathname}${location?.search}`)).text).toContain(
      "Signed in as",
    );
  });

  it.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "/oauth2/authorize",
    "/oauth2/authorized",
    "/oauth2/authorize?x=//evil.example",
    "/oauth2/authorize?x=\\evil",
    "/oauth2/authorize?x=\r\nlocation: https://evil.example",
    "/oauth2/authorize/../../evil?",
    "javascript:alert(1)",
    " /oauth2/authorize?x=1",
    "/oauth2/authorize?x=\u202e",
    "",
  ])("[A11] never leads to %j", async (next) => {
    const opened = await at.stranger.get(`/sign-in?next=${encodeURIComponent(next)}`);
    const form = { ...opened.form("/sign-in"), email: at.ada.email, password: PASSWORD, next };
    expect((await at.stranger.send("/sign-in", form)).location?.pathname).toBe("/");
    const signedIn = await at.adas.get(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(signedIn.location?.href).toBe("http://localhost/");
  });

  it("with a wrong password says so beside the field, keeps the address and tells nothing else", async () => {
    const wrong = async (email: string) => {
      const form = (await at.stranger.get("/sign-in")).form("/sign-in");
      const page = await at.stranger.send("/sign-in", { ...form, email, password: "wrong wrong" });
      expect([page.status, page.location]).toEqual([400, undefined]);
      expect(page.text).toContain(`value="${email}"`);
      expect(page.text).not.toContain("wrong wrong");
      return page.text.replaceAll(email, "");
    };
    expect(await wrong(at.ada.email)).toBe(await wrong("nobody@example.com"));
    expect(await wrong(at.ada.email)).toContain("The email address or the password is wrong.");
  });

  it("[A31] makes a new session and ends the one that the browser had", async () => {
    const before = at.adas.cookies.get("fluxer_session") ?? "";
    await at.adas.send("/sign-out", (await at.adas.get("/")).form("/sign-out"));
    at.adas.cookies.set("fluxer_session", before);
    expect((await at.adas.get("/")).text).not.toContain("Signed in as");
    await at.adas.signIn(at.ada);
    const after = at.adas.cookies.get("fluxer_session") ?? "";
    expect(after).not.toBe(before);
    const form = {
      ...(await at.stranger.get("/sign-in")).form("/sign-in"),
      email: at.bob.email,
      password: PASSWORD,
    };
    at.stranger.cookies.set("fluxer_session", after);
    await at.stranger.send("/sign-in", form);
    expect(at.stranger.cookies.get("fluxer_session")).not.toBe(after);
    expect((await at.host.call("getCurrentUser", { token: after })).status).toBe(401);
  });

  it.each([
    ["another origin", { origin: "https://evil.example" }],
    ["no origin", { origin: "" }],
    ["a cross-site mark", { "sec-fetch-site": "cross-site" }],
  ])("[A30] with %s is 403", async (_, headers) => {
    const form = {
      ...(await at.stranger.get("/sign-in")).form("/sign-in"),
      email: at.ada.email,
      password: PASSWORD,
    };
    const page = await at.stranger.send("/sign-in", form, headers);
    expect(page.status).toBe(403);
    expect(at.stranger.cookies.has("fluxer_session")).toBe(false);
  });

  it("[A30] without the form's cookie, or with another one's proof, is 403", async () => {
    const form = {
      ...(await at.stranger.get("/sign-in")).form("/sign-in"),
      email: at.ada.email,
      password: PASSWORD,
    };
    const other = createBrowser(at.host);
    expect((await other.send("/sign-in", form)).status).toBe(403);
    await other.get("/sign-in");
    expect((await other.send("/sign-in", form)).status).toBe(403);
    expect((await at.stranger.send("/sign-in", { ...form, csrf: "x" })).status).toBe(403);
  });
});

describe("signing up", () => {
  it("makes the account, signs in and leads on", async () => {
    const page = await at.stranger.get(`/sign-up?next=${encodeURIComponent(at.ask())}`);
    expect(page.text).toContain("Weather");
    const account = { email: "eve@example.com", username: "eve", global_name: "", password: PASSWORD };
    const { location } = await at.stranger.send("/sign-up", { ...page.form("/sign-up"), ...account });
    expect(location?.pathname).toBe("/oauth2/authorize");
    expect((await at.stranger.get("/")).text).toContain("eve");
  });

  it.each([
    ["email", "nonsense", "This is not an email address."],
    ["email", "the address of Ada", "There is an account with this address already."],
    ["username", "a b", "Use 1 to 32 letters, digits and underscores."],
    ["username", "everyone", "Use 1 to 32 letters, digits and underscores."],
    ["global_name", "x".repeat(33), "Use at most 32 characters."],
    ["password", "short", "Use at least 8 characters."],
  ])("with the %s %j says beside the field what to write there", async (name, value, sentence) => {
    const usual = { email: "mallory@example.com", username: "mallory", password: "a long password" };
    const wrong = { [name]: value === "the address of Ada" ? at.ada.email : value };
    const form = (await at.stranger.get("/sign-up")).form("/sign-up");
    const page = await at.stranger.send("/sign-up", { ...form, ...usual, ...wrong });
    expect(page.status).toBe(400);
    expect(page.text).toContain(`<span>${sentence}</span>`);
    expect(page.text).not.toContain("a long password");
    expect(at.stranger.cookies.has("fluxer_session")).toBe(false);
  });
});

describeDatabases("an address to go on to", (open) => {
  it("that names what no database can look for is no application's", async () => {
    const { stranger } = await startAuthorization(open);
    for (const id of ["%00", "%F0%9F%98%80", "'", "x".repeat(5000), ""]) {
      const next = encodeURIComponent(`/oauth2/authorize?client_id=${id}`);
      const page = await stranger.get(`/sign-in?next=${next}`);
      expect(page.status).toBe(200);
      expect(page.text).not.toContain("to continue to");
    }
  });
});

describe("signing out", () => {
  it("[A31] ends the session itself, not only the cookie", async () => {
    const token = at.adas.cookies.get("fluxer_session") ?? "";
    await at.adas.send("/sign-out", (await at.adas.get("/")).form("/sign-out"));
    expect(at.adas.cookies.has("fluxer_session")).toBe(false);
    expect((await at.host.call("getCurrentUser", { token })).status).toBe(401);
  });

  it("[A30] cannot be done by another site", async () => {
    const form = (await at.adas.get("/")).form("/sign-out");
    expect((await at.adas.send("/sign-out", form, { origin: "https://evil.example" })).status).toBe(403);
    expect((await at.adas.send("/sign-out", { csrf: "x" })).status).toBe(403);
    expect((await at.adas.get("/")).text).toContain("Signed in as");
  });

  it("from a consent page leads back to the request, for somebody else to answer", async () => {
    const form = (await at.adas.get(at.ask())).form("/sign-out");
    const { location } = await at.adas.send("/sign-out", form);
    expect((await at.adas.get(`${location?.pathname}${location?.search}`)).text).toContain("to continue to");
  });
});

describe("the session cookie", () => {
  it("[A31] is out of reach of scripts and other sites", async () => {
    const line = at.adas.setCookies.find((cookie) => cookie.startsWith("fluxer_session="));
    expect(line).toMatch(
      /^fluxer_session=flx_[0-9A-Za-z]{36}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it("[A31] is bound to the host and to https where the provider is", async () => {
    const secure = await startAuthorization(open, { publicUrl: "https://fluxer.example" });
    for (const line of secure.adas.setCookies) {
      expect(line).toMatch(
        /^__Host-fluxer_(session|form)=[^;]+;(.*) Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
    }
    expect([...secure.adas.cookies.keys()]).toEqual(["__Host-fluxer_form", "__Host-fluxer_session"]);
    secure.stranger.cookies.set("fluxer_session", secure.adas.cookies.get("__Host-fluxer_session") ?? "");
    expect((await secure.stranger.get("/")).text).not.toContain("Signed in as");
  });
});
