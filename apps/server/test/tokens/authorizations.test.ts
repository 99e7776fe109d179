import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { createProvider } from "./provider.ts";
import { expectAlive, expectDead } from "./refusal.ts";

const PATH = "/oauth2/@me/authorizations";

describeDatabases("a user's authorizations", (open) => {
  async function setup() {
    const provider = await createProvider(open);
    return { provider, user: await provider.user("ada"), client: await provider.client("Weather") };
  }

  it("are none at first", async () => {
    const { provider, user } = await setup();
    const { status, body } = await provider.get(PATH, user.session);
    expect([status, body]).toEqual([200, []]);
  });

  it("name each application once, with every scope agreed to, latest agreement first", async () => {
    const { provider, user, client } = await setup();
    const other = await provider.client("Other");
    const stranger = await provider.user("stranger");
    await provider.consent(user, client, { scopes: ["guilds", "email"] });
    provider.advance(1000);
    await provider.consent(user, other, { scopes: ["bot"] });
    await provider.consent(stranger, client, { scopes: ["connections"] });
    provider.advance(1000);
    await provider.consent(user, client, { scopes: ["identify", "email"] });
    const latest = provider.clock.now();
    const application = (id: string, name: string) => ({
      id,
      name,
      icon: null,
      description: null,
      bot_public: true,
    });
    expect((await provider.get(PATH, user.session)).body).toEqual([
      {
        application: application(client.id, "Weather"),
        scopes: ["identify", "email", "guilds"],
        authorized_at: new Date(latest).toISOString(),
      },
      {
        application: application(other.id, "Other"),
        scopes: ["bot"],
        authorized_at: new Date(latest - 1000).toISOString(),
      },
    ]);
  });

  it("taken back leave the application nothing, and everyone else's as they were", async () => {
    const { provider, user, client } = await setup();
    const stranger = await provider.user("stranger");
    const other = await provider.client("Other");
    const pairOf = async (...[who, by]: Parameters<typeof provider.consent>) =>
      (await provider.exchange(by, await provider.consent(who, by))).body;
    const [taken, again] = [await pairOf(user, client), await pairOf(user, client)];
    const [elsewhere, strangers] = [await pairOf(user, other), await pairOf(stranger, client)];
    const own = (await provider.token(client, { grant_type: "client_credentials" })).body;

    const { status, body } = await provider.remove(`${PATH}/${client.id}`, user.session);
    expect([status, body]).toEqual([204, ""]);
    await expectDead(provider, client, taken.access_token, taken.refresh_token, again.refresh_token);
    expect((await provider.get("/oauth2/@me", `Bearer ${taken.access_token}`)).status).toBe(401);
    await expectAlive(provider, client, strangers.access_token, strangers.refresh_token, own.access_token);
    await expectAlive(provider, other, elsewhere.access_token, elsewhere.refresh_token);
    const left = (await provider.get(PATH, user.session)).body;
    expect(left.map((entry: { application: { name: string } }) => entry.application.name)).toEqual(["Other"]);
    expect((await provider.state()).events.at(-1)).toBe(`authorization.revoke success ${client.id}`);
  });

  it("cannot be taken back twice, nor where there is none", async () => {
    const { provider, user, client } = await setup();
    await provider.consent(user, client);
    const stranger = await provider.user("stranger");
    const unknown = { status: 404, body: { code: "UNKNOWN_APPLICATION" } };
    const before = await provider.state();
    expect(await provider.remove(`${PATH}/${client.id}`, stranger.session)).toMatchObject(unknown);
    expect(await provider.remove(`${PATH}/1`, user.session)).toMatchObject(unknown);
    expect(await provider.state()).toEqual(before);
    await provider.remove(`${PATH}/${client.id}`, user.session);
    expect(await provider.remove(`${PATH}/${client.id}`, user.session)).toMatchObject(unknown);
  });

  it("are not shown to whoever is not signed in", async () => {
    const { provider } = await setup();
    expect(await provider.call(PATH)).toMatchObject({ status: 401, body: { code: "UNAUTHORIZED" } });
  });
});
