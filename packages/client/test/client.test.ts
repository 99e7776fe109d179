import { describe, expect, expectTypeOf, it } from "vitest";
import { type components, MissingCredentialsError, UnexpectedResponseError } from "../src/index.ts";
import { documented, json, recordingClient } from "./support.ts";

type Schemas = components["schemas"];

const auth = {
  session: "flx_session",
  accessToken: "access",
  botToken: "1.bot",
  client: { id: "42", secret: "se:cret/ +" },
};

describe("requests", () => {
  it("sends form operations as forms, without absent members", async () => {
    const { client, last } = recordingClient(documented("POST /oauth2/token/revoke"), { auth });
    await client.POST("/oauth2/token/revoke", {
      body: { token: "a b&c", token_type_hint: undefined as never },
    });
    expect(last().headers.get("content-type")).toBe("application/x-www-form-urlencoded");
    expect(await last().text()).toBe("token=a+b%26c");
  });

  it("sends JSON operations as JSON to the path below the base URL", async () => {
    const { client, last } = recordingClient(documented("PATCH /oauth2/applications/{id}"), { auth });
    await client.PATCH("/oauth2/applications/{id}", { params: { path: { id: "7" } }, body: { name: "New" } });
    expect(last().url).toBe("https://fluxer.example/v1/oauth2/applications/7");
    expect(last().headers.get("content-type")).toBe("application/json");
    expect(await last().json()).toEqual({ name: "New" });
  });

  it("sends query parameters as the document names them", async () => {
    const { client, last } = recordingClient(documented("GET /admin/audit-logs"), { auth });
    await client.GET("/admin/audit-logs", { params: { query: { limit: 5, before: "9" } } });
    expect(new URL(last().url).search).toBe("?limit=5&before=9");
  });

  it("does not follow a redirect, which is an answer of the authorization endpoint", async () => {
    const { client, last } = recordingClient(documented("GET /oauth2/authorize", 302));
    const result = await client.GET("/oauth2/authorize", { params: { query: { client_id: "1" } } });
    expect(last().redirect).toBe("manual");
    expect(result.status).toBe(302);
  });
});

describe("credentials", () => {
  it.each([
    ["a session bare", "/oauth2/@me/authorizations", "flx_session"],
    ["an access token as Bearer", "/oauth2/@me", "Bearer access"],
    ["a bot token as Bot", "/applications/@me", "Bot 1.bot"],
  ] as const)("sends %s", async (_, path, header) => {
    const { client, last } = recordingClient(documented(`GET ${path}`), { auth });
    await client.GET(path);
    expect(last().headers.get("authorization")).toBe(header);
  });

  it("form-encodes a client's id and secret before Basic joins them", async () => {
    const { client, last } = recordingClient(documented("POST /oauth2/introspect"), { auth });
    await client.POST("/oauth2/introspect", { body: { token: "t" } });
    const [scheme, value = ""] = (last().headers.get("authorization") ?? "").split(" ");
    expect([scheme, atob(value)]).toEqual(["Basic", "42:se%3Acret%2F+%2B"]);
  });

  it("takes the first documented alternative for which it has credentials", async () => {
    const { client, last } = recordingClient(documented("GET /users/@me"), {
      auth: { accessToken: async () => "fresh" },
    });
    await client.GET("/users/@me");
    expect(last().headers.get("authorization")).toBe("Bearer fresh");
  });

  it("leaves a client operation without Authorization when the credentials stand in the body", async () => {
    const { client, last } = recordingClient(documented("POST /oauth2/introspect"));
    await client.POST("/oauth2/introspect", { body: { token: "t", client_id: "1", client_secret: "s" } });
    expect(last().headers.has("authorization")).toBe(false);
  });

  it("sends nothing when the operation needs credentials that it does not have", async () => {
    const { client, requests } = recordingClient(json(200, []), { auth: { accessToken: "a" } });
    const call = client.GET("/oauth2/applications/@me");
    await expect(call).rejects.toThrow(MissingCredentialsError);
    await expect(call).rejects.toThrow(
      "GET /oauth2/applications/@me needs credentials: give createClient an auth with session",
    );
    expect(requests).toEqual([]);
  });

  it("lets the caller's own header win", async () => {
    const { client, last } = recordingClient(documented("GET /oauth2/@me"), { auth });
    await client.GET("/oauth2/@me", { headers: { authorization: "Bearer other" } });
    expect(last().headers.get("authorization")).toBe("Bearer other");
  });
});

describe("answers", () => {
  it("tells success and each error apart by status, in the types too", async () => {
    const { client } = recordingClient(
      json(403, { code: "MISSING_OAUTH_SCOPE", message: "…", required_scope: "identify" }),
      { auth },
    );
    const result = await client.GET("/oauth2/userinfo");
    if (result.ok) {
      expectTypeOf(result.status).toEqualTypeOf<200>();
      expectTypeOf(result.data).toEqualTypeOf<Schemas["OAuth2UserInfoResponse"]>();
    } else if (result.status === 403) {
      expectTypeOf(result.error).toEqualTypeOf<Schemas["AccessError"] | Schemas["MissingScopeError"]>();
    } else if (result.status === 429) {
      expectTypeOf(result.error).toEqualTypeOf<Schemas["RateLimitError"]>();
    } else {
      expectTypeOf(result.error).toEqualTypeOf<Schemas["ApiError"]>();
    }
    expect(result).toMatchObject({ ok: false, status: 403, error: { required_scope: "identify" } });
  });

  it("gives a 204 no data", async () => {
    const { client } = recordingClient(() => new Response(null, { status: 204 }), { auth });
    const result = await client.POST("/auth/logout");
    if (result.ok) expectTypeOf(result.data).toEqualTypeOf<undefined>();
    expect(result).toMatchObject({ ok: true, status: 204, data: undefined });
  });

  it("throws for a status that the document does not list", async () => {
    const { client } = recordingClient(json(418, {}), { auth });
    await expect(client.GET("/oauth2/@me")).rejects.toThrow(UnexpectedResponseError);
  });

  it("does not compile for an unknown path, method, parameter or body member", () => {
    const { client } = recordingClient(json(200, {}));
    const never = () => {
      // @ts-expect-error no such path
      client.GET("/oauth2/nothing");
      // @ts-expect-error the path has no DELETE
      client.DELETE("/oauth2/token");
      // @ts-expect-error the path parameter is missing
      client.GET("/oauth2/applications/{id}");
      // @ts-expect-error the body has no such member
      client.POST("/guilds", { body: { name: "x", nothing: 1 } });
      // @ts-expect-error the body is required
      client.POST("/guilds");
    };
    expect(never).toBeTypeOf("function");
  });
});
