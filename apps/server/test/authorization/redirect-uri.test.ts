import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../support/databases.ts";
import type { Client } from "../support/host.ts";
import { type Authorization, CALLBACK, startAuthorization } from "./fixture.ts";

const open = testDatabases("sqlite");
let at: Authorization;

beforeAll(async () => {
  at = await startAuthorization(open);
});

/** The prompt lets a request that is in order redirect at once, so that a page can only mean a refusal. */
const redirects = async (parameters: Record<string, string | undefined>) => {
  const page = await at.stranger.get(at.ask({ prompt: "none", ...parameters }));
  expect(page.status).toBe(page.location ? 302 : 400);
  if (page.status === 400) expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  return page.location?.href;
};

describe("a redirect URI", () => {
  it("is taken as it is registered", async () => {
    expect(await redirects({})).toMatch(/^https:\/\/weather\.example\/callback\?error=login_required&/);
  });

  it.each([
    "https://weather.example/callback/../callback",
    "https://weather.example/x/../callback",
    "https://weather.example/%2e%2e/callback",
    "https://weather.example/%252e%252e/callback",
    "https://weather.example%2Fcallback",
    "https://weather.example/callback/",
    "https://weather.example/callback?",
    "https://weather.example/callback?a=1",
    "https://weather.example/callback#",
    "https://weather.example/callback#x",
    "https://user@weather.example/callback",
    "https://weather.example@evil.example/callback",
    "https://weather.example.evil.com/callback",
    "https://evil.weather.example/callback",
    "https://weather.example:443/callback",
    "https://weather.example:8443/callback",
    "https://WEATHER.example/callback",
    "HTTPS://weather.example/callback",
    "https://weather.example/CALLBACK",
    "https://weather.example/%63allback",
    "http://weather.example/callback",
    "https:weather.example/callback",
    "https:evil.com",
    "//weather.example/callback",
    "///weather.example/callback",
    "/callback",
    "/\\weather.example/callback",
    "https:\\\\weather.example\\callback",
    " https://weather.example/callback",
    "https://weather.example/callback ",
    "https://weather.example/call\tback",
    "https://weather.example/callback\r",
    "https://weather.example/callback\n",
    "https://weather.example/callback\r\nLocation: https://evil.example",
    "https://weather.example/callback\0",
    "https://weather。example/callback",
    "https://weather．example/callback",
    "https://wеather.example/callback",
    "javascript:alert(1)",
    `https://weather.example/callback?${"a".repeat(3000)}`,
    `https://weather.example/${"a".repeat(65_536)}`,
    "",
  ])("[A06] [A07] %j never redirects to where it is not registered", async (redirect_uri) => {
    expect(await redirects({ redirect_uri })).toBeUndefined();
  });

  it("[A06] that is sent twice never redirects, whichever of the two is right", async () => {
    for (const pair of [
      [CALLBACK, "https://evil.example/"],
      ["https://evil.example/", CALLBACK],
      [CALLBACK, CALLBACK],
    ]) {
      const query = pair.map((uri) => `redirect_uri=${encodeURIComponent(uri)}`).join("&");
      const page = await at.stranger.get(`${at.ask({ redirect_uri: undefined, prompt: "none" })}&${query}`);
      expect([page.status, page.location]).toEqual([400, undefined]);
    }
  });

  it("[A06] with a query of its own matches in its order and its spelling only", async () => {
    const uris = ["https://weather.example/cb?a=1&b=2"];
    const app = await at.host.createApplication(at.ada, { redirect_uris: uris });
    const asked = (redirect_uri: string) => redirects({ client_id: app.id, redirect_uri });
    expect(await asked("https://weather.example/cb?a=1&b=2")).toContain("cb?a=1&b=2&error=");
    for (const uri of ["cb?b=2&a=1", "cb?a=1", "cb", "cb?a=1&b=2&c=3", "cb?a=1&b=%32", "cb?a=1&&b=2"]) {
      expect(await asked(`https://weather.example/${uri}`)).toBeUndefined();
    }
  });

  it("may be left out only where just a bot is added without a code", async () => {
    expect(await redirects({ redirect_uri: undefined })).toBeUndefined();
    const page = await at.adas.get(at.ask({ redirect_uri: undefined, scope: "bot" }));
    expect(page.status).toBe(200);
    const app = await at.host.createApplication(at.ada, { bot_require_code_grant: true });
    const refused = await at.adas.get(at.ask({ client_id: app.id, redirect_uri: undefined, scope: "bot" }));
    expect(refused.status).toBe(400);
  });
});

describe("the port of a registered loopback URI", () => {
  let app: Client;
  beforeAll(async () => {
    const redirect_uris = [
      "http://127.0.0.1:8080/cb",
      "http://[::1]/cb",
      "http://localhost:3000/cb?a=1",
      "https://localhost:3000/cb",
    ];
    app = await at.host.createApplication(at.ada, { redirect_uris });
  });
  const redirected = async (redirect_uri: string) =>
    (await redirects({ client_id: app.id, redirect_uri })) !== undefined;

  it.each([
    "http://127.0.0.1:8080/cb",
    "http://127.0.0.1:51004/cb",
    "http://127.0.0.1/cb",
    "http://[::1]:51004/cb",
    "http://localhost:1/cb?a=1",
    "http://localhost:65535/cb?a=1",
    "https://localhost:3000/cb",
  ])("[A09] may vary: %s", async (uri) => {
    expect(await redirected(uri)).toBe(true);
  });

  it.each([
    "http://127.0.0.1:8080/other",
    "http://127.0.0.1:8080/cb/",
    "http://127.0.0.1:8080/CB",
    "http://127.0.0.1:8080/cb?a=1",
    "http://user@127.0.0.1:8080/cb",
    "http://127.0.0.1:8080@evil.example/cb",
    "http://127.0.0.1:80:80/cb",
    "http://127.0.0.1:/cb",
    "http://127.0.0.1:0/cb",
    "http://127.0.0.1:08080/cb",
    "http://127.0.0.1:65536/cb",
    "http://127.0.0.1:8080\\@evil.example/cb",
    "http://127.1:8080/cb",
    "http://0177.0.0.1:8080/cb",
    "http://2130706433:8080/cb",
    "http://[::ffff:127.0.0.1]:8080/cb",
    "http://[0:0:0:0:0:0:0:1]/cb",
    "http://localhost.evil.com:3000/cb?a=1",
    "http://evil.localhost:3000/cb?a=1",
    "http://LOCALHOST:3001/cb?a=1",
    "http://localhost:3001/cb?a=2",
    "https://127.0.0.1:8080/cb",
    "https://localhost:3001/cb",
  ])("[A09] is all that may: %s", async (uri) => {
    expect(await redirected(uri)).toBe(false);
  });

  it("[A06] [A09] does not vary anywhere else", async () => {
    expect(await redirects({ redirect_uri: "https://weather.example:444/callback" })).toBeUndefined();
  });
});
