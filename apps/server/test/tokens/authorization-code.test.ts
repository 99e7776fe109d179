import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { CHALLENGE, createProvider, VERIFIER } from "./provider.ts";
import { expectAlive, expectDead, expectRefusal } from "./refusal.ts";

describeDatabases("a code", (open) => {
  async function setup(settings = {}) {
    const provider = await createProvider(open, settings);
    const [user, client, other] = [
      await provider.user("ada"),
      await provider.client("Weather"),
      await provider.client("Other"),
    ];
    return { provider, user, client, other };
  }

  it("becomes a pair of bearer tokens with the scopes that the user agreed to", async () => {
    const { provider, user, client } = await setup();
    const code = await provider.consent(user, client, { scopes: ["email", "identify"] });
    const { status, body, headers } = await provider.exchange(client, code);
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toEqual({
      access_token: expect.stringMatching(/^fxa_/),
      token_type: "Bearer",
      expires_in: 604_800,
      refresh_token: expect.stringMatching(/^fxr_/),
      scope: "identify email",
    });
    expect(await provider.state()).toMatchObject({ spentCodes: 1, accessTokens: 1, generations: [0] });
    await expectAlive(provider, client, body.access_token, body.refresh_token);
  });

  it("ends the whole grant when the same client uses it again, also with a wrong redirect URI", async () => {
    const { provider, user, client } = await setup();
    const kept = (await provider.exchange(client, await provider.consent(user, client))).body;
    const code = await provider.consent(user, client);
    const { body } = await provider.exchange(client, code);
    const refreshed = (await provider.refresh(client, body.refresh_token)).body;
    await expectRefusal(
      provider,
      () => provider.exchange(client, code, { redirect_uri: "https://elsewhere.example/" }),
      { error: "invalid_grant", by: client, event: "code.replay", changes: { revokedGrants: 1 } },
    );
    await expectDead(provider, client, body.access_token, refreshed.access_token, refreshed.refresh_token);
    await expectAlive(provider, client, kept.access_token, kept.refresh_token);
  });

  it("is refused after a minute", async () => {
    const { provider, user, client } = await setup();
    const code = await provider.consent(user, client);
    provider.advance(60_000);
    await expectRefusal(provider, () => provider.exchange(client, code), {
      error: "invalid_grant",
      by: client,
    });
  });

  it("of a deleted application finds no client to be exchanged by", async () => {
    const { provider, user, client } = await setup();
    const code = await provider.consent(user, client);
    await provider.deleteApplication(client);
    const before = await provider.state();
    expect(await provider.exchange(client, code)).toMatchObject({
      status: 401,
      body: { error: "invalid_client" },
    });
    expect(await provider.state()).toEqual(before);
  });

  it("with a wrong secret, or another client's credentials, is refused and still good for its own client", async () => {
    const { provider, user, client, other } = await setup();
    const code = await provider.consent(user, client);
    const guess = code.slice(0, -1) + (code.endsWith("0") ? "1" : "0");
    await expectRefusal(provider, () => provider.exchange(client, guess), {
      error: "invalid_grant",
      by: client,
    });
    await expectRefusal(provider, () => provider.exchange(other, code), {
      error: "invalid_grant",
      by: other,
    });
    expect((await provider.exchange(client, code)).status).toBe(200);
  });

  it("that was used costs its client nothing when a stranger or a guesser repeats it", async () => {
    const { provider, user, client, other } = await setup();
    const code = await provider.consent(user, client);
    const { body } = await provider.exchange(client, code);
    const guess = code.slice(0, -1) + (code.endsWith("0") ? "1" : "0");
    await expectRefusal(provider, () => provider.exchange(other, code), {
      error: "invalid_grant",
      by: other,
    });
    await expectRefusal(provider, () => provider.exchange(client, guess), {
      error: "invalid_grant",
      by: client,
    });
    await expectAlive(provider, client, body.access_token, body.refresh_token);
  });

  it.each([
    "https://app.example/callback/",
    "https://app.example/Callback",
    "https://app.example/c%61llback",
  ])("sent with the redirect URI %s is refused and not burnt", async (redirect_uri) => {
    const { provider, user, client } = await setup();
    const code = await provider.consent(user, client);
    await expectRefusal(provider, () => provider.exchange(client, code, { redirect_uri }), {
      error: "invalid_grant",
      by: client,
    });
    expect((await provider.exchange(client, code)).status).toBe(200);
  });

  it("sent without a redirect URI is an invalid request, and not burnt", async () => {
    const { provider, user, client } = await setup();
    const code = await provider.consent(user, client);
    const before = await provider.state();
    const fields = { grant_type: "authorization_code", code };
    expect(await provider.token(client, fields)).toMatchObject({
      status: 400,
      body: { error: "invalid_request" },
    });
    expect(await provider.state()).toEqual(before);
    expect((await provider.exchange(client, code)).status).toBe(200);
  });

  it("that was asked for with a challenge is exchanged with its verifier", async () => {
    const { provider, user, client } = await setup();
    const code = await provider.consent(user, client, { challenge: CHALLENGE });
    expect((await provider.exchange(client, code, { code_verifier: VERIFIER })).status).toBe(200);
  });

  it("is burnt by the first wrong verifier", async () => {
    const { provider, user, client } = await setup();
    const code = await provider.consent(user, client, { challenge: CHALLENGE });
    await expectRefusal(provider, () => provider.exchange(client, code, { code_verifier: "w".repeat(43) }), {
      error: "invalid_grant",
      by: client,
      event: "code.burn",
      changes: { burntCodes: 1 },
    });
    await expectRefusal(provider, () => provider.exchange(client, code, { code_verifier: VERIFIER }), {
      error: "invalid_grant",
      by: client,
    });
  });

  it("without a challenge is burnt by any verifier, because somebody may have removed the challenge", async () => {
    const { provider, user, client } = await setup();
    const code = await provider.consent(user, client);
    await expectRefusal(provider, () => provider.exchange(client, code, { code_verifier: VERIFIER }), {
      error: "invalid_grant",
      by: client,
      event: "code.burn",
      changes: { burntCodes: 1 },
    });
  });

  it("does not take the challenge itself for a verifier", async () => {
    const { provider, user, client } = await setup();
    const code = await provider.consent(user, client, { challenge: CHALLENGE });
    await expectRefusal(provider, () => provider.exchange(client, code, { code_verifier: CHALLENGE }), {
      error: "invalid_grant",
      by: client,
      event: "code.burn",
      changes: { burntCodes: 1 },
    });
  });

  it("with a challenge is refused without a verifier, and not burnt", async () => {
    const { provider, user, client } = await setup();
    const code = await provider.consent(user, client, { challenge: CHALLENGE });
    await expectRefusal(provider, () => provider.exchange(client, code), {
      error: "invalid_grant",
      by: client,
    });
    expect((await provider.exchange(client, code, { code_verifier: VERIFIER })).status).toBe(200);
  });

  it.each([["v".repeat(42)], ["v".repeat(129)], [`${"v".repeat(42)}!`], [`${"v".repeat(42)}\u0000`]])(
    "with the malformed verifier %j is an invalid request, and not burnt",
    async (code_verifier) => {
      const { provider, user, client } = await setup();
      const code = await provider.consent(user, client, { challenge: CHALLENGE });
      const before = await provider.state();
      expect(await provider.exchange(client, code, { code_verifier })).toMatchObject({
        status: 400,
        body: { error: "invalid_request" },
      });
      expect(await provider.state()).toEqual(before);
      expect((await provider.exchange(client, code, { code_verifier: VERIFIER })).status).toBe(200);
    },
  );

  it("is worth nothing after its grant was revoked, by the user or by a new client secret", async () => {
    const { provider, user, client } = await setup();
    const [first, second] = [await provider.consent(user, client), await provider.consent(user, client)];
    await provider.remove(`/oauth2/@me/authorizations/${client.id}`, user.session);
    await expectRefusal(provider, () => provider.exchange(client, first), {
      error: "invalid_grant",
      by: client,
    });
    const renewed = { id: client.id, secret: await provider.resetSecret(client) };
    await expectRefusal(provider, () => provider.exchange(renewed, second), {
      error: "invalid_grant",
      by: client,
    });
  });
});
