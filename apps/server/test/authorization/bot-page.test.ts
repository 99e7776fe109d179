import { beforeAll, expect, it } from "vitest";
import { DECISION } from "../support/browser.ts";
import { describeDatabases } from "../support/databases.ts";
import { type Authorization, startAuthorization } from "./fixture.ts";
import { NOTHING, tracesOf } from "./state.ts";

describeDatabases("the page that adds a bot", (open) => {
  let at: Authorization;
  let path: string;
  beforeAll(async () => {
    at = await startAuthorization(open);
    path = at.ask({ scope: "bot", redirect_uri: undefined, response_type: undefined, permissions: "2056" });
  });

  async function createGuild(name: string): Promise<string> {
    return (await at.host.call("createGuild", { token: at.ada.token, body: { name } })).body.id;
  }

  async function rolesOf(id: string) {
    const { body } = await at.host.call("listGuildRoles", { token: at.ada.token, params: { id } });
    return body.filter(({ name }) => name !== "@everyone").map(({ permissions }) => permissions);
  }

  it("offers the guilds that the user manages, and marks those where the bot is", async () => {
    const [free, taken] = [await createGuild("Free & <b>easy</b>"), await createGuild("Taken")];
    await at.adas.decide(path, "allow", { guild_id: taken });
    const { text } = await at.adas.get(`${path}&guild_id=${free}`);
    expect(text).toContain(
      `<option value="${free}" dir="auto" selected>Free &amp; &lt;b&gt;easy&lt;/b&gt;</option>`,
    );
    expect(text).toContain(
      `<option value="${taken}" dir="auto" disabled>Taken (the bot is there already)</option>`,
    );
    expect((await at.bobs.get(path)).text).not.toContain(free);
  });

  it("preselects nothing that cannot be chosen", async () => {
    const taken = await createGuild("Taken too");
    await at.adas.decide(path, "allow", { guild_id: taken });
    for (const guild of [taken, "4711"]) {
      expect((await at.adas.get(`${path}&guild_id=${guild}`)).text).not.toMatch(/<option[^>]* selected/);
    }
  });

  it("adds the bot to the chosen guild with the permissions that stay ticked, then says so", async () => {
    const guild = await createGuild("Narrow");
    const page = (await at.adas.get(path)).form(DECISION);
    const { permission_3: _, ...rest } = page;
    expect(Object.keys(page)).toEqual(expect.arrayContaining(["permission_3", "permission_11"]));
    const { location } = await at.adas.send(DECISION, { ...rest, decision: "allow", guild_id: guild });
    expect(location?.href).toBe(`${at.host.config.publicUrl}/oauth2/authorized`);
    expect(await rolesOf(guild)).toEqual(["2048"]);
  });

  it("gives no permission that was not asked for, whatever the form says", async () => {
    const guild = await createGuild("Greedy");
    await at.adas.decide(path, "allow", { guild_id: guild, permission_5: "on", permissions: "32" });
    expect(await rolesOf(guild)).toEqual(["2056"]);
  });

  it("makes no role when every box is unticked", async () => {
    const guild = await createGuild("Bare");
    const { csrf = "", request = "" } = (await at.adas.get(path)).form(DECISION);
    await at.adas.send(DECISION, { csrf, request, decision: "allow", guild_id: guild });
    expect(await rolesOf(guild)).toEqual([]);
  });

  it("adds nothing to a guild that the user does not manage, and can still be answered", async () => {
    const guild = await createGuild("Ada's");
    const form = { ...(await at.bobs.get(path)).form(DECISION), decision: "allow" };
    const traces = await tracesOf(at.host.db, async () => {
      expect((await at.bobs.send(DECISION, { ...form, guild_id: guild })).status).toBe(403);
      expect((await at.bobs.send(DECISION, { ...form, guild_id: "4711" })).status).toBe(404);
      expect((await at.bobs.send(DECISION, { ...form, guild_id: "x" })).status).toBe(400);
    });
    expect(traces).toEqual(NOTHING);
    expect((await at.bobs.send(DECISION, { ...form, decision: "deny" })).location?.pathname).toBe(
      "/oauth2/declined",
    );
  });

  it("tells an application that waits for a code why there is none", async () => {
    const guild = await createGuild("Also Ada's");
    const asked = at.ask({ scope: "bot identify", state: "xyz" });
    for (const [guild_id, error] of [
      [guild, "access_denied"],
      ["4711", "invalid_request"],
    ] as const) {
      const { location } = await at.bobs.decide(asked, "allow", { guild_id });
      expect(location?.searchParams.get("error")).toBe(error);
      expect(location?.searchParams.get("state")).toBe("xyz");
    }
  });

  it("lets an application that asks for more go without a guild", async () => {
    const { location } = await at.bobs.decide(at.ask({ scope: "bot identify" }), "allow", { guild_id: "" });
    expect(location?.searchParams.get("code")).toMatch(/^fxc_/);
  });
});
