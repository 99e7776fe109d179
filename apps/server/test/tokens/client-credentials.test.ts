import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { createProvider, type Provider } from "./provider.ts";
import { expectAlive, expectDead, expectRefusal } from "./refusal.ts";

const own = { grant_type: "client_credentials" };

describeDatabases("a client's own token", (open) => {
  it("is for its bot, has the scope bot by default and no refresh token", async () => {
    const provider = await createProvider(open);
    const client = await provider.client("Weather");
    const { status, body, headers } = await provider.token(client, own);
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toEqual({
      access_token: expect.stringMatching(/^fxa_/),
      token_type: "Bearer",
      expires_in: 604_800,
      scope: "bot",
    });
    expect((await provider.introspect(client, body.access_token)).body).toMatchObject({
      active: true,
      sub: client.id,
      username: "Weather",
    });
  });

  it("can have the scopes identify, guilds and bot", async () => {
    const provider = await createProvider(open);
    const client = await provider.client();
    const { body } = await provider.token(client, { ...own, scope: "bot guilds identify" });
    expect(body.scope).toBe("identify guilds bot");
    const me = await provider.get("/oauth2/@me", `Bearer ${body.access_token}`);
    expect(me.body.user).toMatchObject({ id: client.id, bot: true });
  });

  it.each(["email", "identify email", "admin", "connections", "unknown", "bot\tidentify"])(
    "cannot have the scope %j",
    async (scope) => {
      const provider = await createProvider(open);
      const client = await provider.client();
      await expectRefusal(provider, () => provider.token(client, { ...own, scope }), {
        error: "invalid_scope",
        by: client,
      });
    },
  );

  it("dies with the secret that it was asked for with, and the new secret gets new ones", async () => {
    const provider = await createProvider(open);
    const client = await provider.client();
    const old = (await provider.token(client, own)).body.access_token;
    const renewed = { id: client.id, secret: await provider.resetSecret(client) };
    await expectDead(provider, renewed, old);
    const { body } = await provider.token(renewed, own);
    await expectAlive(provider, renewed, body.access_token);
  });

  it("lives on while the old secret and the new one overlap", async () => {
    const provider = await createProvider(open);
    const client = await provider.client();
    const { body } = await provider.token(client, own);
    await provider.resetSecret(client, 60);
    await expectAlive(provider, client, body.access_token);
  });

  it("is not to be had when the secret is replaced between authentication and issue", async () => {
    const provider = await createProvider(open);
    const client = await provider.client();
    const late = provider.on(beforeEachTransaction(provider, () => provider.resetSecret(client)));
    const before = await provider.state();
    expect(await late.token(client, own)).toMatchObject({ status: 401, body: { error: "invalid_client" } });
    expect((await provider.state()).accessTokens).toBe(before.accessTokens);
  });

  it("refused to a client that used Basic is refused with the challenge of Basic", async () => {
    const provider = await createProvider(open);
    const client = await provider.client();
    const late = provider.on(beforeEachTransaction(provider, () => provider.resetSecret(client)));
    const { status, headers } = await late.call("/oauth2/token", {
      method: "POST",
      headers: {
        authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: "grant_type=client_credentials",
    });
    expect([status, headers.get("www-authenticate")]).toEqual([401, expect.stringMatching(/^Basic /)]);
  });
});

/** A database on which something always happens just before a transaction. */
function beforeEachTransaction({ db }: Provider, happen: () => Promise<unknown>): Provider["db"] {
  return {
    ...db,
    atomically: async (work, options) => {
      await happen();
      return db.atomically(work, options);
    },
  };
}
