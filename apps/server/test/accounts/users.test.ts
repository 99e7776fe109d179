import { beforeAll, expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { type Account, type Host, PASSWORD, startHost } from "../support/host.ts";

describeDatabases("users", (open) => {
  let host: Host;
  let ada: Account;
  let app: Awaited<ReturnType<Host["createApplication"]>>;
  beforeAll(async () => {
    host = await startHost(open);
    ada = await host.register("ada");
    app = await host.createApplication(ada);
    await host.trust(app);
  });

  it("see their address, and so does a token with the scope email, but not one without", async () => {
    const [withEmail, without] = [
      await host.authorize(ada, app, ["identify", "email"]),
      await host.authorize(ada, app, ["identify"]),
    ];
    const own = await host.call("getCurrentUser", { token: ada.token });
    expect(own.body).toMatchObject({ email: ada.email, verified: false });
    expect((await host.call("getCurrentUser", { token: withEmail.bearer })).body).toEqual(own.body);
    const { email, verified, ...rest } = own.body;
    expect((await host.call("getCurrentUser", { token: without.bearer })).body).toEqual(rest);
  });

  it("are bots too", async () => {
    const { status, body } = await host.call("getCurrentUser", { token: app.botToken });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: app.id, username: "Weather", bot: true, email: null });
  });

  it("show everyone their public half, and an administrator's token the whole", async () => {
    const eve = await host.register("eve");
    const admin = (await host.authorize(eve, app, ["admin"])).bearer;
    const params = { id: ada.id };
    for (const token of [eve.token, app.botToken]) {
      const { status, body } = await host.call("getUser", { token, params });
      expect(status).toBe(200);
      expect(body).not.toHaveProperty("email");
    }
    const whole = await host.call("getUser", { token: admin, params });
    expect(whole.body).toEqual((await host.call("getCurrentUser", { token: ada.token })).body);
  });

  it("are unknown when there is none", async () => {
    const answer = await host.call("getUser", { token: ada.token, params: { id: "1" } });
    expect(answer).toMatchObject({ status: 404, body: { code: "UNKNOWN_USER" } });
  });

  it("change what they send and keep the rest", async () => {
    const { token } = await host.register("bob");
    const before = await host.call("getCurrentUser", { token });
    const body = { global_name: "  Bob  ", bio: " builds " };
    const changed = await host.call("updateCurrentUser", { token, body });
    expect(changed.body).toEqual({ ...before.body, global_name: "Bob", bio: "builds" });
    const cleared = await host.call("updateCurrentUser", { token, body: { global_name: null, bio: null } });
    expect(cleared.body).toEqual(before.body);
    expect((await host.call("getCurrentUser", { token })).body).toEqual(before.body);
  });

  it("keep their number when only the case of their name changes", async () => {
    const { token } = await host.register("carol");
    const { body: before } = await host.call("getCurrentUser", { token });
    const { body } = await host.call("updateCurrentUser", { token, body: { username: "CaRoL" } });
    expect(body).toEqual({ ...before, username: "CaRoL" });
  });

  it("get a free number with a new name, also when many take it at once", async () => {
    const bearers = await Promise.all(Array.from({ length: 10 }, () => host.register()));
    const renamed = await Promise.all(
      bearers.map(({ token }) => host.call("updateCurrentUser", { token, body: { username: "dave" } })),
    );
    expect(renamed.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(new Set(renamed.map(({ body }) => body.discriminator)).size).toBe(10);
  });

  it("[A35] cannot change what is not theirs to change", async () => {
    const { token, email, id } = await host.register("mallory");
    const before = await host.call("getCurrentUser", { token });
    const body = {
      ...{ id: ada.id, email: "other@example.com", verified: true, flags: 1, bot: true, system: true },
      ...{ password: "another password", passwordHash: "x", constructor: { prototype: { flags: 1 } } },
    };
    const text = JSON.stringify(body).replace("{", '{"__proto__":{"flags":1},');
    const changed = await host.call("updateCurrentUser", { token, body: JSON.parse(text) });
    expect(changed.body).toEqual(before.body);
    const login = await host.call("login", { body: { email, password: PASSWORD } });
    expect(login.body.user_id).toBe(id);
  });
});
