import { describe, expect, it } from "vitest";
import { StorageError } from "../../src/db/errors.ts";
import { ApiError, invalidField, OAuthError } from "../../src/http/errors.ts";
import { basic, createTestHttp, form, json } from "./harness.ts";

const client = basic("20", "secret");
const signedIn = { authorization: "session" };

/** What a handler of each family answers when it throws this. */
async function thrown(error: unknown) {
  const fail = () => Promise.reject(error);
  const handlers = { logout: fail, introspectOauth2Token: fail, authorize: fail };
  const { request, lines } = createTestHttp({ handlers });
  const api = await request("/auth/logout", { method: "POST", headers: signedIn });
  const oauth = await request("/oauth2/introspect", form({ token: "t" }, client));
  const page = await request("/oauth2/authorize?client_id=1");
  return {
    lines,
    api: { status: api.status, headers: api.headers, body: await api.json() },
    oauth: { status: oauth.status, headers: oauth.headers, body: await oauth.json() },
    page: { status: page.status, headers: page.headers, body: await page.text() },
  };
}

describe("an error is told in the operation's own family", () => {
  it("an ApiError by its code, status and fixed message", async () => {
    const { api } = await thrown(
      new ApiError("UNKNOWN_APPLICATION", { reason: "canary", cause: new Error("canary") }),
    );
    expect(api).toMatchObject({ status: 404 });
    expect(api.body).toEqual({ code: "UNKNOWN_APPLICATION", message: "There is no such application." });
  });

  it("faults of fields by path, code and message", async () => {
    const { api, page } = await thrown(
      invalidField("password", "WRONG_PASSWORD", "This is not your password."),
    );
    expect(api.status).toBe(400);
    expect(api.body).toEqual({
      code: "INVALID_FORM_BODY",
      message: "The request is invalid.",
      errors: [{ path: "password", code: "WRONG_PASSWORD", message: "This is not your password." }],
    });
    expect(page.body).toContain("password: This is not your password.");
  });

  it("an OAuthError by its code, status and fixed description", async () => {
    const { oauth } = await thrown(new OAuthError("invalid_grant", "canary"));
    expect(oauth.status).toBe(400);
    expect(oauth.body).toEqual({
      error: "invalid_grant",
      error_description:
        "The authorization code or refresh token is invalid, expired, revoked or was issued to another client.",
    });
  });

  it.each([
    [new ApiError("INVALID_FORM_BODY"), 400, "invalid_request"],
    [new ApiError("INVALID_TOKEN"), 401, "invalid_client"],
    [new ApiError("NOT_FOUND"), 404, "invalid_request"],
    [new ApiError("SERVICE_UNAVAILABLE"), 503, "temporarily_unavailable"],
  ])("an ApiError below an OAuth operation is %o %d %s", async (error, status, code) => {
    const { oauth } = await thrown(error);
    expect(oauth).toMatchObject({ status, body: { error: code } });
  });

  it.each([
    [new OAuthError("invalid_scope", ""), 400, "INVALID_FORM_BODY"],
    [new OAuthError("invalid_client", ""), 401, "UNAUTHORIZED"],
    [new OAuthError("server_error", ""), 500, "INTERNAL_SERVER_ERROR"],
    [new OAuthError("temporarily_unavailable", ""), 503, "SERVICE_UNAVAILABLE"],
  ])("an OAuthError below an API operation is %o %d %s", async (error, status, code) => {
    const { api } = await thrown(error);
    expect(api).toMatchObject({ status, body: { code } });
  });

  it("a storage failure is 503 with Retry-After, never a success", async () => {
    const { api, oauth, page } = await thrown(new StorageError(new Error("disk full: canary")));
    expect(api).toMatchObject({ status: 503, body: { code: "SERVICE_UNAVAILABLE" } });
    expect(oauth).toMatchObject({ status: 503, body: { error: "temporarily_unavailable" } });
    expect(page).toMatchObject({ status: 503 });
    expect([api, oauth, page].map(({ headers }) => headers.get("retry-after"))).toEqual(["1", "1", "1"]);
  });

  it.each([
    new Error("canary"),
    new TypeError("canary"),
    "canary",
    { status: 200, message: "canary" },
    undefined,
    null,
  ])("anything unforeseen (%s) is 500 without any detail", async (error) => {
    const { api, oauth, page } = await thrown(error);
    expect(api).toMatchObject({ status: 500 });
    expect(api.body).toEqual({ code: "INTERNAL_SERVER_ERROR", message: "Something went wrong on our side." });
    expect(oauth).toMatchObject({ status: 500 });
    expect(oauth.body).toEqual({
      error: "server_error",
      error_description: "Something went wrong on our side.",
    });
    expect(page).toMatchObject({ status: 500 });
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.body).not.toContain("canary");
  });

  it("JSON has exactly the content type application/json", async () => {
    const { api, oauth } = await thrown(new Error());
    expect([api, oauth].map(({ headers }) => headers.get("content-type"))).toEqual([
      "application/json",
      "application/json",
    ]);
  });
});

