import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { begun, scenes } from "./provider.ts";
import { expectRejection } from "./refusal.ts";
import { observe } from "./state.ts";

const INACTIVE = { active: false };

describeDatabases("introspection", (open) => {
  const scene = begun(scenes(open));

  async function setup() {
    const given = await scene();
    const { provider, user, client } = given;
    const subject = { client_id: client.id, sub: user.id, username: "ada" };
    const issued = { ...subject, scope: "identify email", iat: Math.floor(provider.clock.now() / 1000) };
    return { ...given, issued };
  }

  it("tells what an access token stands for", async () => {
    const { provider, client, pair, issued } = await setup();
    const { status, body, headers } = await provider.introspect(client, pair.access_token);
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(body).toEqual({ active: true, ...issued, token_type: "Bearer", exp: issued.iat + 604_800 });
  });

  it("tells what a refresh token stands for", async () => {
    const { provider, client, pair, issued } = await setup();
    const { body } = await provider.introspect(client, pair.refresh_token);
    expect(body).toEqual({
      active: true,
      ...issued,
      token_type: "refresh_token",
      exp: issued.iat + 2_592_000,
    });
  });

  it("[A27] tells another client nothing", async () => {
    const { provider, other, pair } = await setup();
    for (const token of [pair.access_token, pair.refresh_token]) {
      const { status, body } = await provider.introspect(other, token);
      expect([status, body]).toEqual([200, INACTIVE]);
    }
  });

  it("[A27] tells nobody anything who is no client", async () => {
    const { provider, client, pair } = await setup();
    const stranger = { id: client.id, secret: "wrong" };
    const refused = { status: 401, error: "invalid_client" };
    await expectRejection(provider, () => provider.introspect(stranger, pair.access_token), refused);
  });

  it("knows a token until the moment in which it expires", async () => {
    const { provider, client, pair } = await setup();
    const isActive = async (token: string) => (await provider.introspect(client, token)).body.active;
    provider.clock.advance(604_799_999);
    expect(await isActive(pair.access_token)).toBe(true);
    provider.clock.advance(1);
    expect(await isActive(pair.access_token)).toBe(false);
    provider.clock.advance(2_592_000_000 - 604_800_000 - 1);
    expect(await isActive(pair.refresh_token)).toBe(true);
    provider.clock.advance(1);
    expect(await isActive(pair.refresh_token)).toBe(false);
  });

  it("[A27] does not know a spent refresh token", async () => {
    const { provider, client, pair } = await setup();
    await provider.refresh(client, pair.refresh_token);
    expect((await provider.introspect(client, pair.refresh_token)).body).toEqual(INACTIVE);
  });

  it("[A27] does not know what was revoked, by whomever and in whichever way", async () => {
    const { provider, user, client, pair, begin } = await setup();
    const [replayed, withdrawn] = [await begin(), await begin()];
    const own = (await provider.own(client)).body.access_token;
    const dead = [pair.access_token, own];
    for (const token of dead) await provider.revoke(client, token);
    await provider.exchange(client, replayed.code);
    await provider.deauthorize(user, client);
    dead.push(pair.refresh_token, replayed.pair.access_token, replayed.pair.refresh_token);
    dead.push(withdrawn.pair.access_token, withdrawn.pair.refresh_token);
    for (const token of dead) {
      const { answer, changes } = await observe(provider.db, () => provider.introspect(client, token));
      expect([answer.status, answer.body, changes]).toEqual([200, INACTIVE, {}]);
    }
  });

  it("[A24] does not know what is no token, or is one but for a character", async () => {
    const { provider, client, code, pair } = await setup();
    const { access_token: access, refresh_token: refresh } = pair;
    const foreign = [code, client.secret, "x", "fxa_", "é".repeat(61), refresh.replace("fxr_", "fxa_")];
    const near = [access.slice(0, -1), `${access}0`, access.toUpperCase(), access.replace("fxa_", "fxr_")];
    for (const token of [...foreign, ...near, ` ${access}`]) {
      const { status, body } = await provider.introspect(client, token);
      expect([token, status, body]).toEqual([token, 200, INACTIVE]);
    }
  });
});
