import { expect, it } from "vitest";
import { StorageError } from "../../src/db/errors.ts";
import { describeDatabases } from "../support/databases.ts";
import { begun, scenes } from "./provider.ts";
import { expectAlive, expectDead, expectRejection } from "./refusal.ts";
import { observe } from "./state.ts";

describeDatabases("revocation", (open) => {
  const setup = begun(scenes(open));

  it("of a refresh token takes every token of its grant with it", async () => {
    const { provider, client, pair } = await setup();
    const next = (await provider.refresh(client, pair.refresh_token)).body;
    const revoke = () => provider.revoke(client, next.refresh_token);
    const { answer, changes } = await observe(provider.db, revoke);
    const { status, body, headers } = answer;
    expect([status, body, headers.get("cache-control")]).toEqual([200, {}, "no-store"]);
    expect(headers.get("content-type")).toBe("application/json");
    await expectDead(provider, client, pair.access_token, next.access_token, next.refresh_token);
    expect((await provider.me(next.access_token)).status).toBe(401);
    expect(changes).toEqual({ revokedGrants: 1, events: [`token.revoke success ${client.id}`] });
  });

  it("of a refresh token that was rotated since takes the grant as well", async () => {
    const { provider, client, pair } = await setup();
    const next = (await provider.refresh(client, pair.refresh_token)).body;
    await provider.revoke(client, pair.refresh_token);
    await expectDead(provider, client, next.access_token, next.refresh_token);
  });

  it("of an access token ends only itself", async () => {
    const { provider, client, pair } = await setup();
    const { answer, changes } = await observe(provider.db, () => provider.revoke(client, pair.access_token));
    expect([answer.status, answer.body]).toEqual([200, {}]);
    expect(changes).toEqual({ revokedAccessTokens: 1, events: [`token.revoke success ${client.id}`] });
    await expectDead(provider, client, pair.access_token);
    await expectAlive(provider, client, pair.refresh_token);
    expect((await provider.me(pair.access_token)).status).toBe(401);
  });

  it("of a client's own token ends only itself", async () => {
    const { provider, client } = await setup();
    const [first, second] = [await provider.own(client), await provider.own(client)];
    await provider.revoke(client, first.body.access_token);
    await expectDead(provider, client, first.body.access_token);
    await expectAlive(provider, client, second.body.access_token);
  });

  it("[A28] of another client's token changes nothing but leaves an event", async () => {
    const { provider, client, other, pair } = await setup();
    for (const token of [pair.access_token, pair.refresh_token]) {
      const { answer, changes } = await observe(provider.db, () => provider.revoke(other, token));
      expect([answer.status, answer.body]).toEqual([200, {}]);
      expect(changes).toEqual({ events: [`token.revoke failure ${other.id}`] });
    }
    await expectAlive(provider, client, pair.access_token, pair.refresh_token);
  });

  it("[A29] of an unknown, malformed or already revoked token answers the same and does nothing", async () => {
    const { provider, client, pair } = await setup();
    const { answer, changes: none } = await observe(provider.db, async () => {
      await provider.revoke(client, pair.access_token);
      return provider.revoke(client, pair.access_token);
    });
    const once = { revokedAccessTokens: 1, events: [`token.revoke success ${client.id}`] };
    expect([answer.status, answer.body, none]).toEqual([200, {}, once]);
    await provider.revoke(client, pair.refresh_token);
    const guess = `${pair.refresh_token.slice(0, -1)}${pair.refresh_token.endsWith("0") ? "1" : "0"}`;
    for (const token of [pair.refresh_token, pair.access_token, guess, client.secret, "x", "fxr_"]) {
      const { answer, changes } = await observe(provider.db, () => provider.revoke(client, token));
      expect([token, answer.status, answer.body, changes]).toEqual([token, 200, {}, {}]);
    }
  });

  it.each(["access_token", "refresh_token", "id_token", "x"])(
    "[A29] takes the hint %s for a hint",
    async (token_type_hint) => {
      const { provider, client, pair } = await setup();
      await provider.revoke(client, pair.access_token, { token_type_hint });
      await expectDead(provider, client, pair.access_token);
      await provider.revoke(client, pair.refresh_token, { token_type_hint });
      await expectDead(provider, client, pair.refresh_token);
    },
  );

  it("does the same at its old address", async () => {
    const { provider, client, pair } = await setup();
    const form = { client_id: client.id, client_secret: client.secret, token: pair.access_token };
    const { status, body } = await provider.call("revokeOauth2TokenAlias", { form });
    expect([status, body]).toEqual([200, {}]);
    await expectDead(provider, client, pair.access_token);
  });

  it("[A29] without the client's secret is refused and does nothing", async () => {
    const { provider, client, pair } = await setup();
    const stranger = { id: client.id, secret: "wrong" };
    const refused = { status: 401, error: "invalid_client" };
    await expectRejection(provider, () => provider.revoke(stranger, pair.refresh_token), refused);
    await expectAlive(provider, client, pair.refresh_token);
  });

  it("[A29] never says that it was done when the storage failed", async () => {
    const { provider, client, pair } = await setup();
    const failed = { status: 503, error: "temporarily_unavailable" };
    for (const token of [pair.access_token, pair.refresh_token]) {
      provider.beforeChange(() => Promise.reject(new StorageError("the disk is full")));
      await expectRejection(provider, () => provider.revoke(client, token), failed);
      await expectAlive(provider, client, token);
    }
    await provider.revoke(client, pair.refresh_token);
    await expectDead(provider, client, pair.access_token, pair.refresh_token);
  });
});
