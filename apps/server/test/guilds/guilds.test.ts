import { beforeAll, expect, it } from "vitest";
import { eventsOf } from "../support/audit.ts";
import { describeDatabases } from "../support/databases.ts";
import { type Account, type Host, startHost } from "../support/host.ts";

const ALL_PERMISSIONS = String(
  [...Array(19).keys(), ...Array.from({ length: 11 }, (_, n) => n + 20), 37, 40, 43, 51, 52, 53]
    .map((bit) => 2n ** BigInt(bit))
    .reduce((a, b) => a + b),
);

describeDatabases("a guild", (open) => {
  let host: Host;
  let ada: Account;
  beforeAll(async () => {
    host = await startHost(open);
    ada = await host.register("ada");
  });
  const create = (name = "Meteorologists", { token } = ada) =>
    host.call("createGuild", { token, body: { name } });

  it("belongs to whoever made it, who is its first member", async () => {
    const events = await eventsOf(host.db, async () => {
      const { status, body } = await create("  Meteorologists ");
      expect(status).toBe(200);
      const { id } = body;
      expect(body).toEqual({
        id,
        name: "Meteorologists",
        icon: null,
        owner_id: ada.id,
        system_channel_id: null,
      });
      const read = { token: ada.token, params: { id, userId: ada.id } };
      expect((await host.call("getGuild", read)).body).toEqual(body);
      expect((await host.call("listGuildRoles", read)).body).toEqual([
        { id, name: "@everyone", permissions: "0", color: 0, position: 0 },
      ]);
      const { body: member } = await host.call("getGuildMember", read);
      expect(member).toMatchObject({ user: { id: ada.id, username: "ada" }, roles: [] });
      expect(member.joined_at).toBe("2026-11-22T10:00:00.000Z");
      expect(member.user).not.toHaveProperty("email");
    });
    expect(events).toMatchObject([{ action: "guild.create", outcome: "success", actorUserId: ada.id }]);
  });

  it("is read by its members only, and unknown when there is none", async () => {
    const { body: guild } = await create();
    const eve = await host.register("eve");
    const { botToken } = await host.createApplication(eve);
    for (const operation of ["getGuild", "listGuildRoles", "getGuildMember"] as const) {
      for (const token of [eve.token, botToken]) {
        const denied = await host.call(operation, { token, params: { id: guild.id, userId: ada.id } });
        expect(denied, operation).toMatchObject({ status: 403, body: { code: "ACCESS_DENIED" } });
        const unknown = await host.call(operation, { token, params: { id: "1", userId: ada.id } });
        expect(unknown, operation).toMatchObject({ status: 404, body: { code: "UNKNOWN_GUILD" } });
      }
    }
    const stranger = { token: ada.token, params: { id: guild.id, userId: eve.id } };
    expect(await host.call("getGuildMember", stranger)).toMatchObject({
      status: 404,
      body: { code: "UNKNOWN_USER" },
    });
  });

  it("is listed to its members with what they may do there, and to tokens with the scope guilds", async () => {
    const bob = await host.register("bob");
    const [first, second] = [(await create("First", bob)).body, (await create("Second", bob)).body];
    const listed = [first, second].map(({ id, name }) => ({
      ...{ id, name, icon: null, owner: true, owner_id: bob.id },
      ...{ permissions: ALL_PERMISSIONS, features: [] },
    }));
    expect((await host.call("listCurrentUserGuilds", { token: bob.token })).body).toEqual(listed);
    const weather = await host.createApplication(bob);
    const { bearer } = await host.authorize(bob, weather, ["guilds"]);
    expect((await host.call("listCurrentUserGuilds", { token: bearer })).body).toEqual(listed);
    const narrow = (await host.authorize(bob, weather, ["identify"])).bearer;
    const refused = await host.call("listCurrentUserGuilds", { token: narrow });
    expect(refused).toMatchObject({
      status: 403,
      body: { code: "MISSING_OAUTH_SCOPE", required_scope: "guilds" },
    });
  });
});
