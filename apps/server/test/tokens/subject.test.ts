import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { statement } from "../../src/db/statement.ts";
import type { Scope } from "../../src/lib/scopes.ts";
import { describeDatabases } from "../support/databases.ts";
import { scenes } from "./provider.ts";

const declareSystem = statement<{ id: string }>()("test_declare_system", (q, t, p) =>
  q.update(t.users).set({ system: true, emailVerified: true }).where(eq(t.users.id, p.id)),
);

describeDatabases("a bearer token", (open) => {
  const scene = scenes(open);

  async function setup(...scopes: Scope[]) {
    const { provider, user, client } = await scene();
    const code = await provider.consent(user, client, { scopes });
    const { body: pair } = await provider.exchange(client, code);
    const userInformation = () =>
      provider.call("getOauth2UserInformation", { token: `Bearer ${pair.access_token}` });
    const me = () => provider.me(pair.access_token);
    return { provider, user, client, code, pair, userInformation, me };
  }

  const profileOf = ({ id }: { id: string }) => ({
    id,
    username: "ada",
    discriminator: expect.stringMatching(/^[0-9]{4}$/),
    global_name: null,
    avatar: null,
    flags: 0,
  });

  it("reads the user whom it acts for, without the email address", async () => {
    const { user, userInformation } = await setup("identify");
    const { status, body } = await userInformation();
    expect([status, body]).toEqual([200, { sub: user.id, ...profileOf(user) }]);
  });

  it("reads the email address with the scope email", async () => {
    const { user, userInformation, me } = await setup("identify", "email");
    const email = { email: user.email, verified: false };
    expect((await userInformation()).body).toEqual({ sub: user.id, ...profileOf(user), ...email });
    expect((await me()).body.user).toEqual({ ...profileOf(user), avatar_color: null, ...email });
  });

  it("without the scope identify reads no user", async () => {
    const { userInformation, me } = await setup("email", "guilds");
    expect(await userInformation()).toMatchObject({
      status: 403,
      body: { code: "MISSING_OAUTH_SCOPE", required_scope: "identify" },
    });
    const { status, body } = await me();
    expect([status, Object.keys(body).toSorted()]).toEqual([200, ["application", "expires", "scopes"]]);
  });

  it("reads its application, scopes, expiry and user", async () => {
    const { provider, user, client, me } = await setup("guilds", "identify");
    const { body } = await me();
    expect(body).toEqual({
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
      user: { ...profileOf(user), avatar_color: null },
    });
  });

  it("tells of an account that speaks for the platform", async () => {
    const { provider, user, me } = await setup("identify");
    await provider.db.atomically((tx) => tx.run(declareSystem, user));
    expect((await me()).body.user).toEqual({ ...profileOf(user), avatar_color: null, system: true });
  });

  it("works until it expires", async () => {
    const { provider, me } = await setup("identify");
    provider.clock.advance(604_799_999);
    expect((await me()).status).toBe(200);
    provider.clock.advance(1);
    expect(await me()).toMatchObject({ status: 401, body: { code: "INVALID_TOKEN" } });
  });

  it("[A24] cannot be any other credential, nor one that was changed", async () => {
    const { provider, user, client, code, pair } = await setup("identify");
    const { access_token: token, refresh_token: refresh } = pair;
    const others = [refresh, code, client.secret, user.token, refresh.replace("fxr_", "fxa_")];
    const changed = [token.slice(0, -1), `${token}0`, token.toUpperCase(), token.replace("fxa_", "fxr_")];
    const idOnly = token.slice(0, 18) + refresh.slice(18);
    for (const wrong of [...others, ...changed, idOnly]) {
      const { status, body } = await provider.me(wrong);
      expect([wrong, status, body]).toMatchObject([wrong, 401, { code: "INVALID_TOKEN" }]);
    }
  });

  it("[A24] opens no operation that is for people only", async () => {
    const { provider, pair } = await setup("identify");
    const token = `Bearer ${pair.access_token}`;
    const denied = { status: 403, body: { code: "ACCESS_DENIED" } };
    expect(await provider.call("listUserOauth2Authorizations", { token })).toMatchObject(denied);
  });
});
