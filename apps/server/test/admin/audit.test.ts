import { once } from "node:events";
import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, it } from "vitest";
import { describeDatabases, testDatabases } from "../support/databases.ts";
import { type Account, type Client, PASSWORD } from "../support/host.ts";
import { type Admin, eventsIn, startBoth } from "./admin.ts";

describeDatabases("audit", (open) => {
  let ada: Account;
  let app: Client;
  let admin: Admin;
  beforeAll(async () => {
    const both = await startBoth(open);
    const { host } = both;
    admin = both.admin;
    ada = await host.register("ada");
    host.clock.advance(1000);
    app = await host.createApplication(ada);
    const bob = await host.register("bob");
    await host.authorize(bob, app, ["identify"]);
    host.clock.advance(1000);
    await host.call("login", { body: { email: ada.email, password: PASSWORD } });
  });

  /** The actions that `--json` gives, and what is said beside them. */
  async function actions(...args: string[]) {
    const { status, stdout, stderr } = await admin("audit", "--json", ...args);
    const events = eventsIn(stdout);
    return { status, events, actions: events.map(({ action }) => action), remark: stderr };
  }

  it("lists what happened, latest first, under headings", async () => {
    const { status, stdout, stderr } = await admin("audit");
    expect([status, stderr]).toEqual([0, ""]);
    const [head = "", ...rows] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split(/ {2,}/));
    expect(head).toEqual("TIME ACTION OUTCOME ACTOR APPLICATION GRANT REQUEST ADDRESS ID".split(" "));
    expect(rows.map(([time, action]) => [time?.slice(17, 19), action])).toEqual([
      ["02", "session.create"],
      ["01", "authorization.grant"],
      ["01", "account.register"],
      ["01", "application.create"],
      ["00", "account.register"],
    ]);
    expect(rows[3]?.slice(2, 6)).toEqual(["success", ada.id, app.id, "-"]);
    expect(stdout).not.toMatch(/ \n/);
  });

  it("gives one JSON object on each line, with what the API gives and the address", async () => {
    const { events } = await actions("--action", "application.create");
    expect(events).toEqual([
      {
        id: expect.stringMatching(/^[0-9]{19}$/),
        action: "application.create",
        outcome: "success",
        actor_id: ada.id,
        application_id: app.id,
        grant_id: null,
        request_id: expect.stringMatching(/^[0-9A-Za-z]{14}$/),
        created_at: "2026-11-22T10:00:01.000Z",
        address: "0.0.0.0",
      },
    ]);
  });

  it("narrows by application, user, action and time, also by several at once", async () => {
    const of = async (...args: string[]) => (await actions(...args)).actions;
    const later = "2026-11-22T10:00:01Z";
    expect(await of("--application", app.id)).toEqual(["authorization.grant", "application.create"]);
    expect(await of("--user", ada.id)).toEqual(["session.create", "application.create", "account.register"]);
    expect(await of("--action", "account.register")).toHaveLength(2);
    expect(await of("--since", later)).toHaveLength(4);
    expect(await of("--since", "2026-11-22T12:00:02+02:00")).toEqual(["session.create"]);
    expect(await of("--since", "2026-11-22")).toHaveLength(5);
    expect(await of("--user", ada.id, "--action", "account.register")).toHaveLength(1);
    expect(await of("--user", ada.id, "--application", app.id, "--since", later)).toEqual([
      "application.create",
    ]);
  });

  it("is read in pages that meet, and tells how to get the next", async () => {
    const { events: all } = await actions();
    const first = await actions("--limit", "3");
    expect(first.remark).toBe(`For what came before, add: --before ${all[2]?.id}\n`);
    const second = await actions("--limit", "3", "--before", String(all[2]?.id));
    expect(second.remark).toBe("");
    expect([...first.events, ...second.events]).toEqual(all);
  });

  it("says that nothing matches, which is no failure", async () => {
    expect(await admin("audit", "--application", "1")).toEqual({
      status: 0,
      stdout: "",
      stderr: "No event matches.\n",
    });
  });
});

describe("audit, when nobody reads on", () => {
  const open = testDatabases("sqlite");

  it("ends quietly", async () => {
    const { host, spawnAdmin } = await startBoth(open);
    await host.register();
    const child = spawnAdmin("audit");
    child.stdout.destroy();
    const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, "close")]);
    expect([status, stderr]).toEqual([0, ""]);
  });
});
