import type { OperationId } from "@fluxer-oauth2/contract";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { statement } from "../../src/db/statement.ts";
import { describeDatabases } from "../support/databases.ts";
import { type Account, type Host, PASSWORD, startHost } from "../support/host.ts";
import { IMAGES } from "../support/images.ts";

const ALL: [OperationId, unknown?][] = [
  ["getApplication"],
  ["listApplicationAuditLogs"],
  ["updateApplication", { name: "Mine now", redirect_uris: ["https://evil.example/"] }],
  ["deleteApplication", { password: PASSWORD }],
  ["resetClientSecret", { password: PASSWORD }],
  ["resetClientSecret", { password: PASSWORD, overlap_seconds: 60 }],
  ["updateBotProfile", { username: "mine_now", avatar: IMAGES.png.toString("base64") }],
  ["resetBotToken", { password: PASSWORD }],
];

const disown = statement<{ id: string }>()("test_disown", (q, t, p) =>
  q.update(t.applications).set({ ownerId: null }).where(eq(t.applications.id, p.id)),
);

describeDatabases("an application", (open) => {
  let host: Host;
  let ada: Account;
  let eve: Account;
  beforeAll(async () => {
    host = await startHost(open);
    [ada, eve] = [await host.register("ada"), await host.register("eve")];
  });

  it("[A34] is refused to everyone but its owner, and stays what it was", async () => {
    const { id, secret, botToken } = await host.createApplication(ada);
    const look = async () => (await host.call("getApplication", { token: ada.token, params: { id } })).body;
    const before = await look();
    for (const [operation, body] of ALL) {
      const answer = await host.call(operation, { token: eve.token, params: { id }, body });
      expect(answer, operation).toMatchObject({ status: 403, body: { code: "ACCESS_DENIED" } });
    }
    expect(await look()).toEqual(before);
    expect(await host.takesSecret(id, secret)).toBe(true);
    expect((await host.call("getCurrentUser", { token: botToken })).status).toBe(200);
    expect((await host.call("listUserApplications", { token: eve.token })).body).toEqual([]);
  });

  it("[A34] is refused to everyone when nobody owns it", async () => {
    const { id } = await host.createApplication(ada);
    await host.db.atomically((tx) => tx.run(disown, { id }));
    for (const { token } of [ada, eve]) {
      for (const [operation, body] of ALL) {
        const answer = await host.call(operation, { token, params: { id }, body });
        expect(answer, operation).toMatchObject({ status: 403, body: { code: "ACCESS_DENIED" } });
      }
    }
    expect((await host.call("getPublicApplication", { params: { id } })).status).toBe(200);
  });

  it("is unknown when there is none", async () => {
    for (const [operation, body] of [...ALL, ["getPublicApplication"] as [OperationId]]) {
      const answer = await host.call(operation, { token: ada.token, params: { id: "1" }, body });
      expect(answer, operation).toMatchObject({ status: 404, body: { code: "UNKNOWN_APPLICATION" } });
    }
  });

  it("is not changed with a bot token or an access token", async () => {
    const application = await host.createApplication(ada);
    const { bearer } = await host.authorize(ada, application, ["identify"]);
    const { id } = application;
    for (const token of [application.botToken, bearer]) {
      for (const [operation, body] of ALL) {
        expect((await host.call(operation, { token, params: { id }, body })).status, operation).toBe(403);
      }
    }
  });

  it("[A35] changes in what is sent and nothing else", async () => {
    const { id } = await host.createApplication(ada, { bot_public: false });
    const change = async (body: unknown) =>
      (await host.call("updateApplication", { token: ada.token, params: { id }, body })).body;
    const before = await change({});
    const renamed = await change({
      name: " Tides ",
      owner_id: eve.id,
      trusted: true,
      client_secret: "x",
      bot: {},
    });
    expect(renamed).toEqual({ ...before, name: "Tides" });
    expect(await change({ bot_public: true, bot_require_code_grant: true })).toEqual({
      ...{ ...renamed, bot_public: true },
      bot_require_code_grant: true,
    });
    expect((await change({ redirect_uris: null })).redirect_uris).toEqual([]);
    expect((await host.call("getApplication", { token: ada.token, params: { id } })).body.name).toBe("Tides");
  });

  it("shows the world what a consent page needs", async () => {
    const { id, body } = await host.createApplication(ada);
    const { token, ...bot } = body.bot ?? {};
    const shown = {
      ...{ id, name: "Weather", icon: null, description: null, redirect_uris: body.redirect_uris },
      ...{ scopes: ["identify", "email", "guilds", "connections", "bot"], bot_public: true, bot },
    };
    expect((await host.call("getPublicApplication", { params: { id } })).body).toEqual(shown);
    await host.trust({ id, secret: "" });
    const trusted = await host.call("getPublicApplication", { params: { id } });
    expect(trusted.body.scopes).toEqual([...shown.scopes, "admin"]);
  });
});
