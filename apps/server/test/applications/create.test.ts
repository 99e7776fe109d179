import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { statement } from "../../src/db/statement.ts";
import { eventsOf } from "../support/audit.ts";
import { describeDatabases } from "../support/databases.ts";
import { type Account, type Host, startHost } from "../support/host.ts";

const count = sql<number>`count(*)`.mapWith(Number);
const countUsers = statement()("test_count_users", (q, t) => q.select({ count }).from(t.users));

describeDatabases("a new application", (open) => {
  let host: Host;
  let ada: Account;
  beforeAll(async () => {
    host = await startHost(open);
    ada = await host.register("ada");
  });
  const create = (body: unknown, { token } = ada) => host.call("createOauth2Application", { token, body });

  it("comes with a bot and two secrets that are shown this once", async () => {
    const redirect_uris = ["https://weather.example/callback"];
    const { status, headers, body } = await create({ name: "  Weather  ", redirect_uris });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9]{19}$/),
      name: "Weather",
      redirect_uris,
      bot_public: true,
      bot_require_code_grant: false,
      client_secret: expect.stringMatching(/^fxs_[0-9A-Za-z]{57}$/),
      client_secrets: [{ created_at: "2026-11-22T10:00:00.000Z", last_used_at: null, expires_at: null }],
      bot: {
        id: body.id,
        username: "Weather",
        discriminator: expect.stringMatching(/^[0-9]{4}$/),
        avatar: null,
        banner: null,
        bio: null,
        flags: 0,
        mfa_enabled: false,
        authenticator_types: [],
        token: expect.stringMatching(new RegExp(`^${body.id}\\.[0-9A-Za-z]{43}$`)),
      },
    });
    const { client_secret, ...rest } = body;
    const { token, ...bot } = body.bot ?? {};
    const shown = { ...rest, bot };
    expect((await host.call("getApplication", { token: ada.token, params: { id: body.id } })).body).toEqual(
      shown,
    );
    expect((await host.call("listUserApplications", { token: ada.token })).body).toEqual([shown]);
    expect((await host.call("listUserApplicationsAlias", { token: ada.token })).body).toEqual([shown]);
  });

  it("can authenticate itself and its bot, and get a token of its own", async () => {
    const { id, secret, botToken } = await host.createApplication(ada);
    const me = await host.call("getCurrentUser", { token: botToken });
    expect(me.body).toMatchObject({ id, bot: true });
    const form = { grant_type: "client_credentials", client_id: id, client_secret: secret };
    expect(await host.call("exchangeOauth2Token", { form })).toMatchObject({
      status: 200,
      body: { scope: "bot" },
    });
  });

  it("leaves one event", async () => {
    const events = await eventsOf(host.db, () => host.createApplication(ada));
    expect(events).toMatchObject([{ action: "application.create", outcome: "success", actorUserId: ada.id }]);
  });

  it("has the settings that were sent, and no redirect URI for null", async () => {
    const settings = {
      name: "Private",
      bot_public: false,
      bot_require_code_grant: true,
      redirect_uris: null,
    };
    const { body } = await create(settings);
    expect(body).toMatchObject({ ...settings, redirect_uris: [] });
  });

  it("[A35] has nothing of what only the provider may say", async () => {
    const eve = await host.register("eve");
    const wanted = {
      ...{ name: "Sly", id: "1", owner_id: ada.id, client_secret: "known", flags: 7, trusted: true },
      ...{
        bot: { id: "1", token: "known", flags: 7 },
        description: "x",
        icon: "x",
        constructor: { flags: 7 },
      },
    };
    const { body } = await create(wanted, eve);
    expect(body.id).not.toBe("1");
    expect(JSON.stringify(body)).not.toContain("known");
    const auditor = await host.createApplication(ada);
    await host.trust(auditor);
    const { bearer } = await host.authorize(ada, auditor, ["admin"]);
    const whole = await host.call("getAdminApplication", { token: bearer, params: { id: body.id } });
    const untouched = { flags: 0, trusted: false, description: null, icon: null };
    expect(whole.body).toMatchObject({ owner_id: eve.id, ...untouched });
  });

  it.each([
    ["Weather Bot-2.0", "Weather_Bot_2_0"],
    ["Café & Tides", "Caf__Tides"],
    ["天気", "__"],
    ["x", "x_"],
    ["Everyone", "Everyone_"],
    ["here", "here_"],
    ["a".repeat(40), "a".repeat(32)],
    ["<script>alert(1)</script>", "scriptalert1script"],
  ])("called %j has a bot called %j", async (name, username) => {
    const { body } = await create({ name }, await host.register());
    expect(body.name).toBe(name);
    expect(body.bot?.username).toBe(username);
  });

  it.each([
    [{}, "name"],
    [{ name: " " }, "name"],
    [{ name: "x".repeat(101) }, "name"],
    [{ name: "x", redirect_uris: Array(11).fill("https://a.example/") }, "redirect_uris"],
  ])("is not made of %j", async (body, path) => {
    expect(await create(body)).toMatchObject({
      status: 400,
      body: { code: "INVALID_FORM_BODY", errors: [{ path }] },
    });
  });

  it("is the 25th at most, also for many who ask at once, and a refused one leaves nothing", async () => {
    const owner = await host.register("hoarder");
    const [before] = await host.db.read(countUsers, {});
    const answers = await Promise.all(
      Array.from({ length: 32 }, () => create({ name: "One of many" }, owner)),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([...Array(25).fill(200), ...Array(7).fill(400)]);
    const refused = answers.filter(({ status }) => status === 400);
    for (const { body } of refused) expect(body).toMatchObject({ code: "MAX_APPLICATIONS" });
    const { body } = await host.call("listUserApplications", { token: owner.token });
    expect(body.length).toBe(25);
    const [after] = await host.db.read(countUsers, {});
    expect(after?.count).toBe((before?.count ?? 0) + 25);
  });
});
