import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../support/databases.ts";
import { type Authorization, CALLBACK, startAuthorization } from "./fixture.ts";

const open = testDatabases("sqlite");
let at: Authorization;

beforeAll(async () => {
  at = await startAuthorization(open);
});

describe("the answer to an application", () => {
  it.each([
    "xyz",
    "a b+c%20d&e=f?g#h",
    '<script>alert(1)</script>"><svg onload=alert(1)>',
    "\u202egnissecca\u202c",
    "😀 ünï",
    "x".repeat(10_240),
  ])("[A32] carries the state %j unchanged, with a code and with an error", async (state) => {
    const { location: granted } = await at.adas.decide(at.ask({ state, prompt: "consent" }), "allow");
    expect(granted?.searchParams.getAll("state")).toEqual([state]);
    const { location: refused } = await at.adas.get(at.ask({ state, scope: "everything" }));
    expect(refused?.searchParams.getAll("state")).toEqual([state]);
  });

  it("carries no state where none was sent", async () => {
    for (const state of [undefined, ""]) {
      const { location } = await at.adas.decide(at.ask({ state, prompt: "consent" }), "deny");
      expect([...(location?.searchParams.keys() ?? [])]).toEqual(["error", "error_description", "iss"]);
    }
  });

  it.each([
    ["https://weather.example/cb?tenant=1&x=%2F", "https://weather.example/cb?tenant=1&x=%2F&"],
    ["https://weather.example/cb?state=old&a=1", "https://weather.example/cb?a=1&"],
    [
      "https://weather.example/cb?code=old&iss=x&error=y&error_description=z&error_uri=u",
      "https://weather.example/cb?",
    ],
    ["https://weather.example/cb?%63ode=old&s%74ate=old&b=2", "https://weather.example/cb?b=2&"],
    ["https://weather.example/cb?a=1?b=2", "https://weather.example/cb?a=1?b=2&"],
  ])("[A25] [A41] keeps the query of %s, but for the names that are the answer's own", async (uri, kept) => {
    const app = await at.host.createApplication(at.ada, { redirect_uris: [uri] });
    const asked = { client_id: app.id, redirect_uri: uri, state: "new" };
    const { location: granted } = await at.adas.decide(at.ask(asked), "allow");
    const { location: refused } = await at.adas.get(at.ask({ ...asked, scope: "everything" }));
    expect(granted?.href.startsWith(`${kept}code=fxc_`)).toBe(true);
    expect(refused?.href.startsWith(`${kept}error=invalid_scope&`)).toBe(true);
    for (const answer of [granted, refused]) {
      for (const name of ["state", "iss"]) expect(answer?.searchParams.getAll(name)).toHaveLength(1);
      expect(answer?.searchParams.getAll("code").length).toBe(answer === granted ? 1 : 0);
      expect(answer?.searchParams.getAll("error").length).toBe(answer === granted ? 0 : 1);
      expect(answer?.searchParams.get("state")).toBe("new");
    }
  });

  it("[A41] names the configured issuer, whatever host the request names", async () => {
    const headers = {
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      forwarded: "host=evil.example",
    };
    const page = await at.host.request(at.ask({ prompt: "none" }), { headers });
    const location = new URL(page.headers.get("location") ?? "");
    expect(location.searchParams.getAll("iss")).toEqual([at.host.config.publicUrl]);
    const metadata = await at.host.request("/.well-known/oauth-authorization-server", { headers });
    expect(await metadata.json()).toMatchObject({
      issuer: at.host.config.publicUrl,
      authorization_endpoint: `${at.host.config.publicUrl}/oauth2/authorize`,
      authorization_response_iss_parameter_supported: true,
    });
  });

  it("names no issuer when that is switched off, and the metadata say so", async () => {
    const silent = await startAuthorization(open, { authorizationResponseIss: false });
    const { location } = await silent.adas.decide(silent.ask(), "allow");
    expect([...(location?.searchParams.keys() ?? [])]).toEqual(["code"]);
    const { body } = await silent.host.call("getAuthorizationServerMetadata");
    expect(body.authorization_response_iss_parameter_supported).toBe(false);
  });

  it("is a code that works once, for the redirect URI that was asked for", async () => {
    const { location } = await at.adas.decide(
      at.ask({ prompt: "consent", scope: "email identify" }),
      "allow",
    );
    const form = {
      grant_type: "authorization_code",
      code: location?.searchParams.get("code") ?? "",
      redirect_uri: CALLBACK,
      client_id: at.app.id,
      client_secret: at.app.secret,
    };
    const { status, body } = await at.host.call("exchangeOauth2Token", { form });
    expect([status, body.scope]).toEqual([200, "identify email"]);
  });
});