describe("the log", () => {
  it("has the private reason and cause beside the request id that the answer carries", async () => {
    const cause = Object.assign(new Error("the cause"), { code: "SQLITE_FULL" });
    const { api, lines } = await thrown(new ApiError("UNKNOWN_APPLICATION", { reason: "the reason", cause }));
    expect(lines[0]).toMatchObject({
      requestId: api.headers.get("x-request-id"),
      operation: "logout",
      status: 404,
      reason: "the reason",
      err: { message: "the cause", code: "SQLITE_FULL" },
    });
  });

  it("tells our own failures from refusals by their level", async () => {
    expect((await thrown(new Error("x"))).lines.map(({ level }) => level)).toEqual([50, 50, 50]);
    expect((await thrown(new ApiError("NOT_FOUND"))).lines.map(({ level }) => level)).toEqual([30, 30, 30]);
  });

  it("of a handler carries the request id", async () => {
    const { request, lines } = createTestHttp({
      handlers: {
        logout: async ({ context, reply }) => {
          context.log.info("from the handler");
          return reply(204);
        },
      },
    });
    const response = await request("/auth/logout", { method: "POST", headers: signedIn });
    expect(lines).toMatchObject([
      { requestId: response.headers.get("x-request-id"), msg: "from the handler" },
    ]);
  });

  it("[A37] never holds credentials, whatever is wrong with the request", async () => {
    const { request, lines } = createTestHttp();
    const secret = "canary-secret";
    await request("/oauth2/token", form({ client_id: "20", client_secret: secret, code: secret }, client));
    await request("/oauth2/token", form({ client_id: secret, client_secret: secret }));
    await request("/oauth2/token", form({ grant_type: secret, code: secret }, client));
    await request(`/oauth2/userinfo?access_token=${secret}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    await request("/guilds", json({ password: secret, name: [secret] }, signedIn));
    await request("/guilds", json(`{"password":"${secret}`, signedIn));
    await request(`/oauth2/authorize?client_id=x&state=${secret}`);
    expect(lines.length).toBeGreaterThanOrEqual(7);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });
});

describe("a reply's headers", () => {
  it("join those that every answer has, and a list becomes one line each", async () => {
    const headers = { location: "/next", "set-cookie": ["a=1; Path=/", "b=2"], "cache-control": "private" };
    const { request } = createTestHttp({
      handlers: { authorize: async ({ reply }) => reply(302, undefined, headers) },
    });
    const response = await request("/oauth2/authorize?client_id=1");
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("/next");
    expect(response.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2"]);
    expect(response.headers.get("cache-control")).toBe("private");
    expect(response.headers.get("content-type")).toBe(null);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("of a page name its type and charset", async () => {
    const { request } = createTestHttp({
      handlers: { authorize: async ({ reply }) => reply(200, "<!doctype html>") },
    });
    const response = await request("/oauth2/authorize?client_id=1");
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await response.text()).toBe("<!doctype html>");
  });
});
