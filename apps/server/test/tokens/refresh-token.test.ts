import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { begun, scenes } from "./provider.ts";
import { expectAlive, expectDead, expectRefusal, expectRejection } from "./refusal.ts";
import { observe } from "./state.ts";

describeDatabases("a refresh token", (open) => {
  const setup = begun(scenes(open));

  it("becomes the next pair, with all scopes and a whole new lifetime", async () => {
    const { provider, client, pair } = await setup();
    provider.clock.advance(2_591_999_000);
    const refresh = () => provider.refresh(client, pair.refresh_token);
    const { answer, changes } = await observe(provider.db, refresh);
    const { status, body, headers } = answer;
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^fxa_/),
      token_type: "Bearer",
      expires_in: 604_800,
      refresh_token: expect.stringMatching(/^fxr_/),
      scope: "identify email",
    });
    expect(body.access_token.slice(4)).not.toBe(body.refresh_token.slice(4));
    expect(changes).toEqual({ spentRefreshTokens: 1, accessTokens: 1, generations: [1] });
    provider.clock.advance(2_591_999_000);
    expect((await provider.refresh(client, body.refresh_token)).status).toBe(200);
  });

  it("is refused after 30 days", async () => {
    const { provider, client, pair } = await setup();
    provider.clock.advance(2_592_000_000);
    const refused = { error: "invalid_grant", by: client };
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), refused);
  });

  it("does not outlive the grant, however often it is replaced", async () => {
    const { provider, client, pair } = await setup();
    const [month, year] = [2_592_000_000, 31_536_000_000];
    let token = pair.refresh_token;
    for (let elapsed = month - 1000; elapsed < year; elapsed += month - 1000) {
      provider.clock.advance(month - 1000);
      const { status, body } = await provider.refresh(client, token);
      expect(status).toBe(200);
      token = body.refresh_token;
    }
    provider.clock.advance(year % (month - 1000));
    const refused = { error: "invalid_grant", by: client };
    await expectRefusal(provider, () => provider.refresh(client, token), refused);
  });

  it("leaves the access token that came with it alive", async () => {
    const { provider, client, pair } = await setup();
    await provider.refresh(client, pair.refresh_token);
    await expectAlive(provider, client, pair.access_token);
  });

  it("[A17] of one client is refused to another and stays good", async () => {
    const { provider, client, other, pair } = await setup();
    const refused = { error: "invalid_grant", by: other };
    await expectRefusal(provider, () => provider.refresh(other, pair.refresh_token), refused);
    expect((await provider.refresh(client, pair.refresh_token)).status).toBe(200);
  });

  it("[A24] [A44] cannot be a code or an access token, nor stand in for one", async () => {
    const { provider, user, client, pair } = await setup();
    const code = await provider.consent(user, client);
    const refused = { error: "invalid_grant", by: client };
    const foreign = [code, pair.access_token, client.secret, code.replace("fxc_", "fxr_"), "x"];
    for (const token of foreign) {
      await expectRefusal(provider, () => provider.refresh(client, token), refused);
    }
    await expectRefusal(provider, () => provider.exchange(client, pair.refresh_token), refused);
    expect((await provider.refresh(client, pair.refresh_token)).status).toBe(200);
    expect((await provider.exchange(client, code)).status).toBe(200);
  });

  it("[A17] is worth nothing without the client's secret", async () => {
    const { provider, client, pair } = await setup();
    const stranger = { id: client.id, secret: "fxs_wrong" };
    const refused = { status: 401, error: "invalid_client" };
    await expectRejection(provider, () => provider.refresh(stranger, pair.refresh_token), refused);
  });

  it.each([
    "identify guilds",
    "admin",
    "identify\temail",
    "identify  email",
    " identify",
    "unknown",
    "Identify",
  ])("[A22] asked for the scope %j is refused and not spent", async (scope) => {
    const { provider, client, pair } = await setup();
    const refused = { error: "invalid_scope", by: client };
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token, { scope }), refused);
    expect((await provider.refresh(client, pair.refresh_token)).status).toBe(200);
  });

  it("[A22] asked for a scope of 10 KiB is refused and not spent", async () => {
    const { provider, client, pair } = await setup();
    const huge = () => provider.refresh(client, pair.refresh_token, { scope: "identify ".repeat(1138) });
    await expectRejection(provider, huge, { status: 400, error: "invalid_scope" });
    expect((await provider.refresh(client, pair.refresh_token)).status).toBe(200);
  });

  it.each(["scope[]", "scope[0]", "scopes", "Scope"])(
    "[A22] asked for more under the name %s gives what was granted and no more",
    async (name) => {
      const { provider, client, pair } = await setup();
      const { body } = await provider.refresh(client, pair.refresh_token, { [name]: "guilds" });
      expect(body.scope).toBe("identify email");
      expect((await provider.introspect(client, body.access_token)).body.scope).toBe("identify email");
    },
  );

  it("[A22] can give an access token fewer scopes and still has all of them the next time", async () => {
    const { provider, client, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token, { scope: "email" });
    expect(body.scope).toBe("email");
    expect((await provider.introspect(client, body.access_token)).body.scope).toBe("email");
    expect((await provider.refresh(client, body.refresh_token)).body.scope).toBe("identify email");
  });

  it("[A22] takes a scope that is named twice, in any order, for what it is", async () => {
    const { provider, client, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token, { scope: "email identify email" });
    expect(body.scope).toBe("identify email");
  });

  it("[A23] is refused once the user took the authorization back", async () => {
    const { provider, user, client, pair } = await setup();
    await provider.deauthorize(user, client);
    const refused = { error: "invalid_grant", by: client };
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), refused);
  });

  it("[A23] is refused once the client secret was replaced at once", async () => {
    const { provider, client, pair } = await setup();
    const renewed = await provider.resetSecret(client);
    const refused = { error: "invalid_grant", by: client };
    await expectRefusal(provider, () => provider.refresh(renewed, pair.refresh_token), refused);
    await expectDead(provider, renewed, pair.access_token, pair.refresh_token);
  });

  it("goes on while the old client secret and the new one overlap", async () => {
    const { provider, client, pair } = await setup();
    const renewed = await provider.resetSecret(client, 60);
    const { body } = await provider.refresh(client, pair.refresh_token);
    expect((await provider.refresh(renewed, body.refresh_token)).status).toBe(200);
  });

  it("[A23] finds no client once the application was deleted", async () => {
    const { provider, client, pair } = await setup();
    await provider.deleteApplication(client);
    const refused = { status: 401, error: "invalid_client" };
    await expectRejection(provider, () => provider.refresh(client, pair.refresh_token), refused);
    expect((await provider.me(pair.access_token)).status).toBe(401);
  });
});
