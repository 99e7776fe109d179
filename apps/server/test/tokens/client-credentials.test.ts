import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { scenes } from "./provider.ts";
import { expectAlive, expectDead, expectRefusal, expectRejection } from "./refusal.ts";
import { observe } from "./state.ts";

describeDatabases("a client's own token", (open) => {
  const setup = scenes(open);

  it("is for its bot, has the scope bot by default and no refresh token", async () => {
    const { provider, client } = await setup();
    const { status, body, headers } = await provider.own(client);
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^fxa_/),
      token_type: "Bearer",
      expires_in: 604_800,
      scope: "bot",
    });
    const bot = { active: true, sub: client.id, username: "Weather" };
    expect((await provider.introspect(client, body.access_token)).body).toMatchObject(bot);
  });

  it("can have the scopes identify, guilds and bot", async () => {
    const { provider, client } = await setup();
    const { body } = await provider.own(client, { scope: "bot guilds identify" });
    expect(body.scope).toBe("identify guilds bot");
    expect((await provider.me(body.access_token)).body.user).toMatchObject({ id: client.id, bot: true });
  });

  it.each(["email", "identify email", "admin", "connections", "unknown", "bot\tidentify"])(
    "[A22] cannot have the scope %j",
    async (scope) => {
      const { provider, client } = await setup();
      const refused = { error: "invalid_scope", by: client };
      await expectRefusal(provider, () => provider.own(client, { scope }), refused);
    },
  );

  it("[A22] cannot have the scope admin either when the operator trusts the application", async () => {
    const { provider, client } = await setup();
    await provider.trust(client);
    const refused = { error: "invalid_scope", by: client };
    await expectRefusal(provider, () => provider.own(client, { scope: "admin" }), refused);
  });

  it("[A22] asked for with a scope of 10 KiB is refused", async () => {
    const { provider, client } = await setup();
    const huge = () => provider.own(client, { scope: "identify ".repeat(1138) });
    await expectRejection(provider, huge, { status: 400, error: "invalid_scope" });
  });

  it("[A22] has no more scopes for one that is named twice, or under another name", async () => {
    const { provider, client } = await setup();
    expect((await provider.own(client, { scope: "bot identify bot" })).body.scope).toBe("identify bot");
    expect((await provider.own(client, { "scope[]": "email" })).body.scope).toBe("bot");
  });

  it("dies with the secret that it was asked for with, and the new secret gets new ones", async () => {
    const { provider, client } = await setup();
    const old = (await provider.own(client)).body.access_token;
    const renewed = await provider.resetSecret(client);
    await expectDead(provider, renewed, old);
    await expectAlive(provider, renewed, (await provider.own(renewed)).body.access_token);
  });

  it("lives on while the old secret and the new one overlap", async () => {
    const { provider, client } = await setup();
    const { body } = await provider.own(client);
    await provider.resetSecret(client, 60);
    await expectAlive(provider, client, body.access_token);
  });

  it("[A21] is not to be had when the secret is replaced between authentication and issue", async () => {
    const { provider, client } = await setup();
    const authorization = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`;
    const form = { grant_type: "client_credentials" };
    // The first use of a secret is noted in a transaction of its own, which is not the one to interrupt.
    await provider.own(client);
    provider.beforeChange(() => provider.resetSecret(client));
    const request = () => provider.call("exchangeOauth2Token", { token: authorization, form });
    const { answer, changes } = await observe(provider.db, request);
    expect(answer).toMatchObject({ status: 401, body: { error: "invalid_client" } });
    expect(answer.headers.get("www-authenticate")).toMatch(/^Basic /);
    expect(changes.accessTokens).toBeUndefined();
  });
});
