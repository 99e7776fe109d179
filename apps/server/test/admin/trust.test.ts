import { beforeAll, expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import type { Account, Client, Host } from "../support/host.ts";
import { type Admin, eventsIn, outcomeOf, startBoth } from "./admin.ts";

describeDatabases("an application, beside the running server,", (open) => {
  let host: Host;
  let admin: Admin;
  /** In a process of its own, as beside a server that runs. */
  let apart: Admin;
  let ada: Account;
  beforeAll(async () => {
    const both = await startBoth(open);
    ({ host, admin } = both);
    apart = (...args) => outcomeOf(both.spawnAdmin(...args));
    ada = await host.register("ada");
  });

  async function trusted(): Promise<Client> {
    const app = await host.createApplication(ada);
    expect((await admin("application", "trust", app.id)).status).toBe(0);
    return app;
  }
  const statusOf = async (bearer: string) => (await host.call("getCurrentUser", { token: bearer })).status;
  async function exchange(app: Client, grant: Record<string, string>) {
    const form = { ...grant, client_id: app.id, client_secret: app.secret };
    return (await host.call("exchangeOauth2Token", { form })).body;
  }
  const refresh = (app: Client, token: string) =>
    exchange(app, { grant_type: "refresh_token", refresh_token: token });

  it("may ask for the scope admin from when it is trusted", async () => {
    const app = await host.createApplication(ada);
    expect((await host.agree(ada, app, { scope: "admin" })).status).toBe(400);
    expect(await apart("application", "trust", app.id)).toEqual({
      status: 0,
      stdout: `Application ${app.id} "Weather" may now ask for the scope admin.\n`,
      stderr: "",
    });
    const { bearer } = await host.authorize(ada, app, ["admin"]);
    expect((await host.call("listAuditLogs", { token: bearer })).status).toBe(200);
  });

  it("loses what was granted with the scope admin, at once, and keeps the rest, when it is no longer trusted", async () => {
    const [app, other] = [await trusted(), await trusted()];
    const withAdmin = await host.authorize(ada, app, ["identify", "admin"]);
    const without = await host.authorize(ada, app, ["identify"]);
    const others = await host.authorize(ada, other, ["identify", "admin"]);
    const { code } = await host.agree(ada, app, { scope: "admin" });

    expect(await apart("application", "untrust", app.id)).toEqual({
      status: 0,
      stdout: `Application ${app.id} "Weather" may no longer ask for the scope admin. Revoked grants: 2.\n`,
      stderr: "",
    });
    expect(await statusOf(withAdmin.bearer)).toBe(401);
    expect(await refresh(app, withAdmin.refreshToken)).toMatchObject({ error: "invalid_grant" });
    const redirect_uri = "https://weather.example/callback";
    expect(
      await exchange(app, { grant_type: "authorization_code", code: code ?? "", redirect_uri }),
    ).toMatchObject({ error: "invalid_grant" });
    expect((await host.agree(ada, app, { scope: "admin" })).status).toBe(400);
    expect(await statusOf(without.bearer)).toBe(200);
    expect(await refresh(app, without.refreshToken)).toHaveProperty("access_token");
    expect(await statusOf(others.bearer)).toBe(200);
  });

  it("is not given the scope admin unasked when it is trusted again", async () => {
    const app = await trusted();
    await host.agree(ada, app, { scope: "identify admin" });
    await host.agree(ada, app, { scope: "identify" });
    await admin("application", "untrust", app.id);
    await admin("application", "trust", app.id);
    const { body } = await host.call("listUserOauth2Authorizations", { token: ada.token });
    expect(body.find(({ application }) => application.id === app.id)?.scopes).toEqual(["identify"]);
  });

  it("has both decisions in its audit log, made by no user in no request", async () => {
    const app = await trusted();
    await admin("application", "untrust", app.id);
    const { stdout } = await admin("audit", "--application", app.id, "--json");
    const decisions = eventsIn(stdout).filter(({ action }) => action !== "application.create");
    const byOperator = { outcome: "success", actor_id: null, request_id: null, address: null };
    expect(decisions).toMatchObject([
      { action: "application.untrust", application_id: app.id, ...byOperator },
      { action: "application.trust", application_id: app.id, ...byOperator },
    ]);
  });

  it("must be there, or nothing is written", async () => {
    for (const command of ["trust", "untrust"]) {
      const { status, stdout, stderr } = await admin("application", command, "1");
      expect([status, stdout]).toEqual([1, ""]);
      expect(stderr).toBe(
        'There is no application 1. If it was deleted, "audit --application 1" tells when and by whom.\n',
      );
    }
    expect(eventsIn((await admin("audit", "--application", "1", "--json")).stdout)).toEqual([]);
  });
});
