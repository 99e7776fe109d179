import { beforeAll, describe, expect, it } from "vitest";
import { type Authorization, CALLBACK, startAuthorization } from "../authorization/fixture.ts";
import { testDatabases } from "../support/databases.ts";
import { type Client, PASSWORD } from "../support/host.ts";

const open = testDatabases("sqlite");
let at: Authorization;
let spare: Client;

beforeAll(async () => {
  at = await startAuthorization(open, { publicUrl: "https://auth.example" });
  spare = await at.host.createApplication(at.ada);
});

type Sent = { path: string; form?: Record<string, string>; json?: unknown; authorization?: string };

function send({ path, form, json, authorization }: Sent, more: Record<string, string> = {}) {
  const type = form ? "application/x-www-form-urlencoded" : "application/json";
  const headers = { "content-type": type, ...(authorization && { authorization }), ...more };
  const body = form ? new URLSearchParams(form).toString() : JSON.stringify(json);
  return at.host.request(path, { method: "POST", headers, body });
}

describe("the answers that hold secrets, and those that refuse them", () => {
  const client = () => ({ client_id: at.app.id, client_secret: at.app.secret });
  const token = (form: Record<string, string>): Sent => ({ path: "/oauth2/token", form });
  const reset = (password: string): Sent => {
    const path = `/oauth2/applications/${spare.id}/client-secret/reset`;
    return { path, authorization: at.ada.token, json: { password } };
  };
  const consent = (scope: string): Sent => {
    const json = { client_id: at.app.id, redirect_uri: CALLBACK, scope };
    return { path: "/oauth2/authorize/consent", authorization: at.ada.token, json };
  };
  const answers: [string, number, () => Sent][] = [
    ["token", 200, () => token({ grant_type: "client_credentials", ...client() })],
    ["token", 400, () => token({ grant_type: "password", ...client() })],
    [
      "token",
      401,
      () => token({ grant_type: "client_credentials", client_id: at.app.id, client_secret: "x" }),
    ],
    ["introspect", 200, () => ({ path: "/oauth2/introspect", form: { token: "x", ...client() } })],
    ["introspect", 401, () => ({ path: "/oauth2/introspect", form: { token: "x" } })],
    ["revoke", 200, () => ({ path: "/oauth2/token/revoke", form: { token: "x", ...client() } })],
    ["revoke", 400, () => ({ path: "/oauth2/token/revoke", form: client() })],
    ["reset", 200, () => reset(PASSWORD)],
    ["reset", 400, () => reset("wrong password")],
    ["reset", 401, () => ({ ...reset(PASSWORD), authorization: "flx_unknown" })],
    ["consent", 200, () => consent("identify")],
    ["consent", 400, () => consent("everything")],
    ["consent", 401, () => ({ ...consent("identify"), authorization: "" })],
  ];

  it.each(answers)(
    "[A40] of %s with %d are kept by nobody and read by no other site",
    async (_, status, sent) => {
      for (const origin of ["null", "https://evil.example", "https://auth.example"]) {
        const { status: got, headers } = await send(sent(), { origin, cookie: "fluxer_session=x" });
        expect(got).toBe(status);
        expect(headers.get("cache-control")).toBe("no-store");
        expect(headers.get("referrer-policy")).toBe("no-referrer");
        expect(headers.get("x-content-type-options")).toBe("nosniff");
        expect([...headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
        expect(headers.has("etag")).toBe(false);
      }
    },
  );
});

it("[A40] other sites cannot read the authorization endpoint, and a preflight allows nothing", async () => {
  for (const method of ["GET", "OPTIONS"]) {
    for (const origin of ["null", "https://evil.example"]) {
      const headers = { origin, "access-control-request-method": "GET" };
      const response = await at.host.request(at.ask(), { method, headers });
      const names = [...response.headers.keys()];
      expect(names.filter((name) => name.startsWith("access-control-"))).toEqual([]);
    }
  }
});

it("[A40] a token in the query or the body opens nothing, however good it is", async () => {
  const { bearer } = await at.host.authorize(at.ada, at.app, ["identify"]);
  const token = bearer.slice("Bearer ".length);
  expect((await at.host.call("getOauth2UserInformation", { token: bearer })).status).toBe(200);
  const query = `?access_token=${token}`;
  for (const id of ["getOauth2UserInformation", "getCurrentOauth2User", "getCurrentUser"] as const) {
    expect((await at.host.call(id, { query })).status, id).toBe(401);
  }
  const posted = await send({ path: "/oauth2/userinfo", form: { access_token: token } });
  expect(posted.status).toBe(405);
});

describe("a forged host", () => {
  const forged = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "http",
    "x-original-host": "evil.example",
    forwarded: "host=evil.example;proto=http",
  };

  it("[A41] gets into no page, no document, no header and no cookie", async () => {
    const paths = ["/", "/sign-in", "/sign-up", at.ask(), at.ask({ redirect_uri: "https://x.example" })];
    paths.push("/.well-known/oauth-authorization-server", "/openapi.json", "/nope", "/oauth2/authorized");
    for (const path of paths) {
      const response = await at.host.request(path, { headers: forged });
      const all = `${JSON.stringify([...response.headers])}${await response.text()}`;
      expect(all, path).not.toContain("evil.example");
      for (const cookie of response.headers.getSetCookie()) expect(cookie).toContain("; Secure;");
    }
  });

  it("[A41] changes no issuer: the configured one is named once, on success and on error", async () => {
    const iss = async (path: string, init: RequestInit = {}) => {
      const headers = { ...forged, ...(init.headers as Record<string, string>) };
      const response = await at.host.request(path, { ...init, headers });
      const body = response.headers.has("location") ? {} : await response.json();
      const to = response.headers.get("location") ?? String(Reflect.get(Object(body), "redirect_to"));
      return new URL(to).searchParams.getAll("iss");
    };
    const body = JSON.stringify({ client_id: at.app.id, redirect_uri: CALLBACK, scope: "email" });
    const headers = { authorization: at.ada.token, "content-type": "application/json" };
    const consent = await iss("/oauth2/authorize/consent", { method: "POST", body, headers });
    expect(consent).toEqual(["https://auth.example"]);
    for (const wrong of [{ prompt: "none" }, { scope: "everything" }, { response_type: "token" }]) {
      expect(await iss(at.ask(wrong))).toEqual(["https://auth.example"]);
    }
  });
});

describe("what a request says", () => {
  const markup = `"><svg onload=alert(1)><script>alert(1)</script>\u202e`;
  const echoes = /<svg onload|<script|\u202e/;

  it("[A32] comes back from no error, neither in a page nor in JSON", async () => {
    const encoded = encodeURIComponent(markup);
    const asked = [
      "client_id",
      "redirect_uri",
      "scope",
      "response_type",
      "prompt",
      "guild_id",
      "permissions",
    ];
    const paths = [...asked.map((name) => at.ask({ [name]: markup })), `/sign-in?next=${encoded}`];
    paths.push(`/${encoded}`, `/users/${encoded}`, `/oauth2/authorize?${encoded}=1&${encoded}=2`);
    for (const path of paths) {
      const response = await at.host.request(path, { headers: { authorization: at.ada.token } });
      expect(response.status, path).toBeLessThan(500);
      expect(await response.text(), path).not.toMatch(echoes);
      const location = new URL(response.headers.get("location") ?? "https://x.example");
      expect(location.searchParams.get("error_description") ?? "", path).not.toMatch(echoes);
    }
    const wrong = { [markup]: markup, name: [markup], redirect_uris: [markup], bot_public: markup };
    const created = await send({ path: "/oauth2/applications", authorization: at.ada.token, json: wrong });
    expect([created.status, await created.text()]).toEqual([400, expect.not.stringMatching(echoes)]);
    const token = await send({ path: "/oauth2/token", form: { grant_type: markup, client_id: markup } });
    expect([token.status, await token.text()]).toEqual([401, expect.not.stringMatching(echoes)]);
  });

  it("[A32] is no name when it is longer than one", async () => {
    const body = { name: "x".repeat(10_240) };
    const answer = await at.host.call("createOauth2Application", { token: at.ada.token, body });
    expect(answer.status).toBe(400);
  });
});
