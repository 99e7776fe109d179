import { beforeAll, expect, it } from "vitest";
import { NOTHING, tracesOf } from "../authorization/state.ts";
import { eventsOf } from "../support/audit.ts";
import { describeDatabases } from "../support/databases.ts";
import { type Account, CALLBACK, type Host, startHost } from "../support/host.ts";

type Application = Awaited<ReturnType<Host["createApplication"]>>;

/** What somebody who takes an identifier for a number might send for the identifier of something that exists. */
const DISGUISES: Record<string, (id: string) => string> = {
  "with a leading zero": (id) => `0${id}`,
  "with a sign": (id) => `+${id}`,
  negative: (id) => `-${id}`,
  "with a fraction": (id) => `${id}.0`,
  "with an exponent": (id) => `${id}e0`,
  hexadecimal: (id) => `0x${BigInt(id).toString(16)}`,
  "beyond 64 bits, which would wrap around": (id) => (BigInt(id) + 2n ** 64n).toString(),
  "above 2^63": () => "9223372036854775808",
  "in other digits": (id) => id.replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
  "between spaces": (id) => ` ${id} `,
  "before a NUL": (id) => `${id}\0`,
  "before something else": (id) => `${id};1`,
  empty: () => "",
};

describeDatabases("an identifier", (open) => {
  let host: Host;
  let ada: Account;
  let app: Application;
  let guild: string;
  beforeAll(async () => {
    host = await startHost(open);
    ada = await host.register("ada");
    app = await host.createApplication(ada);
    guild = (await host.call("createGuild", { token: ada.token, body: { name: "Meteorologists" } })).body.id;
  });

  const consent = (members: string) =>
    host.request("/oauth2/authorize/consent", {
      method: "POST",
      headers: { authorization: ada.token, "content-type": "application/json" },
      body: `{"redirect_uri":"${CALLBACK}","scope":"identify bot",${members}}`,
    });

  async function expectRefused(members: string, path: string) {
    const traces = await tracesOf(host.db, async () => {
      const answer = await consent(members);
      expect([members, answer.status]).toEqual([members, 400]);
      const { code, errors = [] } = (await answer.json()) as { code: string; errors?: { path: string }[] };
      expect(code).toBe("INVALID_FORM_BODY");
      // What is no text at all is not the fault of one member.
      expect([path, undefined]).toContain(errors[0]?.path);
    });
    expect(traces).toEqual(NOTHING);
  }

  it.each(Object.entries(DISGUISES))("%s is refused in JSON, and nothing is stored", async (_, disguise) => {
    await expectRefused(`"client_id":${JSON.stringify(disguise(app.id))}`, "client_id");
    const members = `"client_id":"${app.id}","guild_id":${JSON.stringify(disguise(guild))}`;
    await expectRefused(members, "guild_id");
  });

  it.each(["1.5", "-1", "1e3000", "9007199254740992", "true", "null", "{}", '["1"]'])(
    "that is the JSON %s is refused, and nothing is stored",
    async (text) => {
      await expectRefused(`"client_id":${text}`, "client_id");
      await expectRefused(`"client_id":"${app.id}","guild_id":${text}`, "guild_id");
    },
  );

  it("that JSON would round to another one is refused, and nothing is stored", async () => {
    await expectRefused(`"client_id":${app.id}`, "client_id");
    await expectRefused(`"client_id":"${app.id}","guild_id":${guild}`, "guild_id");
  });

  it.each(Object.entries(DISGUISES))("%s is nobody's at the token endpoint", async (_, disguise) => {
    const form = { grant_type: "client_credentials", client_secret: app.secret };
    const events = await eventsOf(host.db, async () => {
      const answer = await host.call("exchangeOauth2Token", {
        form: { ...form, client_id: disguise(app.id) },
      });
      expect([400, 401]).toContain(answer.status);
      expect(answer.body).not.toHaveProperty("access_token");
    });
    expect(events).toEqual([]);
  });

  it.each(Object.entries(DISGUISES))("%s is none of a bot", async (_, disguise) => {
    const [id = "", secret = ""] = app.botToken.slice("Bot ".length).split(".");
    const headers = { authorization: `Bot ${encodeURI(disguise(id))}.${secret}` };
    expect((await host.request("/users/@me", { headers })).status).toBe(401);
    expect((await host.call("getCurrentUser", { token: app.botToken })).status).toBe(200);
  });

  it.each(Object.entries(DISGUISES))("%s is nothing in an address, and nothing ends", async (_, disguise) => {
    const { bearer } = await host.authorize(ada, app, ["identify"]);
    const headers = { authorization: ada.token };
    const path = `/oauth2/@me/authorizations/${encodeURIComponent(disguise(app.id))}`;
    const events = await eventsOf(host.db, async () => {
      expect([400, 404, 405]).toContain((await host.request(path, { method: "DELETE", headers })).status);
    });
    expect(events).toEqual([]);
    expect((await host.call("getCurrentOauth2User", { token: bearer })).status).toBe(200);
  });

  it("may be the largest that there is, which nothing has", async () => {
    const answer = await consent('"client_id":"9223372036854775807"');
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: "UNKNOWN_APPLICATION" }]);
    const params = { applicationId: "9223372036854775807" };
    expect(await host.call("deauthorizeApplication", { token: ada.token, params })).toMatchObject({
      status: 404,
      body: { code: "UNKNOWN_APPLICATION" },
    });
  });
});
