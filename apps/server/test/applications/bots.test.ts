import { beforeAll, expect, it } from "vitest";
import { eventsOf } from "../support/audit.ts";
import { describeDatabases } from "../support/databases.ts";
import { type Account, type Host, PASSWORD, startHost } from "../support/host.ts";
import { IMAGES } from "../support/images.ts";

describeDatabases("a bot", (open) => {
  let host: Host;
  let ada: Account;
  beforeAll(async () => {
    host = await startHost(open);
    ada = await host.register("ada");
  });
  const update = (id: string, body: unknown) =>
    host.call("updateBotProfile", { token: ada.token, params: { id }, body });
  const botOf = async (id: string) =>
    (await host.call("getApplication", { token: ada.token, params: { id } })).body.bot;

  it("changes in what is sent and nothing else, and leaves one event", async () => {
    const { id } = await host.createApplication(ada);
    const before = await botOf(id);
    const images = { avatar: IMAGES.animatedGif.toString("base64"), banner: IMAGES.jpeg.toString("base64") };
    const events = await eventsOf(host.db, async () => {
      const { status, body } = await update(id, {
        bio: " Ask me. ",
        ...images,
        token: "x",
        id: "1",
        flags: 1,
      });
      expect(status).toBe(200);
      expect(body).toEqual({
        ...{ id, username: "Weather", discriminator: before?.discriminator, bio: "Ask me." },
        ...{
          avatar: expect.stringMatching(/^a_[0-9a-f]{32}$/),
          banner: expect.stringMatching(/^[0-9a-f]{32}$/),
        },
      });
    });
    expect(events).toMatchObject([{ action: "bot.update", applicationId: id, actorUserId: ada.id }]);
    await update(id, { bio: null, avatar: null, banner: null });
    expect(await botOf(id)).toEqual(before);
  });

  it("keeps the flags that have a name", async () => {
    const { id } = await host.createApplication(ada);
    await update(id, { bot_flags: 2147483647 });
    expect((await botOf(id))?.flags).toBe(48);
    await update(id, { bot_flags: 16 | 1 });
    expect((await botOf(id))?.flags).toBe(16);
    await update(id, { bio: "Still" });
    expect((await botOf(id))?.flags).toBe(16);
  });

  it("takes the wanted number if it is free, under the old or a new name", async () => {
    const [one, two] = [await host.createApplication(ada), await host.createApplication(ada)];
    expect((await update(one.id, { username: "number", discriminator: "7" })).body.discriminator).toBe(
      "0007",
    );
    const taken = await update(two.id, { username: "NUMBER", discriminator: "0007", bio: "Not stored" });
    expect(taken).toMatchObject({ status: 400, body: { code: "USERNAME_NOT_AVAILABLE" } });
    expect(await botOf(two.id)).toMatchObject({ username: "Weather", bio: null });
    await update(two.id, { discriminator: "7" });
    const free = await update(two.id, { username: "NUMBER" });
    expect(free.body.discriminator).not.toBe("0007");
    expect((await update(two.id, { discriminator: "8" })).body).toMatchObject({
      ...{ username: "NUMBER", discriminator: "0008" },
    });
    const same = await update(two.id, { username: "Number", discriminator: "8" });
    expect(same.body).toMatchObject({ username: "Number", discriminator: "0008" });
  });

  it("loses a wanted number to one of many who ask for it at once", async () => {
    const bots = await Promise.all(Array.from({ length: 5 }, () => host.createApplication(ada)));
    const wanted = { username: "wanted", discriminator: "1" };
    const statuses = (await Promise.all(bots.map(({ id }) => update(id, wanted)))).map(
      ({ status }) => status,
    );
    expect(statuses.toSorted()).toEqual([200, 400, 400, 400, 400]);
  });

  it("[A43] gets a new token after the owner's password, and the old one dies at once", async () => {
    const { id, botToken } = await host.createApplication(ada);
    const reset = (body?: unknown) =>
      host.call("resetBotToken", { token: ada.token, params: { id }, ...(body !== undefined && { body }) });
    expect(await reset()).toMatchObject({ status: 403, body: { code: "SUDO_MODE_REQUIRED" } });
    expect(await reset({ password: "wrong" })).toMatchObject({
      status: 400,
      body: { errors: [{ path: "password" }] },
    });
    expect((await host.call("getCurrentUser", { token: botToken })).status).toBe(200);

    const { status, headers, body } = await reset({ password: PASSWORD });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toEqual({ token: expect.stringMatching(new RegExp(`^${id}\\.`)), bot: await botOf(id) });
    expect((await host.call("getCurrentUser", { token: botToken })).status).toBe(401);
    expect((await host.call("getCurrentUser", { token: `Bot ${body.token}` })).status).toBe(200);
  });

  it("sees its application, and how it would connect", async () => {
    const { id, botToken } = await host.createApplication(ada);
    const application = await host.call("listCurrentUserApplications", { token: botToken });
    expect(application.body).toEqual({
      ...{ id, name: "Weather", icon: null, description: null, flags: 0 },
      ...{ bot_public: true, bot_require_code_grant: false, bot: await botOf(id) },
    });
    const gateway = await host.call("getGatewayBot", { token: botToken });
    expect(gateway.body).toMatchObject({ url: "ws://127.0.0.1:3000/gateway", shards: 1 });
  });

  it("[A24] [A43] has a token that is no other kind of token", async () => {
    const { id, botToken, secret } = await host.createApplication(ada);
    const token = botToken.slice("Bot ".length);
    const last = token.endsWith("0") ? "1" : "0";
    const other = await host.createApplication(ada);
    const stranger = token.replace(id, other.id);
    for (const wrong of [
      token,
      `Bearer ${token}`,
      `Bot ${stranger}`,
      `Bot ${token.slice(0, -1)}${last}`,
      `Bot ${secret}`,
    ]) {
      const answer = await host.call("getCurrentUser", { token: wrong });
      expect(answer, wrong).toMatchObject({ status: 401, body: { code: "INVALID_TOKEN" } });
    }
    for (const operation of ["logout", "listUserApplications", "listConnections", "createGuild"] as const) {
      const body = operation === "createGuild" ? { body: { name: "x" } } : {};
      const answer = await host.call(operation, { token: botToken, ...body });
      expect(answer, operation).toMatchObject({ status: 403, body: { code: "ACCESS_DENIED" } });
    }
  });
});
