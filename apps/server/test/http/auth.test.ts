import { operationTable } from "@fluxer-oauth2/contract/operations";
import { describe, expect, it } from "vitest";
import { BOT, createTestHttp, GUILD, json, seen, tokenWith, USER, USER_RESPONSE } from "./harness.ts";

const USER_INFO = {
  sub: "1",
  id: "1",
  username: "ada",
  discriminator: "0001",
  global_name: null,
  avatar: null,
};
const currentUser = seen("getCurrentUser", async ({ reply }) => reply(200, USER_RESPONSE));
const oauthUser = seen("getOauth2UserInformation", async ({ reply }) => reply(200, USER_INFO));
const createGuild = seen("createGuild", async ({ reply }) => reply(200, GUILD));
const { request } = createTestHttp({
  handlers: { ...currentUser.handlers, ...oauthUser.handlers, ...createGuild.handlers },
});

async function answer(path: string, authorization?: string, init: RequestInit = {}) {
  const headers = {
    ...(init.headers as Record<string, string>),
    ...(authorization !== undefined && { authorization }),
  };
  const response = await request(path, { ...init, headers });
  return {
    status: response.status,
    challenge: response.headers.get("www-authenticate"),
    body: await response.json(),
  };
}

describe("callers", () => {
  it.each([
    ["session", USER],
    ["Bot bot", BOT],
    ["bot  bot", BOT],
    ["Bearer token-identify", tokenWith("identify")],
    ["bearer token-identify-email", tokenWith("identify", "email")],
  ])("%s is told to the handler", async (authorization, caller) => {
    expect(await answer("/users/@me", authorization)).toMatchObject({ status: 200 });
    expect(currentUser.calls.at(-1)?.caller).toEqual(caller);
  });

  it("without credentials it is 401 UNAUTHORIZED, with every scheme that is taken", async () => {
    for (const authorization of [undefined, ""]) {
      expect(await answer("/users/@me", authorization)).toMatchObject({
        status: 401,
        challenge: 'Bearer realm="fluxer", Session realm="fluxer", Bot realm="fluxer"',
        body: { code: "UNAUTHORIZED" },
      });
    }
    expect(await answer("/oauth2/@me")).toMatchObject({ challenge: 'Bearer realm="fluxer"' });
  });

  it.each([
    "nonsense",
    "Bot nonsense",
    "session session",
    "Basic c2Vzc2lvbg==",
    "Bot",
    "Bot session",
    "Bot token-identify",
    "token-identify",
    "bot",
  ])("%s is 401 INVALID_TOKEN", async (authorization) => {
    expect(await answer("/users/@me", authorization)).toMatchObject({
      status: 401,
      body: { code: "INVALID_TOKEN" },
    });
  });

  it.each(["Bearer nonsense", "Bearer session", "Bearer bot"])(
    "%s is 401 INVALID_TOKEN with the challenge of RFC 6750",
    async (authorization) => {
      expect(await answer("/users/@me", authorization)).toEqual({
        status: 401,
        challenge: 'Bearer realm="fluxer", error="invalid_token"',
        body: { code: "INVALID_TOKEN", message: "The token is unknown, expired or revoked." },
      });
    },
  );

  it("[A40] a token is taken from the Authorization header only", async () => {
    expect(await answer("/oauth2/userinfo?access_token=token-identify")).toMatchObject({ status: 401 });
    const cookie = { headers: { cookie: "fluxer_session=session" } };
    expect(await answer("/users/@me", undefined, cookie)).toMatchObject({ status: 401 });
  });

  it("a valid bearer or bot token is 403 ACCESS_DENIED where only a user may call", async () => {
    for (const authorization of ["Bearer token-identify", "Bot bot"]) {
      expect(await answer("/oauth2/applications/@me", authorization)).toMatchObject({
        status: 403,
        body: { code: "ACCESS_DENIED" },
      });
    }
  });

  it("a revoked one is 401 there too", async () => {
    for (const authorization of ["Bearer revoked", "Bot revoked"]) {
      expect(await answer("/oauth2/applications/@me", authorization)).toMatchObject({ status: 401 });
    }
  });

  it("a session is 403 where only an application may call", async () => {
    expect(await answer("/oauth2/@me", "session")).toMatchObject({ status: 403 });
    expect(await answer("/gateway/bot", "session")).toMatchObject({ status: 403 });
  });

  it("an access token without the scope is 403 with the scope that is missing", async () => {
    expect(await answer("/oauth2/userinfo", "Bearer token-email")).toEqual({
      status: 403,
      challenge: 'Bearer realm="fluxer", error="insufficient_scope", scope="identify"',
      body: {
        code: "MISSING_OAUTH_SCOPE",
        message: "The access token lacks a scope that this operation needs.",
        required_scope: "identify",
      },
    });
  });

  it("the scope is enough, whatever other scopes there are", async () => {
    expect(await answer("/oauth2/userinfo", "Bearer token-email-identify-guilds")).toMatchObject({
      status: 200,
    });
  });

  it("authentication comes before the body is read and before validation", async () => {
    expect(await answer("/guilds", undefined, json("{"))).toMatchObject({ status: 401 });
    expect(await answer("/guilds", "Bot bot", json("{"))).toMatchObject({ status: 403 });
    expect(await answer("/users/not-a-snowflake")).toMatchObject({ status: 401 });
    expect(createGuild.calls).toEqual([]);
  });
});

describe("every operation", () => {
  const all = Object.values(operationTable).filter(({ path }) => path !== "/oauth2/authorize");
  const isPublic = ({ security }: { security: readonly object[] }) =>
    security.every((alternative) => Object.keys(alternative).length === 0);
  const secured = all.filter((operation) => !isPublic(operation));

  it.each(secured.map(({ method, path }) => [method.toUpperCase(), path.replaceAll(/\{\w+\}/g, "1")]))(
    "%s %s is 401 without credentials and with unknown ones",
    async (method, path) => {
      for (const authorization of [undefined, "flx_unknown", "Bearer unknown", "Bot unknown", "Basic Og=="]) {
        expect(await answer(path, authorization, { method })).toMatchObject({ status: 401 });
      }
    },
  );
});
