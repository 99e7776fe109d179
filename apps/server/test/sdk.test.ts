import {
  type Client,
  type Credentials,
  clientCredentials,
  createClient,
  exchangeCode,
  refreshTokens,
} from "@fluxer-oauth2/client";
import { formats } from "@fluxer-oauth2/contract/formats";
import bundle from "@fluxer-oauth2/contract/openapi.json" with { type: "json" };
import { loadSpec, validateExchange } from "@fluxer-oauth2/contract-tests/engine";
import { expect, it } from "vitest";
import { describeDatabases } from "./support/databases.ts";
import { startHost } from "./support/host.ts";

const spec = loadSpec(bundle, formats);
const password = "correct horse battery staple";
const redirect_uri = "https://weather.example/callback";

/** Clients whose every exchange with the provider is held against the document. */
function createRecorder(fetch: (request: Request) => Promise<Response>) {
  const seen: { operationId: string | undefined; status: number; faults: readonly unknown[] }[] = [];
  const act = (auth: Credentials): Client =>
    createClient({
      baseUrl: "http://localhost",
      auth,
      fetch: async (request) => {
        const asked = request.clone();
        const response = await fetch(request);
        seen.push({ status: response.status, ...(await validateExchange(spec, asked, response)) });
        return response;
      },
    });
  return { seen, act };
}

type Success<R> = R extends { ok: true; data: infer Data } ? Data : never;

/** What the answer holds; anything but success ends the test. */
async function ok<R extends { ok: boolean; status: number }>(result: Promise<R>): Promise<Success<R>> {
  const answer = await result;
  if (!answer.ok) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer)}`);
  return (answer as R & { data: Success<R> }).data;
}

describeDatabases("the SDK against the provider", (open) => {
  it("calls every operation, and no request and no answer differs from the document", async () => {
    const host = await startHost(open);
    const { seen, act } = createRecorder(host.fetch);
    const nobody = act({});
    const account = { email: "ada@example.com", password };
    await ok(nobody.POST("/auth/register", { body: { ...account, username: "ada" } }));
    const { token: session, user_id } = await ok(nobody.POST("/auth/login", { body: account }));
    const user = act({ session });
    const made = await ok(
      user.POST("/oauth2/applications", { body: { name: "Weather", redirect_uris: [redirect_uri] } }),
    );
    const params = { path: { id: made.id } };
    await host.trust({ id: made.id, secret: "" });

    async function code(scope: string): Promise<string> {
      const body = { client_id: made.id, redirect_uri, scope, state: "s" };
      const { redirect_to } = await ok(user.POST("/oauth2/authorize/consent", { body }));
      return new URL(redirect_to).searchParams.get("code") ?? "";
    }

    const client = act({ client: { id: made.id, secret: made.client_secret ?? "" } });
    const scopes = "identify email guilds connections admin";
    const first = await exchangeCode(client, { code: await code(scopes), redirect_uri });
    const { access_token: accessToken } = await refreshTokens(client, { refresh_token: first.refresh_token });
    await clientCredentials(client, { scope: "identify bot" });
    await ok(client.POST("/oauth2/introspect", { body: { token: accessToken } }));
    const app = act({ accessToken });
    await ok(app.GET("/oauth2/userinfo"));
    await ok(app.GET("/oauth2/@me"));
    await ok(app.GET("/users/@me"));
    await ok(app.GET("/users/@me/guilds"));
    await ok(app.GET("/users/@me/connections"));
    await ok(app.GET("/users/{id}", { params: { path: { id: user_id } } }));
    await ok(app.GET("/admin/applications/{id}", { params }));
    await ok(app.GET("/admin/audit-logs", { params: { query: { limit: 5 } } }));

    const guild = await ok(user.POST("/guilds", { body: { name: "Storm chasers" } }));
    const bot = { client_id: made.id, scope: "bot", guild_id: guild.id, permissions: "2048" };
    await ok(user.POST("/oauth2/authorize/consent", { body: bot }));
    const botUser = act({ botToken: made.bot?.token ?? "" });
    await ok(botUser.GET("/applications/@me"));
    await ok(botUser.GET("/gateway/bot"));
    await ok(botUser.GET("/guilds/{id}", { params: { path: { id: guild.id } } }));
    await ok(botUser.GET("/guilds/{id}/roles", { params: { path: { id: guild.id } } }));
    const member = { path: { id: guild.id, userId: made.id } };
    await ok(botUser.GET("/guilds/{id}/members/{userId}", { params: member }));

    await ok(user.PATCH("/users/@me", { body: { global_name: "Ada" } }));
    await ok(user.POST("/users/@me/connections", { body: { type: "github", name: "ada" } }));
    await ok(user.GET("/oauth2/@me/authorizations"));
    await ok(user.GET("/oauth2/applications/@me"));
    await ok(user.GET("/users/@me/applications"));
    await ok(user.GET("/oauth2/applications/{id}", { params }));
    await ok(nobody.GET("/oauth2/applications/{id}/public", { params }));
    await ok(user.GET("/oauth2/applications/{id}/audit-logs", { params }));
    await ok(user.PATCH("/oauth2/applications/{id}", { params, body: { name: "Rain" } }));
    await ok(user.PATCH("/oauth2/applications/{id}/bot", { params, body: { bio: "It rains." } }));
    const query = {
      client_id: made.id,
      redirect_uri,
      response_type: "code",
      scope: "identify",
      prompt: "none",
    };
    await ok(nobody.GET("/oauth2/authorize", { params: { query } }));
    await ok(nobody.GET("/.well-known/oauth-authorization-server"));

    await ok(client.POST("/oauth2/token/revoke", { body: { token: accessToken } }));
    await ok(client.POST("/oauth2/revoke", { body: { token: first.refresh_token } }));
    const authorized = { path: { applicationId: made.id } };
    await ok(user.DELETE("/oauth2/@me/authorizations/{applicationId}", { params: authorized }));
    const body = { password };
    await ok(user.POST("/oauth2/applications/{id}/bot/reset-token", { params, body }));
    await ok(user.POST("/oauth2/applications/{id}/client-secret/reset", { params, body }));
    await ok(user.DELETE("/oauth2/applications/{id}", { params, body }));
    await ok(user.POST("/auth/logout"));

    expect(seen.filter(({ faults }) => faults.length > 0)).toEqual([]);
    const called = new Set(seen.map(({ operationId }) => operationId));
    expect(spec.operations.map(({ id }) => id).filter((id) => !called.has(id))).toEqual([]);
  });

  it("tells a request and an answer that differ from the document", async () => {
    const host = await startHost(open);
    const { seen, act } = createRecorder(async (request) => {
      const response = await host.fetch(request);
      return Response.json({ extra: 1, ...((await response.json()) as object) }, response);
    });
    await act({ accessToken: "unknown" }).GET("/oauth2/@me", { params: { query: { page: 1 } } } as never);
    expect(seen.flatMap(({ faults }) => faults)).toEqual([
      expect.objectContaining({ side: "request", message: "the query parameter page is not documented" }),
      expect.objectContaining({ side: "response", message: "/extra is not documented" }),
    ]);
  });
});
