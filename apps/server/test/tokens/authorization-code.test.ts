import { expect, it } from "vitest";
import { NOTHING, tracesOf } from "../authorization/state.ts";
import { describeDatabases } from "../support/databases.ts";
import { CALLBACK, CHALLENGE, scenes, VERIFIER } from "./provider.ts";
import { expectAlive, expectDead, expectRefusal, expectRejection } from "./refusal.ts";
import { observe } from "./state.ts";

const code_verifier = VERIFIER;

/** The same credential but for the last character of its secret. */
const guessAt = (token: string) => token.slice(0, -1) + (token.endsWith("0") ? "1" : "0");

/** Has the form of a code, and was never issued. */
const NEVER_ISSUED = `fxc_${"0".repeat(57)}`;

describeDatabases("a code", (open) => {
  const scene = scenes(open);

  it("becomes a pair of bearer tokens with the scopes that the user agreed to", async () => {
    const { provider, user, client } = await scene();
    const code = await provider.consent(user, client, { scopes: ["email", "identify"] });
    const { answer, changes } = await observe(provider.db, () => provider.exchange(client, code));
    const { status, body, headers } = answer;
    expect([status, headers.get("cache-control"), headers.get("pragma")]).toEqual([
      200,
      "no-store",
      "no-cache",
    ]);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^fxa_/),
      token_type: "Bearer",
      expires_in: 604_800,
      refresh_token: expect.stringMatching(/^fxr_/),
      scope: "identify email",
    });
    expect(changes).toEqual({ spentCodes: 1, accessTokens: 1, generations: [0] });
    await expectAlive(provider, client, body.access_token, body.refresh_token);
  });

  it("[A01] ends the whole grant, and no other, when the same client uses it again, whatever else it sends", async () => {
    const { provider, user, client } = await scene();
    const kept = (await provider.exchange(client, await provider.consent(user, client))).body;
    const code = await provider.consent(user, client);
    const { body } = await provider.exchange(client, code);
    const next = (await provider.refresh(client, body.refresh_token)).body;
    const again = () => provider.exchange(client, code, { redirect_uri: "https://elsewhere.example/" });
    const replay = { error: "invalid_grant", by: client, event: "code.replay" };
    await expectRefusal(provider, again, { ...replay, changes: { revokedGrants: 1 } });
    await expectDead(provider, client, body.access_token, next.access_token, next.refresh_token);
    for (const token of [body.access_token, next.access_token]) {
      expect((await provider.me(token)).status).toBe(401);
    }
    await expectAlive(provider, client, kept.access_token, kept.refresh_token);
  });

  it("[A02] is refused after a minute", async () => {
    const { provider, user, client } = await scene();
    const code = await provider.consent(user, client);
    provider.clock.advance(60_000);
    await expectRefusal(provider, () => provider.exchange(client, code), {
      error: "invalid_grant",
      by: client,
    });
  });

  it("[A02] of a deleted application finds no client to be exchanged by", async () => {
    const { provider, user, client } = await scene();
    const code = await provider.consent(user, client);
    await provider.deleteApplication(client);
    const refused = { status: 401, error: "invalid_client" };
    await expectRejection(provider, () => provider.exchange(client, code), refused);
  });

  it("[A04] [A05] guessed, or sent by another client, is refused and still good for its own client", async () => {
    const { provider, user, client, other } = await scene();
    const code = await provider.consent(user, client);
    const error = "invalid_grant";
    for (const guess of [guessAt(code), NEVER_ISSUED]) {
      await expectRefusal(provider, () => provider.exchange(client, guess), { error, by: client });
    }
    await expectRefusal(provider, () => provider.exchange(other, code), { error, by: other });
    expect((await provider.exchange(client, code)).status).toBe(200);
  });

  it("[A04] that was used costs its client nothing when a guesser or a stranger repeats it", async () => {
    const { provider, user, client, other } = await scene();
    const code = await provider.consent(user, client);
    const { body } = await provider.exchange(client, code);
    const error = "invalid_grant";
    await expectRefusal(provider, () => provider.exchange(client, guessAt(code)), { error, by: client });
    await expectRefusal(provider, () => provider.exchange(other, code), { error, by: other });
    await expectAlive(provider, client, body.access_token, body.refresh_token);
  });

  it.each([
    "https://app.example/callback/",
    "https://app.example/Callback",
    "https://app.example/c%61llback",
  ])("[A10] sent with the redirect URI %s is refused and not burnt", async (redirect_uri) => {
    const { provider, user, client } = await scene();
    const code = await provider.consent(user, client);
    const wrong = () => provider.exchange(client, code, { redirect_uri });
    await expectRefusal(provider, wrong, { error: "invalid_grant", by: client });
    expect((await provider.exchange(client, code)).status).toBe(200);
  });

  it("[A10] sent without a redirect URI is an invalid request, and not burnt", async () => {
    const { provider, user, client } = await scene();
    const code = await provider.consent(user, client);
    for (const none of [{}, { redirect_uri: "" }]) {
      const without = () => provider.token(client, { grant_type: "authorization_code", code, ...none });
      await expectRejection(provider, without, { status: 400, error: "invalid_request" });
    }
    expect((await provider.exchange(client, code)).status).toBe(200);
  });

  it("[A10] sent with another redirect URI of the same application is refused and not burnt", async () => {
    const { provider, user, client } = await scene();
    const redirect_uri = "https://app.example/other";
    const body = { redirect_uris: [CALLBACK, redirect_uri] };
    await provider.call("updateApplication", { token: user.token, params: { id: client.id }, body });
    const code = await provider.consent(user, client);
    const wrong = () => provider.exchange(client, code, { redirect_uri });
    await expectRefusal(provider, wrong, { error: "invalid_grant", by: client });
    expect((await provider.exchange(client, code)).status).toBe(200);
  });

  const ask = async (asked: Record<string, unknown>) => {
    const { provider, user, client } = await scene();
    const body = { client_id: client.id, redirect_uri: CALLBACK, scope: "identify", ...asked };
    const consent = () => provider.call("grantOauth2Consent", { token: user.token, body });
    return { provider, user, client, consent };
  };
  const expectNone = async (asked: Record<string, unknown>, path: string) => {
    const { provider, consent } = await ask(asked);
    const traces = await tracesOf(provider.db, async () => {
      const { status, body } = await consent();
      expect([status, body]).toMatchObject([400, { code: "INVALID_FORM_BODY", errors: [{ path }] }]);
    });
    expect(traces).toEqual(NOTHING);
  };

  it.each([
    { code_challenge: VERIFIER, code_challenge_method: "plain" },
    { code_challenge: CHALLENGE, code_challenge_method: "plain" },
    { code_challenge: CHALLENGE, code_challenge_method: "s256" },
    { code_challenge: CHALLENGE },
  ])("[A13] is not to be had with %j", async (asked) => {
    await expectNone(asked, "code_challenge_method");
  });

  it.each([
    "admin",
    "identify admin",
    "unknown",
    "identify\temail",
    "identify  email",
    "identify,email",
    "Identify",
    "identify ".repeat(1138),
    ["identify"],
    { identify: true },
    7,
    null,
  ])("[A22] is not to be had for the scope %j", async (scope) => {
    await expectNone({ scope }, "scope");
  });

  it("[A22] for a scope that is named twice is for that scope and no more", async () => {
    const { provider, client, consent } = await ask({ scope: "email identify email" });
    const code = new URL((await consent()).body.redirect_to).searchParams.get("code") ?? "";
    expect((await provider.exchange(client, code)).body.scope).toBe("identify email");
  });

  it("[A21] is worth nothing once the user took the authorization back", async () => {
    const { provider, user, client } = await scene();
    const code = await provider.consent(user, client);
    await provider.deauthorize(user, client);
    await expectRefusal(provider, () => provider.exchange(client, code), {
      error: "invalid_grant",
      by: client,
    });
  });

  it("[A21] is worth nothing once the client secret was replaced at once", async () => {
    const { provider, user, client } = await scene();
    const code = await provider.consent(user, client);
    const renewed = await provider.resetSecret(client);
    await expectRefusal(provider, () => provider.exchange(renewed, code), {
      error: "invalid_grant",
      by: client,
    });
  });
});

