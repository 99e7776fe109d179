import { expect, it } from "vitest";
import type { Config } from "../../src/config.ts";
import { describeDatabases } from "../support/databases.ts";
import { createScene } from "./provider.ts";
import { expectAlive, expectDead, expectRefusal } from "./refusal.ts";

const STRICT = { refreshRetrySeconds: 0 };

describeDatabases("a spent refresh token", (open) => {
  async function setup(settings: Partial<Config> = {}) {
    const scene = await createScene(open, settings);
    const { provider, user, client } = scene;
    const begin = async () => {
      const code = await provider.consent(user, client, { scopes: ["identify", "email"] });
      return (await provider.exchange(client, code)).body;
    };
    const replay = { error: "invalid_grant", by: client, event: "refresh_token.replay" };
    return { ...scene, begin, pair: await begin(), replay: { ...replay, changes: { revokedGrants: 1 } } };
  }

  it("gives the client that lost the answer the identical pair for half a minute", async () => {
    const { provider, client, pair } = await setup();
    const scope = { scope: "identify" };
    const first = await provider.refresh(client, pair.refresh_token, scope);
    const before = await provider.state();
    const again = await provider.refresh(client, pair.refresh_token, scope);
    expect([again.status, again.body]).toEqual([200, first.body]);
    provider.clock.advance(29_999);
    const late = await provider.refresh(client, pair.refresh_token, scope);
    expect(late.body).toEqual({ ...first.body, expires_in: 604_771 });
    expect(await provider.state()).toEqual(before);
    await expectAlive(provider, client, late.body.access_token, late.body.refresh_token);
  });

  it("gives the identical pair on a node whose clock is a little behind", async () => {
    const { provider, client, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token);
    provider.clock.advance(-500);
    const again = await provider.refresh(client, pair.refresh_token);
    expect(again.body.refresh_token).toBe(body.refresh_token);
  });

  it("gives another client nothing", async () => {
    const { provider, client, other, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token);
    const refused = { error: "invalid_grant", by: other };
    await expectRefusal(provider, () => provider.refresh(other, pair.refresh_token), refused);
    await expectAlive(provider, client, body.access_token, body.refresh_token);
  });

  it("is no way to another scope", async () => {
    const { provider, client, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token, { scope: "identify" });
    const refused = { error: "invalid_scope", by: client };
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), refused);
    await expectAlive(provider, client, body.access_token, body.refresh_token);
  });

  it("ends its grant and no other when the window is over", async () => {
    const { provider, client, pair, begin, replay } = await setup();
    const kept = await begin();
    const { body } = await provider.refresh(client, pair.refresh_token);
    provider.clock.advance(30_000);
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), replay);
    await expectDead(provider, client, pair.access_token, body.access_token, body.refresh_token);
    await expectAlive(provider, client, kept.access_token, kept.refresh_token);
  });

  it("ends its grant after its successor was used, also in the window", async () => {
    const { provider, client, pair, replay } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token);
    const next = (await provider.refresh(client, body.refresh_token)).body;
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), replay);
    await expectDead(provider, client, next.access_token, next.refresh_token);
    const refused = { error: "invalid_grant", by: client };
    await expectRefusal(provider, () => provider.refresh(client, next.refresh_token), refused);
  });

  it("ends its grant after the client revoked what it got", async () => {
    const { provider, client, pair, replay } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token);
    await provider.revoke(client, body.access_token);
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), replay);
  });

  it("ends its grant when what it became has expired", async () => {
    const { provider, client, pair, replay } = await setup({ accessTokenSeconds: 10 });
    await provider.refresh(client, pair.refresh_token);
    provider.clock.advance(10_000);
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), replay);
  });

  it("ends its grant at once where there is no window, whatever the clock says", async () => {
    const { provider, client, pair, replay } = await setup(STRICT);
    const { body } = await provider.refresh(client, pair.refresh_token);
    provider.clock.advance(-3_600_000);
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), replay);
    await expectDead(provider, client, body.access_token, body.refresh_token);
  });

  it.each([0, 1, 2, 3, 4])(
    "of generation %i ends its grant after five rotations within a second",
    async (generation) => {
      const { provider, client, pair, replay } = await setup(STRICT);
      const chain = [pair.refresh_token];
      for (const token of chain) {
        provider.clock.advance(100);
        if (chain.length <= 5) chain.push((await provider.refresh(client, token)).body.refresh_token);
      }
      expect((await provider.state()).generations).toEqual([0, 1, 2, 3, 4, 5]);
      const old = chain[generation] ?? "";
      await expectRefusal(provider, () => provider.refresh(client, old), replay);
      await expectDead(provider, client, ...chain);
    },
  );
});
