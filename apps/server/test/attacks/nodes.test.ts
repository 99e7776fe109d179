import { expect, it } from "vitest";
import { describeDatabases, type TestDatabases } from "../support/databases.ts";
import { PASSWORD, startHost } from "../support/host.ts";

/** Two servers with connections of their own to one database. */
async function startNodes(open: TestDatabases) {
  const url = await open.newUrl();
  const { dialect, newUrl } = open;
  const start = () => startHost(Object.assign(() => open({ url }), { dialect, newUrl }));
  const [here, there] = [await start(), await start()];
  // Both think that they are the first worker, and would make the same identifiers at the same time.
  there.clock.advance(1000);
  return { here, there };
}

describeDatabases("on every node", (open) => {
  async function setup() {
    const { here, there } = await startNodes(open);
    const ada = await here.register("ada");
    const { id, secret, botToken } = await here.createApplication(ada);
    const { bearer, refreshToken } = await here.authorize(ada, { id, secret }, ["identify"]);
    const owner = { token: ada.token, params: { id }, body: { password: PASSWORD } };
    const as = async (token: string) => (await there.call("getCurrentUser", { token })).status;
    const refresh = (client_secret: string) => {
      const form = { grant_type: "refresh_token", refresh_token: refreshToken };
      return there.call("exchangeOauth2Token", { form: { ...form, client_id: id, client_secret } });
    };
    // Whatever a node might keep of a credential that it has seen, it has now.
    for (const token of [bearer, botToken]) expect(await as(token)).toBe(200);
    expect(await there.takesSecret(id, secret)).toBe(true);
    return { here, there, ada, id, secret, botToken, bearer, refreshToken, owner, as, refresh };
  }

  it("[A43] a bot token that was replaced is dead at once, and the new one works", async () => {
    const { here, botToken, owner, as } = await setup();
    const fresh = (await here.call("resetBotToken", owner)).body.token;
    expect([await as(botToken), await as(`Bot ${fresh}`)]).toEqual([401, 200]);
  });

  it("[A23] [A43] a deleted application's bot, tokens and secret are dead at once", async () => {
    const { here, there, id, secret, botToken, bearer, owner, as, refresh } = await setup();
    await here.call("deleteApplication", owner);
    expect([await as(botToken), await as(bearer)]).toEqual([401, 401]);
    expect(await there.takesSecret(id, secret)).toBe(false);
    expect(await refresh(secret)).toMatchObject({ status: 401, body: { error: "invalid_client" } });
  });

  it("[A23] a replaced client secret and all that it got are dead at once, and the bot lives on", async () => {
    const { here, there, id, secret, botToken, bearer, owner, as, refresh } = await setup();
    const fresh = (await here.call("resetClientSecret", owner)).body.client_secret ?? "";
    expect(await refresh(secret)).toMatchObject({ status: 401, body: { error: "invalid_client" } });
    expect(await refresh(fresh)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect([await there.takesSecret(id, secret), await there.takesSecret(id, fresh)]).toEqual([false, true]);
    expect([await as(bearer), await as(botToken)]).toEqual([401, 200]);
  });

  it("[A23] what a user took back is dead at once", async () => {
    const { here, ada, id, secret, bearer, as, refresh } = await setup();
    await here.call("deauthorizeApplication", { token: ada.token, params: { applicationId: id } });
    expect(await refresh(secret)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect(await as(bearer)).toBe(401);
  });

  it("[A27] [A29] a revoked token is dead at once, and introspected as any other dead one", async () => {
    const { here, there, id, secret, bearer, refreshToken, as } = await setup();
    const client = { client_id: id, client_secret: secret };
    await here.call("revokeOauth2Token", { form: { ...client, token: refreshToken } });
    expect(await as(bearer)).toBe(401);
    for (const token of [refreshToken, bearer.slice("Bearer ".length)]) {
      const { status, body } = await there.call("introspectOauth2Token", { form: { ...client, token } });
      expect([status, body]).toEqual([200, { active: false }]);
    }
  });
});
