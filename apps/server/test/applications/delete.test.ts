import { beforeAll, expect, it } from "vitest";
import { eventsOf } from "../support/audit.ts";
import { describeDatabases } from "../support/databases.ts";
import { type Account, type Host, PASSWORD, startHost } from "../support/host.ts";

describeDatabases("a deleted application", (open) => {
  let host: Host;
  let ada: Account;
  beforeAll(async () => {
    host = await startHost(open);
    ada = await host.register("ada");
  });
  const remove = (id: string, body: unknown = { password: PASSWORD }) =>
    host.call("deleteApplication", { token: ada.token, params: { id }, body });

  it("goes only after the owner's password", async () => {
    const { id } = await host.createApplication(ada);
    expect(await remove(id, {})).toMatchObject({ status: 403, body: { code: "SUDO_MODE_REQUIRED" } });
    const wrong = await remove(id, { password: "wrong password" });
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ path: "password" }] } });
    expect((await host.call("getApplication", { token: ada.token, params: { id } })).status).toBe(200);
  });

  it("is gone, and whoever deletes it again or at the same time hears so", async () => {
    const { id } = await host.createApplication(ada);
    const events = await eventsOf(host.db, async () => {
      const answers = await Promise.all([remove(id), remove(id), remove(id)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404, 404]);
    });
    expect(events).toMatchObject([{ action: "application.delete", applicationId: id, actorUserId: ada.id }]);
    for (const operation of ["getApplication", "getPublicApplication"] as const) {
      const answer = await host.call(operation, { token: ada.token, params: { id } });
      expect(answer).toMatchObject({ status: 404, body: { code: "UNKNOWN_APPLICATION" } });
    }
    expect(
      (await host.call("listUserApplications", { token: ada.token })).body.map((one) => one.id),
    ).not.toContain(id);
  });

  it("[A02] [A23] takes its secrets, codes and tokens with it", async () => {
    const [weather, other] = [await host.createApplication(ada), await host.createApplication(ada)];
    const { id, secret } = weather;
    const tokens = await host.authorize(ada, weather, ["identify"]);
    const spared = await host.authorize(ada, other, ["identify"]);
    const { code } = await host.agree(ada, weather, { scope: "identify" });
    await remove(id);
    const client = { client_id: id, client_secret: secret };
    const redirect_uri = "https://weather.example/callback";
    for (const grant of [
      { grant_type: "authorization_code", code: code ?? "", redirect_uri },
      { grant_type: "refresh_token", refresh_token: tokens.refreshToken },
      { grant_type: "client_credentials" },
    ]) {
      const refused = await host.call("exchangeOauth2Token", { form: { ...client, ...grant } });
      expect(refused).toMatchObject({ status: 401, body: { error: "invalid_client" } });
    }
    expect((await host.call("getCurrentOauth2User", { token: tokens.bearer })).status).toBe(401);
    expect((await host.call("getCurrentOauth2User", { token: spared.bearer })).status).toBe(200);
  });

  it("[A43] takes its bot with it: the token, the account, the memberships and the roles", async () => {
    const weather = await host.createApplication(ada);
    const { body: guild } = await host.call("createGuild", {
      token: ada.token,
      body: { name: "Meteorologists" },
    });
    const added = await host.agree(ada, weather, { scope: "bot", guild_id: guild.id, permissions: "2048" });
    expect(added.status).toBe(200);
    const roles = async () =>
      (await host.call("listGuildRoles", { token: ada.token, params: { id: guild.id } })).body;
    expect((await roles()).map(({ name }) => name)).toEqual(["@everyone", "Weather"]);
    await remove(weather.id);
    expect(await host.call("getCurrentUser", { token: weather.botToken })).toMatchObject({ status: 401 });
    const user = await host.call("getUser", { token: ada.token, params: { id: weather.id } });
    expect(user).toMatchObject({ status: 404, body: { code: "UNKNOWN_USER" } });
    const params = { id: guild.id, userId: weather.id };
    const member = await host.call("getGuildMember", { token: ada.token, params });
    expect(member).toMatchObject({ status: 404, body: { code: "UNKNOWN_USER" } });
    expect((await roles()).map(({ name }) => name)).toEqual(["@everyone"]);
  });

  it("leaves its bot's name to others", async () => {
    const { id, body } = await host.createApplication(ada, { name: "Rare" });
    const { id: heir } = await host.createApplication(ada, { name: "Heir" });
    const wanted = { username: "rare", discriminator: body.bot?.discriminator };
    const rename = () =>
      host.call("updateBotProfile", { token: ada.token, params: { id: heir }, body: wanted });
    expect(await rename()).toMatchObject({ status: 400, body: { code: "USERNAME_NOT_AVAILABLE" } });
    await remove(id);
    expect(await rename()).toMatchObject({ status: 200, body: wanted });
  });
});
