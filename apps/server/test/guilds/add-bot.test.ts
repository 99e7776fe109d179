import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { statement } from "../../src/db/statement.ts";
import { describeDatabases } from "../support/databases.ts";
import { type Account, type Host, startHost } from "../support/host.ts";

const MANAGE_GUILD = 1n << 5n;
const ADMINISTRATOR = 1n << 3n;

type Joining = { guildId: string; userId: string; joinedAt: number };
// This provider has no invitations for people and no editing of roles, so the tests do it by hand.
const join = statement<Joining>()("test_join_guild", (q, t, p) =>
  q.insert(t.guildMembers).values({ guildId: p.guildId, userId: p.userId, joinedAt: p.joinedAt }),
);
const allowRole = statement<{ id: string; permissions: string }>()("test_allow_role", (q, t, p) =>
  q.update(t.guildRoles).set({ permissions: p.permissions }).where(eq(t.guildRoles.id, p.id)),
);
const give = statement<{ guildId: string; userId: string; roleId: string }>()("test_give_role", (q, t, p) =>
  q.insert(t.guildMemberRoles).values({ guildId: p.guildId, userId: p.userId, roleId: p.roleId }),
);

describeDatabases("adding a bot to a guild", (open) => {
  let host: Host;
  let ada: Account;
  beforeAll(async () => {
    host = await startHost(open);
    ada = await host.register("ada");
  });
  const newGuild = async () =>
    (await host.call("createGuild", { token: ada.token, body: { name: "Meteorologists" } })).body.id;
  const rolesOf = async (id: string) =>
    (await host.call("listGuildRoles", { token: ada.token, params: { id } })).body;
  const memberOf = (id: string, userId: string) =>
    host.call("getGuildMember", { token: ada.token, params: { id, userId } });
  const bot = { scope: "bot" };

  it("gives it a role of its name with exactly the known ones of the permissions", async () => {
    const weather = await host.createApplication(ada, { name: "Weather Bot" });
    const id = await newGuild();
    // Bit 19 and everything above 53 are unknown.
    const permissions = String((1n << 63n) | (1n << 53n) | (1n << 19n) | 2048n);
    expect((await host.agree(ada, weather, { ...bot, guild_id: id, permissions })).status).toBe(200);
    const [everyone, role] = await rolesOf(id);
    expect(everyone).toMatchObject({ id, position: 0 });
    expect(role).toMatchObject({
      name: "Weather Bot",
      permissions: String((1n << 53n) | 2048n),
      position: 1,
    });
    expect((await memberOf(id, weather.id)).body).toMatchObject({ user: { bot: true }, roles: [role?.id] });
    const form = {
      grant_type: "client_credentials",
      scope: "guilds",
      client_id: weather.id,
      client_secret: weather.secret,
    };
    const { body } = await host.call("exchangeOauth2Token", { form });
    const listed = await host.call("listCurrentUserGuilds", { token: `Bearer ${body.access_token}` });
    expect(listed.body).toMatchObject([{ id, owner: false, permissions: role?.permissions }]);
    expect((await host.call("getGuild", { token: weather.botToken, params: { id } })).status).toBe(200);
  });

  it.each([undefined, "0", String(1n << 60n)])(
    "gives it no role for the permissions %j",
    async (permissions) => {
      const weather = await host.createApplication(ada);
      const id = await newGuild();
      await host.agree(ada, weather, { ...bot, guild_id: id, ...(permissions && { permissions }) });
      expect((await memberOf(id, weather.id)).body.roles).toEqual([]);
      expect(await rolesOf(id)).toHaveLength(1);
    },
  );

  it("stacks the roles of several bots", async () => {
    const id = await newGuild();
    for (const name of ["One", "Two", "Three"]) {
      await host.agree(ada, await host.createApplication(ada, { name }), {
        ...bot,
        guild_id: id,
        permissions: "8",
      });
    }
    const roles = await rolesOf(id);
    expect(roles.map(({ name, position }) => [name, position])).toEqual([
      ...[
        ["@everyone", 0],
        ["One", 1],
        ["Two", 2],
        ["Three", 3],
      ],
    ]);
  });

  it("works once, also for many who do it at once", async () => {
    const weather = await host.createApplication(ada);
    const id = await newGuild();
    const asked = { ...bot, guild_id: id, permissions: "8" };
    const answers = await Promise.all(Array.from({ length: 5 }, () => host.agree(ada, weather, asked)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400, 400, 400]);
    const refused = answers.filter(({ status }) => status === 400);
    for (const { body } of refused) expect(body).toMatchObject({ code: "BOT_ALREADY_IN_GUILD" });
    expect(await rolesOf(id)).toHaveLength(2);
  });

  it("is for the owner and for members with MANAGE_GUILD or ADMINISTRATOR, from whichever role", async () => {
    const id = await newGuild();
    const bob = await host.register("bob");
    const add = async () => {
      const weather = await host.createApplication(ada);
      return host.agree(bob, weather, { ...bot, guild_id: id });
    };
    const missing = { status: 403, body: { code: "MISSING_PERMISSIONS" } };
    const allow = (role: string, permissions: bigint) =>
      host.db.atomically((tx) => tx.run(allowRole, { id: role, permissions: String(permissions) }));
    await host.agree(ada, await host.createApplication(ada), { ...bot, guild_id: id, permissions: "2048" });
    const role = (await rolesOf(id))[1]?.id ?? "";

    expect(await add()).toMatchObject(missing);
    await host.db.atomically((tx) =>
      tx.run(join, { guildId: id, userId: bob.id, joinedAt: host.clock.now() }),
    );
    expect(await add()).toMatchObject(missing);
    await allow(id, MANAGE_GUILD);
    expect((await add()).status).toBe(200);
    await allow(id, ADMINISTRATOR);
    expect((await add()).status).toBe(200);
    await allow(id, ~(MANAGE_GUILD | ADMINISTRATOR) & 0xffffn);
    expect(await add()).toMatchObject(missing);
    await allow(role, MANAGE_GUILD);
    expect(await add()).toMatchObject(missing);
    await host.db.atomically((tx) => tx.run(give, { guildId: id, userId: bob.id, roleId: role }));
    expect((await add()).status).toBe(200);
    const [seen] = (await host.call("listCurrentUserGuilds", { token: bob.token })).body;
    expect(seen).toMatchObject({
      id,
      owner: false,
      permissions: String((~ADMINISTRATOR & 0xffffn) | MANAGE_GUILD),
    });
  });

  it("leaves nothing when it fails", async () => {
    const weather = await host.createApplication(ada);
    const eve = await host.register("eve");
    const id = await newGuild();
    const unknown = await host.agree(ada, weather, { ...bot, guild_id: "1" });
    expect(unknown).toMatchObject({ status: 404, body: { code: "UNKNOWN_GUILD" } });
    await host.agree(eve, weather, { ...bot, guild_id: id, permissions: "8" });
    expect(await rolesOf(id)).toHaveLength(1);
    expect((await memberOf(id, weather.id)).status).toBe(404);
    const authorized = await host.call("listUserOauth2Authorizations", { token: eve.token });
    expect(authorized.body).toEqual([]);
  });
});
