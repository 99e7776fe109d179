import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import type { Account } from "../support/host.ts";
import { type Client, type Provider, scenes } from "./provider.ts";
import { expectAlive, expectDead } from "./refusal.ts";
import { observe } from "./state.ts";

const UNKNOWN = { status: 404, body: { code: "UNKNOWN_APPLICATION" } };

const list = (provider: Provider, { token }: Account) =>
  provider.call("listUserOauth2Authorizations", { token });

const entry = ({ id }: Client, name: string, scopes: string[], time: number) => ({
  application: { id, name, icon: null, description: null, bot_public: true },
  scopes,
  authorized_at: new Date(time).toISOString(),
});

describeDatabases("a user's authorizations", (open) => {
  const scene = scenes(open);

  it("are none at first", async () => {
    const { provider, user } = await scene();
    const { status, body } = await list(provider, user);
    expect([status, body]).toEqual([200, []]);
  });

  it("name each application once, with every scope agreed to, latest agreement first", async () => {
    const { provider, user, client, other } = await scene();
    const stranger = await provider.register("stranger");
    const first = provider.clock.now();
    await provider.consent(user, client, { scopes: ["guilds", "email"] });
    provider.clock.advance(1000);
    await provider.consent(user, other, { scopes: ["bot"] });
    await provider.consent(stranger, client, { scopes: ["connections"] });
    provider.clock.advance(1000);
    await provider.consent(user, client, { scopes: ["identify", "email"] });
    expect((await list(provider, user)).body).toEqual([
      entry(client, "Weather", ["identify", "email", "guilds"], first + 2000),
      entry(other, "Other", ["bot"], first + 1000),
    ]);
  });

  it("taken back leave the application nothing, and everything else as it was", async () => {
    const { provider, user, client, other } = await scene();
    const stranger = await provider.register("stranger");
    const pairOf = async (...[who, by]: [Account, Client]) =>
      (await provider.exchange(by, await provider.consent(who, by))).body;
    const [taken, again] = [await pairOf(user, client), await pairOf(user, client)];
    const [elsewhere, strangers] = [await pairOf(user, other), await pairOf(stranger, client)];
    const own = (await provider.own(client)).body;

    const { answer, changes } = await observe(provider.db, () => provider.deauthorize(user, client));
    expect([answer.status, answer.body]).toEqual([204, undefined]);
    const events = [`authorization.revoke success ${client.id}`];
    expect(changes).toEqual({ revokedGrants: 2, consents: -1, events });
    await expectDead(provider, client, taken.access_token, taken.refresh_token, again.refresh_token);
    expect((await provider.me(taken.access_token)).status).toBe(401);
    await expectAlive(provider, client, strangers.access_token, strangers.refresh_token, own.access_token);
    await expectAlive(provider, other, elsewhere.access_token, elsewhere.refresh_token);
    expect((await list(provider, user)).body).toMatchObject([{ application: { id: other.id } }]);
  });

  it("cannot be taken back twice, nor where there is none", async () => {
    const { provider, user, client } = await scene();
    await provider.consent(user, client);
    const stranger = await provider.register("stranger");
    const { changes } = await observe(provider.db, async () => {
      expect(await provider.deauthorize(stranger, client)).toMatchObject(UNKNOWN);
      expect(await provider.deauthorize(user, { id: "1" })).toMatchObject(UNKNOWN);
    });
    expect(changes).toEqual({});
    await provider.deauthorize(user, client);
    expect(await provider.deauthorize(user, client)).toMatchObject(UNKNOWN);
  });

  it("are not shown to whoever is not signed in", async () => {
    const { provider } = await scene();
    const denied = { status: 401, body: { code: "UNAUTHORIZED" } };
    expect(await provider.call("listUserOauth2Authorizations")).toMatchObject(denied);
  });
});
