import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { begun, type Client, type Provider, scenes } from "./provider.ts";
import { expectAlive, expectDead, expectRefusal } from "./refusal.ts";
import { observe } from "./state.ts";

const replayed = (client: Client) => ({
  error: "invalid_grant",
  by: client,
  event: "refresh_token.replay",
  changes: { revokedGrants: 1 },
});

/** Five rotations, one after the other; gives all six tokens. */
async function rotate(provider: Provider, client: Client, first: string, step: number) {
  const chain = [first];
  const { changes } = await observe(provider.db, async () => {
    for (const token of chain) {
      provider.clock.advance(step);
      if (chain.length <= 5) chain.push((await provider.refresh(client, token)).body.refresh_token);
    }
  });
  return { chain, changes };
}

const each = (generations: number[], steps: number[]) =>
  steps.flatMap((step) => generations.map((generation) => [generation, step] as const));

describeDatabases("a spent refresh token", (open) => {
  const setup = begun(scenes(open));

  it("[A19] gives the client that lost the answer the identical pair for half a minute", async () => {
    const { provider, client, pair } = await setup();
    const refresh = () => provider.refresh(client, pair.refresh_token, { scope: "identify" });
    const first = await refresh();
    const { answer: late, changes } = await observe(provider.db, async () => {
      const again = await refresh();
      expect([again.status, again.body]).toEqual([200, first.body]);
      provider.clock.advance(29_999);
      return refresh();
    });
    expect([late.status, late.body]).toEqual([200, { ...first.body, expires_in: 604_771 }]);
    expect(changes).toEqual({});
    await expectAlive(provider, client, late.body.access_token, late.body.refresh_token);
  });

  it("gives the identical pair on a node whose clock is a little behind", async () => {
    const { provider, client, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token);
    provider.clock.advance(-500);
    const again = await provider.refresh(client, pair.refresh_token);
    expect(again.body.refresh_token).toBe(body.refresh_token);
  });

  it("[A17] gives another client nothing", async () => {
    const { provider, client, other, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token);
    const refused = { error: "invalid_grant", by: other };
    await expectRefusal(provider, () => provider.refresh(other, pair.refresh_token), refused);
    await expectAlive(provider, client, body.access_token, body.refresh_token);
  });

  it("[A22] is no way to another scope", async () => {
    const { provider, client, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token, { scope: "identify" });
    const refused = { error: "invalid_scope", by: client };
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), refused);
    await expectAlive(provider, client, body.access_token, body.refresh_token);
  });

  it("[A18] ends its grant and no other when the window is over", async () => {
    const { provider, client, pair, begin } = await setup();
    const { pair: kept } = await begin();
    const { body } = await provider.refresh(client, pair.refresh_token);
    provider.clock.advance(30_000);
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), replayed(client));
    await expectDead(provider, client, pair.access_token, body.access_token, body.refresh_token);
    await expectAlive(provider, client, kept.access_token, kept.refresh_token);
  });

  it("[A18] ends its grant and no other after its successor was used, also in the window", async () => {
    const { provider, user, client, other, pair, begin } = await setup();
    const { pair: kept } = await begin();
    const elsewhere = (await provider.exchange(other, await provider.consent(user, other))).body;
    const { body } = await provider.refresh(client, pair.refresh_token);
    const next = (await provider.refresh(client, body.refresh_token)).body;
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), replayed(client));
    await expectDead(provider, client, pair.access_token, body.access_token);
    await expectDead(provider, client, next.access_token, next.refresh_token);
    await expectAlive(provider, client, kept.access_token, kept.refresh_token);
    await expectAlive(provider, other, elsewhere.access_token, elsewhere.refresh_token);
    const refused = { error: "invalid_grant", by: client };
    await expectRefusal(provider, () => provider.refresh(client, next.refresh_token), refused);
  });

  it("[A18] ends its grant also when it would have expired by now, whatever scope it is sent with", async () => {
    const { provider, client, pair } = await setup();
    provider.clock.advance(2_591_000_000);
    const next = (await provider.refresh(client, pair.refresh_token)).body;
    provider.clock.advance(1_000_000);
    await expectAlive(provider, client, next.refresh_token);
    const late = () => provider.refresh(client, pair.refresh_token, { scope: "admin" });
    await expectRefusal(provider, late, replayed(client));
    await expectDead(provider, client, next.access_token, next.refresh_token);
  });

  it("ends its grant after the client revoked what it got", async () => {
    const { provider, client, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token);
    await provider.revoke(client, body.access_token);
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), replayed(client));
  });
});

describeDatabases("after five rotations a spent refresh token", (open) => {
  const setup = begun(scenes(open));

  it.each(each([0, 1, 2, 3], [100, 0, -100]))(
    "[A20] of generation %i ends its grant, also in the window, when each is %i ms after the last",
    async (generation, step) => {
      const { provider, client, pair } = await setup();
      const { chain } = await rotate(provider, client, pair.refresh_token, step);
      const old = chain[generation] ?? "";
      await expectRefusal(provider, () => provider.refresh(client, old), replayed(client));
      await expectDead(provider, client, ...chain);
    },
  );

  it("[A20] of the last generation before the newest is only a retry", async () => {
    const { provider, client, pair } = await setup();
    const { chain } = await rotate(provider, client, pair.refresh_token, 0);
    const again = await provider.refresh(client, chain[4] ?? "");
    expect([again.status, again.body.refresh_token]).toEqual([200, chain[5]]);
  });
});

describeDatabases("a spent refresh token whose access token is short-lived", (open) => {
  const setup = begun(scenes(open, { accessTokenSeconds: 10 }));

  it("ends its grant when what it became has expired", async () => {
    const { provider, client, pair } = await setup();
    await provider.refresh(client, pair.refresh_token);
    provider.clock.advance(10_000);
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), replayed(client));
  });
});

describeDatabases("a spent refresh token without a window", (open) => {
  const setup = begun(scenes(open, { refreshRetrySeconds: 0 }));

  it("[A18] ends its grant at once, whatever the clock says", async () => {
    const { provider, client, pair } = await setup();
    const { body } = await provider.refresh(client, pair.refresh_token);
    provider.clock.advance(-3_600_000);
    await expectRefusal(provider, () => provider.refresh(client, pair.refresh_token), replayed(client));
    await expectDead(provider, client, body.access_token, body.refresh_token);
  });

  it.each(each([0, 1, 2, 3, 4], [100, 0, -100]))(
    "[A20] and of generation %i ends its grant after five rotations, each %i ms after the last",
    async (generation, step) => {
      const { provider, client, pair } = await setup();
      const { chain, changes } = await rotate(provider, client, pair.refresh_token, step);
      expect(changes.generations).toEqual([1, 2, 3, 4, 5]);
      const old = chain[generation] ?? "";
      await expectRefusal(provider, () => provider.refresh(client, old), replayed(client));
      await expectDead(provider, client, ...chain);
    },
  );
});
