import { beforeAll, expect, it } from "vitest";
import { eventsOf } from "../support/audit.ts";
import { describeDatabases } from "../support/databases.ts";
import { type Account, type Host, startHost } from "../support/host.ts";

describeDatabases("connections", (open) => {
  let host: Host;
  let ada: Account;
  beforeAll(async () => {
    host = await startHost(open);
    ada = await host.register("ada");
  });
  const connect = (token: string, body: Record<string, unknown>) =>
    host.call("createConnection", { token, body });

  it("are listed oldest first, each user's own", async () => {
    const { token } = await host.register("bob");
    const first = await connect(token, { type: "github", name: " bob " });
    const second = await connect(token, { type: "gitlab", name: "bob", visibility: 0 });
    expect(first.body).toEqual({
      id: first.body.id,
      type: "github",
      name: "bob",
      verified: false,
      visibility: 1,
    });
    expect((await host.call("listConnections", { token })).body).toEqual([first.body, second.body]);
    expect((await host.call("listConnections", { token: ada.token })).body).toEqual([]);
  });

  it("are made once, however often and however close together they are asked for", async () => {
    const { token } = await host.register("carol");
    const events = await eventsOf(host.db, async () => {
      const body = { type: "github", name: "carol" };
      const answers = await Promise.all(Array.from({ length: 8 }, () => connect(token, body)));
      const again = await connect(token, { ...body, visibility: 0 });
      expect(new Set(answers.map(({ body }) => body.id))).toEqual(new Set([again.body.id]));
      expect(again.body.visibility).toBe(1);
    });
    expect(events).toMatchObject([{ action: "connection.create", outcome: "success" }]);
  });

  it("are hidden from applications where the account says so", async () => {
    const dave = await host.register("dave");
    await connect(dave.token, { type: "github", name: "dave", visibility: 0 });
    const { body: shown } = await connect(dave.token, { type: "gitlab", name: "dave" });
    const app = await host.createApplication(dave);
    const { bearer } = await host.authorize(dave, app, ["connections"]);
    expect((await host.call("listConnections", { token: bearer })).body).toEqual([shown]);
  });
});
