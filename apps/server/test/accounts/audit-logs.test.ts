import { beforeAll, expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { type Host, PASSWORD, startHost } from "../support/host.ts";

describeDatabases("the audit log", (open) => {
  let host: Host;
  let admin: string;
  beforeAll(async () => {
    host = await startHost(open);
    const ada = await host.register("ada");
    const app = await host.createApplication(ada);
    await host.trust(app);
    admin = (await host.authorize(ada, app, ["admin"])).bearer;
    for (let n = 0; n < 5; n++) {
      host.clock.advance(1000);
      await host.call("login", { body: { email: ada.email, password: PASSWORD } });
    }
  });
  const list = (query: string) => host.call("listAuditLogs", { token: admin, query });

  it("is read latest first, in pages that meet", async () => {
    const { body: all } = await list("");
    expect(all.map(({ action }) => action)).toEqual([
      ...Array(5).fill("session.create"),
      "authorization.grant",
      "application.trust",
      "application.create",
      "account.register",
    ]);
    expect(all.map(({ created_at }) => created_at)).toEqual(
      all
        .map(({ created_at }) => created_at)
        .toSorted()
        .reverse(),
    );
    const pages = [];
    for (let before = "", page = all; page.length > 0; before = `&before=${page.at(-1)?.id}`) {
      page = (await list(`?limit=3${before}`)).body;
      pages.push(page.length);
      if (page.length > 0) expect(all).toEqual(expect.arrayContaining(page));
    }
    expect(pages).toEqual([3, 3, 3, 0]);
  });

  it("tells who did what to what, in which request", async () => {
    const { body } = await list("");
    const created = body.find(({ action }) => action === "application.create");
    expect(created).toEqual({
      id: expect.stringMatching(/^[0-9]{19}$/),
      action: "application.create",
      outcome: "success",
      actor_id: expect.stringMatching(/^[0-9]{19}$/),
      application_id: expect.stringMatching(/^[0-9]{19}$/),
      grant_id: null,
      request_id: expect.stringMatching(/^[0-9A-Za-z]{14}$/),
      created_at: "2026-11-22T10:00:00.000Z",
    });
  });

  it("has nothing before an identifier of long ago", async () => {
    expect((await list("?before=9")).body).toEqual([]);
  });
});
