import { beforeAll, expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { type Account, type Client, type Host, startHost } from "../support/host.ts";

describeDatabases("the audit log of an application", (open) => {
  let host: Host;
  let ada: Account;
  let bob: Account;
  let app: Client;
  let other: Client;
  beforeAll(async () => {
    host = await startHost(open);
    [ada, bob] = [await host.register("ada"), await host.register("bob")];
    [app, other] = [await host.createApplication(ada), await host.createApplication(ada)];
    await host.authorize(bob, app, ["identify"]);
    await host.agree(bob, app, { scope: "admin" });
    await host.authorize(ada, other, ["identify"]);
    await host.call("updateApplication", {
      token: ada.token,
      params: { id: app.id },
      body: { name: "Tides" },
    });
    await host.trust(app);
  });
  const list = (query = "", { id } = app) =>
    host.call("listApplicationAuditLogs", { token: ada.token, params: { id }, query });

  it("tells its owner what happened to it and to nothing else, latest first", async () => {
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body.map(({ action, outcome }) => [action, outcome])).toEqual([
      ["application.trust", "success"],
      ["application.update", "success"],
      ["authorization.refuse", "failure"],
      ["authorization.grant", "success"],
      ["application.create", "success"],
    ]);
    expect(new Set(body.map(({ application_id }) => application_id))).toEqual(new Set([app.id]));
    expect((await list("", other)).body.map(({ action }) => action)).toEqual([
      "authorization.grant",
      "application.create",
    ]);
  });

  it("names its owner, and neither other users nor addresses", async () => {
    const { body } = await list();
    const actors = Object.fromEntries(body.map(({ action, actor_id }) => [action, actor_id]));
    expect(actors).toEqual({
      "application.trust": null,
      "application.update": ada.id,
      "authorization.refuse": null,
      "authorization.grant": null,
      "application.create": ada.id,
    });
    expect(JSON.stringify(body)).not.toMatch(new RegExp(`${bob.id}|${bob.email}|address`));
  });

  it("is read in pages that meet", async () => {
    const { body: all } = await list();
    const pages = [];
    for (let before = "", page = all; page.length > 0; before = `&before=${page.at(-1)?.id}`) {
      page = (await list(`?limit=2${before}`)).body;
      pages.push(page);
    }
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1, 0]);
    expect(pages.flat()).toEqual(all);
  });
});