describeDatabases("a code with a challenge", (open) => {
  const scene = scenes(open);

  async function setup(challenge: string | undefined = CHALLENGE) {
    const { provider, user, client, other } = await scene();
    const code = await provider.consent(user, client, challenge ? { challenge } : {});
    const exchange = (more: Record<string, string>) => provider.exchange(client, code, more);
    const burning = { error: "invalid_grant", by: client, event: "code.burn", changes: { burntCodes: 1 } };
    return { provider, client, other, code, exchange, burning };
  }

  it("is exchanged with its verifier", async () => {
    const { exchange } = await setup();
    expect((await exchange({ code_verifier })).status).toBe(200);
  });

  it("[A13] is burnt by the first wrong verifier", async () => {
    const { provider, client, exchange, burning } = await setup();
    await expectRefusal(provider, () => exchange({ code_verifier: "w".repeat(43) }), burning);
    const refused = { error: "invalid_grant", by: client };
    await expectRefusal(provider, () => exchange({ code_verifier }), refused);
  });

  it("[A05] [A13] is not burnt by a wrong verifier of another client, nor given to it for the right one", async () => {
    const { provider, other, code, exchange } = await setup();
    for (const verifier of ["w".repeat(43), code_verifier]) {
      const stolen = () => provider.exchange(other, code, { code_verifier: verifier });
      await expectRefusal(provider, stolen, { error: "invalid_grant", by: other });
    }
    expect((await exchange({ code_verifier })).status).toBe(200);
  });

  it("[A13] does not take the challenge itself for a verifier", async () => {
    const { provider, exchange, burning } = await setup();
    await expectRefusal(provider, () => exchange({ code_verifier: CHALLENGE }), burning);
  });

  it("[A13] is refused without a verifier, and not burnt", async () => {
    const { provider, client, exchange } = await setup();
    await expectRefusal(provider, () => exchange({}), { error: "invalid_grant", by: client });
    expect((await exchange({ code_verifier })).status).toBe(200);
  });

  it.each(["v".repeat(42), "v".repeat(129), `${"v".repeat(42)}!`, `${"v".repeat(42)}\u0000`])(
    "[A13] sent with the malformed verifier %j is an invalid request, and not burnt",
    async (malformed) => {
      const { provider, exchange } = await setup();
      const refused = { status: 400, error: "invalid_request" };
      await expectRejection(provider, () => exchange({ code_verifier: malformed }), refused);
      expect((await exchange({ code_verifier })).status).toBe(200);
    },
  );

  it("[A13] that somebody removed on the way is burnt by any verifier", async () => {
    const { provider, exchange, burning } = await setup("");
    await expectRefusal(provider, () => exchange({ code_verifier }), burning);
  });
});
