import { expect, it } from "vitest";
import type { Scope } from "../../src/lib/scopes.ts";
import { describeDatabases } from "../support/databases.ts";
import { createProvider } from "./provider.ts";
import { expectAlive, expectDead, expectRefusal } from "./refusal.ts";

describeDatabases("a refresh token", (open) => {
  async function setup(settings = {}, scopes: Scope[] = ["identify", "email"]) {
    const provider = await createProvider(open, settings);
    const [user, client, other] = [
      await provider.user("ada"),
      await provider.client("Weather"),
      await provider.client("Other"),
    ];
    const begin = async () =>
      (await provider.exchange(client, await provider.consent(user, client, { scopes }))).body;
    return { provider, user, client, other, begin, pair: await begin() };
  }

  it("becomes the next pair, with all scopes and a whole new lifetime", async () => {
    const { provider, client, pair } = await setup();
    provider.advance(2_591_999_000);
    const { status, body, headers } = await provider.refresh(client, pair.refresh_token);
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toEqual({
      access_token: expect.stringMatching(/^fxa_/),
      token_type: "Bearer",
      expires_in: 604_800,
      refresh_token: expect.stringMatching(/^fxr_/),
      scope: "identify email",
    });
    expect(new Set([pair.access_token, pair.refresh_token, body.access_token, body.refresh_token]).size).toBe(
      4,
    );
    expect(await provider.state()).toMatchObject({ spentRefreshTokens: 1, generations: [0, 1] });
    provider.advance(2_591_999_000);
    expect((await provider.refresh(client, body.refresh_token)).status).toBe(200);
  });

  it("is refused after 30 days", async () => {
    const { provider, client, pair } = await setup();
    provider.advance(2_592_000_000);
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), {
      error: "invalid_grant",
      by: client,
    });
  });

  it("leaves the access token that came with it alive", async () => {
    const { provider, client, pair } = await setup();
    await provider.refresh(client, pair.refresh_token);
    await expectAlive(provider, client, pair.access_token);
  });

  it("of one client is refused to another and stays good", async () => {
    const { provider, client, other, pair } = await setup();
    await expectRefusal(provider, () => provider.refresh(other, pair.refresh_token), {
      error: "invalid_grant",
      by: other,
    });
    expect((await provider.refresh(client, pair.refresh_token)).status).toBe(200);
  });

  it("is worth nothing without the client's secret", async () => {
    const { provider, client, pair } = await setup();
    const before = await provider.state();
    expect(await provider.refresh({ id: client.id, secret: "fxs_wrong" }, pair.refresh_token)).toMatchObject({
      status: 401,
      body: { error: "invalid_client" },
    });
    expect(await provider.state()).toEqual(before);
  });

  it("that was spent a moment ago gives the client that lost the answer the identical pair", async () => {
    const { provider, client, pair } = await setup();
    const first = await provider.refresh(client, pair.refresh_token, { scope: "identify" });
    const before = await provider.state();
    const again = await provider.refresh(client, pair.refresh_token, { scope: "identify" });
    expect(again).toMatchObject({ status: 200, body: first.body });
    provider.advance(29_999);
    const late = await provider.refresh(client, pair.refresh_token, { scope: "identify" });
    expect(late.body).toEqual({ ...first.body, expires_in: 604_771 });
    expect(await provider.state()).toEqual(before);
    await expectAlive(provider, client, late.body.access_token, late.body.refresh_token);
  });

  it("that was spent a moment ago gives another client nothing", async () => {
    const { provider, client, other, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token);
    await expectRefusal(provider, () => provider.refresh(other, pair.refresh_token), {
      error: "invalid_grant",
      by: other,
    });
    await expectAlive(provider, client, body.access_token, body.refresh_token);
  });

  it("that was spent a moment ago is no way to another scope", async () => {
    const { provider, client, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token, { scope: "identify" });
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), {
      error: "invalid_scope",
      by: client,
    });
    await expectAlive(provider, client, body.access_token, body.refresh_token);
  });

  it("that comes again when the window is over ends its grant and no other", async () => {
    const { provider, client, pair, begin } = await setup();
    const kept = await begin();
    const { body } = await provider.refresh(client, pair.refresh_token);
    provider.advance(30_000);
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), {
      error: "invalid_grant",
      by: client,
      event: "refresh_token.replay",
      changes: { revokedGrants: 1 },
    });
    await expectDead(provider, client, pair.access_token, body.access_token, body.refresh_token);
    await expectAlive(provider, client, kept.access_token, kept.refresh_token);
  });

  it("that comes again after its successor was used ends its grant, also in the window", async () => {
    const { provider, client, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token);
    const next = await provider.refresh(client, body.refresh_token);
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), {
      error: "invalid_grant",
      by: client,
      event: "refresh_token.replay",
      changes: { revokedGrants: 1 },
    });
    await expectDead(provider, client, next.body.access_token, next.body.refresh_token);
    await expectRefusal(provider, () => provider.refresh(client, next.body.refresh_token), {
      error: "invalid_grant",
      by: client,
    });
  });

  it("that comes again after the client revoked what it got ends its grant", async () => {
    const { provider, client, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token);
    await provider.revoke(client, body.access_token);
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), {
      error: "invalid_grant",
      by: client,
      event: "refresh_token.replay",
      changes: { revokedGrants: 1 },
    });
  });

  it("works once and never again when there is no window", async () => {
    const { provider, client, pair } = await setup({ refreshRetrySeconds: 0 });
    const { body } = await provider.refresh(client, pair.refresh_token);
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), {
      error: "invalid_grant",
      by: client,
      event: "refresh_token.replay",
      changes: { revokedGrants: 1 },
    });
    await expectDead(provider, client, body.access_token, body.refresh_token);
  });

  it("works once and never again without a window when the clock was set back", async () => {
    const { provider, client, pair } = await setup({ refreshRetrySeconds: 0 });
    await provider.refresh(client, pair.refresh_token);
    provider.advance(-3_600_000);
    expect((await provider.refresh(client, pair.refresh_token)).status).toBe(400);
  });

  it.each([0, 1, 2, 3, 4])(
    "of generation %i is refused after five rotations within a second",
    async (generation) => {
      const { provider, client, pair } = await setup({ refreshRetrySeconds: 0 });
      const chain = [pair.refresh_token];
      for (let i = 0; i < 5; i++) {
        provider.advance(100);
        chain.push((await provider.refresh(client, chain[i])).body.refresh_token);
      }
      expect((await provider.state()).generations).toEqual([0, 1, 2, 3, 4, 5]);
      await expectRefusal(provider, () => provider.refresh(client, chain[generation]), {
        error: "invalid_grant",
        by: client,
        event: "refresh_token.replay",
        changes: { revokedGrants: 1 },
      });
      await expectDead(provider, client, ...chain);
    },
  );

  it("can give an access token fewer scopes and still has all of them the next time", async () => {
    const { provider, client, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token, { scope: "email" });
    expect(body.scope).toBe("email");
    expect((await provider.introspect(client, body.access_token)).body.scope).toBe("email");
    expect((await provider.refresh(client, body.refresh_token)).body.scope).toBe("identify email");
  });

  it("takes a scope that is named twice, in any order, for what it is", async () => {
    const { provider, client, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token, { scope: "email identify email" });
    expect(body.scope).toBe("identify email");
  });

  it.each([
    "identify guilds",
    "admin",
    "identify\temail",
    "identify  email",
    " identify",
    "unknown",
    "IDENTIFY",
  ])("asked for the scope %j is refused and not spent", async (scope) => {
    const { provider, client, pair } = await setup();
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token, { scope }), {
      error: "invalid_scope",
      by: client,
    });
    expect((await provider.refresh(client, pair.refresh_token)).status).toBe(200);
  });

  it("asked for a scope of 10 KiB is refused and not spent", async () => {
    const { provider, client, pair } = await setup();
    const scope = "identify ".repeat(1138).trim();
    expect(await provider.refresh(client, pair.refresh_token, { scope })).toMatchObject({
      status: 400,
      body: { error: "invalid_scope" },
    });
    expect((await provider.refresh(client, pair.refresh_token)).status).toBe(200);
  });

  it("is refused once the user took the authorization back", async () => {
    const { provider, user, client, pair } = await setup();
    await provider.remove(`/oauth2/@me/authorizations/${client.id}`, user.session);
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), {
      error: "invalid_grant",
      by: client,
    });
  });

  it("is refused once the client secret was replaced at once", async () => {
    const { provider, client, pair } = await setup();
    const renewed = { id: client.id, secret: await provider.resetSecret(client) };
    await expectRefusal(provider, () => provider.refresh(renewed, pair.refresh_token), {
      error: "invalid_grant",
      by: client,
    });
    await expectDead(provider, renewed, pair.access_token, pair.refresh_token);
  });

  it("goes on while the old client secret and the new one overlap", async () => {
    const { provider, client, pair } = await setup();
    const renewed = { id: client.id, secret: await provider.resetSecret(client, 60) };
    const { body } = await provider.refresh(client, pair.refresh_token);
    expect((await provider.refresh(renewed, body.refresh_token)).status).toBe(200);
  });

  it("finds no client once the application was deleted", async () => {
    const { provider, client, pair } = await setup();
    await provider.deleteApplication(client);
    expect(await provider.refresh(client, pair.refresh_token)).toMatchObject({
      status: 401,
      body: { error: "invalid_client" },
    });
    expect((await provider.get("/oauth2/@me", `Bearer ${pair.access_token}`)).status).toBe(401);
  });
});
