import { describe, expect, it } from "vitest";
import type { Authenticators } from "../../src/http/caller.ts";
import { authenticators, basic, CLIENT, createTestHttp, form, seen } from "./harness.ts";

const ODD = "a b+c%:ü";
const clients: Authenticators["client"] = async (id, secret) =>
  id === ODD && secret === ODD ? CLIENT : authenticators.client(id, secret);
const introspect = seen("introspectOauth2Token", async ({ reply }) => reply(200, { active: false }));
const { request } = createTestHttp({
  handlers: introspect.handlers,
  authenticators: { ...authenticators, client: clients },
});

async function introspectWith(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await request("/oauth2/introspect", form({ token: "t", ...fields }, headers));
  const challenge = response.headers.get("www-authenticate");
  return { status: response.status, challenge, body: await response.json() };
}

const OK = { status: 200, challenge: null, body: { active: false } };
const CHALLENGE = 'Basic realm="fluxer", charset="UTF-8"';
const INVALID_CLIENT = {
  error: "invalid_client",
  error_description: "The client could not be authenticated.",
};

describe("a client authenticates", () => {
  it("by HTTP Basic", async () => {
    expect(await introspectWith({}, basic("20", "secret"))).toEqual(OK);
    expect(introspect.calls.at(-1)?.caller).toEqual(CLIENT);
  });

  it("in the body", async () => {
    expect(await introspectWith({ client_id: "20", client_secret: "secret" })).toEqual(OK);
    expect(introspect.calls.at(-1)?.caller).toEqual(CLIENT);
  });

  it("by Basic beside the same client_id in the body", async () => {
    expect(await introspectWith({ client_id: "20" }, basic("20", "secret"))).toEqual(OK);
  });

  it("by Basic beside a client_secret without a value, which counts as omitted", async () => {
    expect(await introspectWith({ client_secret: "", client_id: "" }, basic("20", "secret"))).toEqual(OK);
  });

  it("by Basic whose parts are form-encoded (RFC 6749 2.3.1)", async () => {
    const encode = (text: string) => encodeURIComponent(text).replaceAll("%20", "+");
    expect(await introspectWith({}, basic(encode(ODD), encode(ODD)))).toEqual(OK);
    const everything = [..."secret"].map((c) => `%${c.charCodeAt(0).toString(16)}`).join("");
    expect(await introspectWith({}, basic("%32%30", everything))).toEqual(OK);
  });
});

describe("401 invalid_client, with a challenge because Basic was tried,", () => {
  it.each([
    ["for a wrong secret", basic("20", "wrong")],
    ["for an unknown client", basic("21", "secret")],
    ["for an empty secret", basic("20", "")],
    ["for an empty id", basic("", "secret")],
    ["without a colon", { authorization: `Basic ${Buffer.from("20secret").toString("base64")}` }],
    ["for what is no Base64", { authorization: "Basic 20:secret" }],
    ["for nothing after the scheme", { authorization: "Basic" }],
    ["for a bad percent sign", basic("20", "secret%")],
    ["for a percent sign that is not UTF-8", basic("20", "%ff")],
    [
      "for bytes that are not UTF-8",
      { authorization: `Basic ${Buffer.from([0x32, 0x3a, 0xff]).toString("base64")}` },
    ],
    ["for a NUL", basic("20", "secret\0")],
    ["for something huge", basic("20", "s".repeat(60_000))],
    ["for a bearer token", { authorization: "Bearer token-identify" }],
    ["for a session token", { authorization: "session" }],
    ["for an empty header", { authorization: "" }],
  ])("[A15] [A16] %s", async (_, headers) => {
    expect(await introspectWith({}, headers)).toEqual({
      status: 401,
      challenge: CHALLENGE,
      body: INVALID_CLIENT,
    });
  });
});

describe("401 invalid_client, without a challenge,", () => {
  it.each<[string, Record<string, string>]>([
    ["without credentials", {}],
    ["for a missing secret", { client_id: "20" }],
    ["for an empty secret", { client_id: "20", client_secret: "" }],
    ["for a missing id", { client_secret: "secret" }],
    ["for a wrong secret", { client_id: "20", client_secret: "wrong" }],
  ])("[A16] %s", async (_, fields) => {
    expect(await introspectWith(fields)).toEqual({ status: 401, challenge: null, body: INVALID_CLIENT });
  });

  it("[A16] for credentials in the query", async () => {
    const response = await request(
      "/oauth2/introspect?client_id=20&client_secret=secret",
      form({ token: "t" }),
    );
    expect(response.status).toBe(401);
  });
});

describe("400 invalid_request", () => {
  it.each<[string, Record<string, string>]>([
    ["for Basic and a secret in the body, be it the same", { client_id: "20", client_secret: "secret" }],
    ["for Basic and a secret alone", { client_secret: "secret" }],
    ["for two client ids", { client_id: "21" }],
  ])("[A14] %s", async (_, fields) => {
    expect(await introspectWith(fields, basic("20", "secret"))).toMatchObject({
      status: 400,
      body: { error: "invalid_request" },
    });
  });

  it("[A25] for credentials that are repeated", async () => {
    const response = await request(
      "/oauth2/introspect",
      form("token=t&client_id=20&client_id=20&client_secret=secret"),
    );
    expect(response.status).toBe(400);
  });
});

it("a client is authenticated before its request is validated", async () => {
  expect((await request("/oauth2/token", form({ grant_type: "nonsense" }))).status).toBe(401);
});

it.each([
  [{ grant_type: "password" }, "unsupported_grant_type"],
  [{ grant_type: "" }, "invalid_request"],
  [{}, "invalid_request"],
  [{ grant_type: "authorization_code" }, "invalid_request"],
  [{ grant_type: "client_credentials", scope: "x".repeat(1025) }, "invalid_scope"],
  [{ grant_type: "refresh_token", refresh_token: "r".repeat(5000) }, "invalid_request"],
])("%j is %s", async (fields, error) => {
  const response = await request("/oauth2/token", form(fields, basic("20", "secret")));
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error });
});
