import { beforeAll, expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { type Account, type Host, startHost } from "../support/host.ts";

const TEXTS = [
  "'; DROP TABLE users; --",
  '"><svg onload=alert(1)>',
  "<script>alert(1)</script>",
  "{{7*7}} %s %00 \\0",
  "a_b%c*",
  "line\r\nset-cookie: x=1",
  "\u202Ereversed\u202C",
  "__proto__",
  "e\u0301 is not \u00e9",
  "😀",
];

describeDatabases("a text", (open) => {
  let host: Host;
  let ada: Account;
  beforeAll(async () => {
    host = await startHost(open);
    ada = await host.register("ada");
  });

  it.each(TEXTS)("[A32] [A42] is kept and told character for character: %j", async (name) => {
    const { token, id: userId } = ada;
    const { body: application } = await host.createApplication(ada, { name });
    const { body: guild } = await host.call("createGuild", { token, body: { name } });
    await host.call("createConnection", { token, body: { type: "github", name } });
    await host.call("updateCurrentUser", { token, body: { global_name: name, bio: name } });

    const asking = { token, params: { id: application.id } };
    expect((await host.call("getApplication", asking)).body.name).toBe(name);
    expect((await host.call("getPublicApplication", asking)).body.name).toBe(name);
    expect((await host.call("getGuild", { token, params: { id: guild.id } })).body.name).toBe(name);
    expect((await host.call("listConnections", { token })).body.at(-1)?.name).toBe(name);
    const user = (await host.call("getUser", { token, params: { id: userId } })).body;
    expect(user).toMatchObject({ id: ada.id, global_name: name, bio: name });
  });

  it("[A42] does not find another account when it is an address", async () => {
    for (const email of [...TEXTS, "%", `${ada.email}' OR '1'='1`, "ada%"]) {
      const answer = await host.call("login", { body: { email, password: "correct horse battery staple" } });
      expect(answer, email).toMatchObject({ status: 400, body: { code: "INVALID_FORM_BODY" } });
    }
  });

  it("[A39] [A42] is refused when no database could hold it", async () => {
    const { token } = ada;
    for (const name of ["a\0b", "half a pair \ud800"]) {
      for (const operation of ["createOauth2Application", "createGuild"] as const) {
        expect((await host.call(operation, { token, body: { name } })).status).toBe(400);
      }
      const login = await host.call("login", { body: { email: name, password: name } });
      expect(login.status).toBe(400);
    }
  });
});
