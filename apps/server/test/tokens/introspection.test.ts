import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { createProvider } from "./provider.ts";

const INACTIVE = { active: false };

describeDatabases("introspection", (open) => {
  async function setup() {
    const provider = await createProvider(open);
    const [user, client, other] = [
      await provider.user("ada"),
      await provider.client("Weather"),
      await provider.client("Other"),
    ];
    const code = await provider.consent(user, client, { scopes: ["identify", "email"] });
    return { provider, user, client, other, code, pair: (await provider.exchange(client, code)).body };
  }

  it("tells what an access token stands for", async () => {
    const { provider, user, client, pair } = await setup();
    const { status, body, headers } = await provider.introspect(client, pair.access_token);
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    const iat = provider.clock.now() / 1000;
    expect(body).toEqual({
      active: true,
      client_id: client.id,
      sub: user.id,
      username: "ada",
      scope: "identify email",
      token_type: "Bearer",
      iat,
      exp: iat + 604_800,
    });
  });

  it("tells what a refresh token stands for", async () => {
    const { provider, user, client, pair } = await setup();
    const iat = provider.clock.now() / 1000;
    expect((await provider.introspect(client, pair.refresh_token)).body).toEqual({
      active: true,
      client_id: client.id,
      sub: user.id,
      username: "ada",
      scope: "identify email",
      token_type: "refresh_token",
      iat,
      exp: iat + 2_592_000,
    });
  });

  it("tells another client nothing", async () => {
    const { provider, other, pair } = await setup();
    for (const token of [pair.access_token, pair.refresh_token]) {
      const { status, body } = await provider.introspect(other, token);
      expect([status, body]).toEqual([200, INACTIVE]);
    }
  });

  it("tells nobody anything who is no client", async () => {
    const { provider, client, pair } = await setup();
    expect(await provider.introspect({ id: client.id, secret: "wrong" }, pair.access_token)).toMatchObject({
      status: 401,
      body: { error: "invalid_client" },
    });
  });

  it("knows a token until the second in which it expires", async () => {
    const { provider, client, pair } = await setup();
    provider.advance(604_799_999);
    expect((await provider.introspect(client, pair.access_token)).body.active).toBe(true);
    provider.advance(1);
    expect((await provider.introspect(client, pair.access_token)).body).toEqual(INACTIVE);
    expect((await provider.introspect(client, pair.refresh_token)).body.active).toBe(true);
    provider.advance(2_592_000_000 - 604_800_000);
    expect((await provider.introspect(client, pair.refresh_token)).body).toEqual(INACTIVE);
  });

  it("does not know a spent refresh token", async () => {
    const { provider, client, pair } = await setup();
    await provider.refresh(client, pair.refresh_token);
    expect((await provider.introspect(client, pair.refresh_token)).body).toEqual(INACTIVE);
  });

  it("does not know what is no token, or is one but for a character", async () => {
    const { provider, client, code, pair } = await setup();
    const { access_token: access, refresh_token: refresh } = pair;
    const foreign = [code, client.secret, "x", "fxa_", "é".repeat(61)];
    const near = [access.slice(0, -1), `${access}0`, access.toUpperCase(), access.replace("fxa_", "fxr_")];
    for (const token of [...foreign, ...near, refresh.replace("fxr_", "fxa_"), ` ${access}`]) {
      const { status, body } = await provider.introspect(client, token);
      expect([token, status, body]).toEqual([token, 200, INACTIVE]);
    }
  });
});
