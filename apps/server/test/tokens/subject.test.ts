import { expect, it } from "vitest";
import type { Scope } from "../../src/lib/scopes.ts";
import { describeDatabases } from "../support/databases.ts";
import { createProvider } from "./provider.ts";

const profile = { globalName: "Ada", email: "ada@example.com", emailVerified: true, avatarColor: 0xff };

describeDatabases("a bearer token", (open) => {
  async function setup(...scopes: Scope[]) {
    const provider = await createProvider(open);
    const user = await provider.user("ada", profile);
    const client = await provider.client("Weather");
    const code = await provider.consent(user, client, { scopes });
    const { access_token, refresh_token } = (await provider.exchange(client, code)).body;
    return { provider, user, client, code, refresh_token, bearer: `Bearer ${access_token}` };
  }

  it("reads the user whom it acts for, without the email address", async () => {
    const { provider, user, bearer } = await setup("identify");
    const { status, body } = await provider.get("/oauth2/userinfo", bearer);
    expect(status).toBe(200);
    expect(body).toEqual({
      sub: user.id,
      id: user.id,
      username: "ada",
      discriminator: expect.stringMatching(/^[0-9]{4}$/),
      global_name: "Ada",
      avatar: null,
      flags: 0,
    });
  });

  it("reads the email address with the scope email", async () => {
    const { provider, bearer } = await setup("identify", "email");
    const email = { email: "ada@example.com", verified: true };
    expect((await provider.get("/oauth2/userinfo", bearer)).body).toMatchObject(email);
    expect((await provider.get("/oauth2/@me", bearer)).body.user).toMatchObject(email);
  });

  it("without the scope identify reads no user", async () => {
    const { provider, bearer } = await setup("email", "guilds");
    expect(await provider.get("/oauth2/userinfo", bearer)).toMatchObject({
      status: 403,
      body: { code: "MISSING_OAUTH_SCOPE", required_scope: "identify" },
    });
    const { status, body } = await provider.get("/oauth2/@me", bearer);
    expect([status, Object.keys(body)]).toEqual([200, ["application", "scopes", "expires"]]);
  });

  it("reads its application, scopes, expiry and user", async () => {
    const { provider, user, client, bearer } = await setup("guilds", "identify");
    expect((await provider.get("/oauth2/@me", bearer)).body).toEqual({
      application: {
        id: client.id,
        name: "Weather",
        icon: null,
        description: null,
        flags: 0,
        bot_public: true,
        bot_require_code_grant: false,
      },
      scopes: ["identify", "guilds"],
      expires: new Date(provider.clock.now() + 604_800_000).toISOString(),
      user: {
        id: user.id,
        username: "ada",
        discriminator: expect.stringMatching(/^[0-9]{4}$/),
        global_name: "Ada",
        avatar: null,
        avatar_color: 0xff,
        flags: 0,
      },
    });
  });

  it("tells of an account that speaks for the platform", async () => {
    const provider = await createProvider(open);
    const client = await provider.client();
    const user = await provider.user("platform", { system: true });
    const { access_token } = (await provider.exchange(client, await provider.consent(user, client))).body;
    const { body } = await provider.get("/oauth2/@me", `Bearer ${access_token}`);
    expect(body.user).toMatchObject({ system: true });
    expect(body.user).not.toHaveProperty("bot");
  });

  it("works until it expires", async () => {
    const { provider, bearer } = await setup("identify");
    provider.advance(604_799_999);
    expect((await provider.get("/oauth2/@me", bearer)).status).toBe(200);
    provider.advance(1);
    expect(await provider.get("/oauth2/@me", bearer)).toMatchObject({
      status: 401,
      body: { code: "INVALID_TOKEN" },
    });
  });

  it("cannot be a refresh token, a code, a client secret, a session, or one that was changed", async () => {
    const { provider, user, client, code, refresh_token, bearer } = await setup("identify");
    const token = bearer.slice("Bearer ".length);
    const others = [refresh_token, code, client.secret, user.session];
    const changed = [token.slice(0, -1), `${token}0`, token.toUpperCase(), token.replace("fxa_", "fxr_")];
    const secretOfOther = `${token.slice(0, 18)}${refresh_token.slice(18)}`;
    for (const wrong of [...others, ...changed, secretOfOther]) {
      const { status, body } = await provider.get("/oauth2/@me", `Bearer ${wrong}`);
      expect([wrong, status, body.code]).toEqual([wrong, 401, "INVALID_TOKEN"]);
    }
  });

  it("opens no operation that is for people only", async () => {
    const { provider, bearer } = await setup("identify");
    expect(await provider.get("/oauth2/@me/authorizations", bearer)).toMatchObject({
      status: 403,
      body: { code: "ACCESS_DENIED" },
    });
  });
});
