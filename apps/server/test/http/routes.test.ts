import bundle from "@fluxer-oauth2/contract/openapi.json" with { type: "json" };
import { operationTable } from "@fluxer-oauth2/contract/operations";
import { describe, expect, it } from "vitest";
import { createTestHttp, form, json, USER_RESPONSE } from "./harness.ts";

const { app, request } = createTestHttp({
  handlers: {
    getCurrentUser: async ({ reply }) => reply(200, USER_RESPONSE),
    getUser: async ({ params, reply }) => reply(200, { ...USER_RESPONSE, id: params.id }),
    logout: async ({ reply }) => reply(204),
  },
});
const signedIn = { headers: { authorization: "session" } };

describe("routes", () => {
  it("are those of the specification and the document itself, and no others", () => {
    const mounted = app.routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
    const specified = Object.values(operationTable).map(
      ({ method, path }) => `${method.toUpperCase()} ${path}`,
    );
    expect(mounted.toSorted()).toEqual([...specified, "GET /openapi.json"].toSorted());
  });

  it("the document that the application emits is the specification", async () => {
    const response = await request("/openapi.json");
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toEqual(bundle);
  });

  it("are served at / and at /v1", async () => {
    const [plain, versioned] = await Promise.all([
      request("/users/@me", signedIn),
      request("/v1/users/@me", signedIn),
    ]);
    expect([plain.status, versioned.status]).toEqual([200, 200]);
    expect(await versioned.json()).toEqual(await plain.json());
  });

  it.each(["/users/%40me", "/v1/users/%40me", "/users/@me?x=%40", "/users/@me#x"])(
    "%s reaches /users/@me",
    async (path) => {
      expect(await (await request(path, signedIn)).json()).toMatchObject({ id: "1" });
    },
  );

  it("a fixed path goes before one with a parameter", async () => {
    expect(await (await request("/users/42", signedIn)).json()).toMatchObject({ id: "42" });
  });

  it.each([
    "/",
    "/v1",
    "/v1/",
    "/nope",
    "/users",
    "/users/@me/",
    "//users/@me",
    "/v1/v1/users/@me",
    "/users/1/2",
    "/Users/@me",
  ])("%s is 404 NOT_FOUND in the API family", async (path) => {
    const response = await request(path, signedIn);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      code: "NOT_FOUND",
      message: "There is nothing at this address.",
    });
  });

  it.each([
    ["GET", "/oauth2/token", "POST"],
    ["PUT", "/users/@me", "HEAD, GET, PATCH"],
    ["DELETE", "/v1/auth/login", "POST"],
    ["PATCH", "/oauth2/applications/@me", "HEAD, GET"],
    ["OPTIONS", "/oauth2/applications/1", "HEAD, GET, PATCH, DELETE"],
    ["QUERY", "/openapi.json", "HEAD, GET"],
  ])("%s %s is 405 with Allow: %s", async (method, path, allow) => {
    const response = await request(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe(allow);
    expect(await response.json()).toMatchObject({ code: "METHOD_NOT_ALLOWED" });
  });

  it("HEAD is answered like GET, without the body", async () => {
    const response = await request("/users/@me", { ...signedIn, method: "HEAD" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.text()).toBe("");
  });

  it("[A40] no answer allows other origins", async () => {
    for (const init of [signedIn, { ...signedIn, method: "OPTIONS" }]) {
      const headers = {
        ...init.headers,
        origin: "https://evil.example",
        "access-control-request-method": "GET",
      };
      const response = await request("/users/@me", { ...init, headers });
      expect([...response.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
    }
  });

  it("a 204 has no body and no content type", async () => {
    const response = await request("/auth/logout", { ...signedIn, method: "POST" });
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
      204,
      null,
      "",
    ]);
  });

  it("a body is ignored where the operation takes none", async () => {
    expect((await request("/auth/logout", json("{", signedIn.headers))).status).toBe(204);
    expect((await request("/auth/logout", form("a=1&a=2", signedIn.headers))).status).toBe(204);
  });
});

describe("every answer", () => {
  it.each([
    ["GET", "/users/@me", 200],
    ["GET", "/users/x", 400],
    ["GET", "/oauth2/@me", 403],
    ["GET", "/nope", 404],
    ["PUT", "/users/@me", 405],
    ["POST", "/oauth2/token", 401],
    ["GET", "/oauth2/authorize", 400],
    ["GET", "/gateway/bot", 403],
    ["GET", "/guilds/1", 500],
    ["GET", "/openapi.json", 200],
  ])("[A40] %s %s carries nosniff, no-referrer, no-store and a request id", async (method, path, status) => {
    const response = await request(path, { ...signedIn, method });
    expect(response.status).toBe(status);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-request-id")).toMatch(/^\w{14}$/);
  });
});
