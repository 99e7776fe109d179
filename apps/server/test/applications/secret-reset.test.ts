import { beforeAll, expect, it } from "vitest";
import { eventsOf } from "../support/audit.ts";
import { describeDatabases } from "../support/databases.ts";
import { type Account, type Host, PASSWORD, startHost } from "../support/host.ts";

const MINUTE = 60_000;

describeDatabases("a client secret", (open) => {
  let host: Host;
  let ada: Account;
  beforeAll(async () => {
    host = await startHost(open);
    ada = await host.register("ada");
  });
  const reset = (id: string, body: unknown = { password: PASSWORD }) =>
    host.call("resetClientSecret", { token: ada.token, params: { id }, body });
  const newSecret = async (id: string, overlap_seconds = 0) =>
    (await reset(id, { password: PASSWORD, overlap_seconds })).body.client_secret ?? "";
  const secretsOf = async (id: string) =>
    (await host.call("getApplication", { token: ada.token, params: { id } })).body.client_secrets ?? [];

  it("is replaced only after the owner's password", async () => {
    const { id, secret } = await host.createApplication(ada);
    for (const body of [undefined, {}, { password: "" }]) {
      expect(await reset(id, body ?? {})).toMatchObject({
        status: 403,
        body: { code: "SUDO_MODE_REQUIRED" },
      });
    }
    const events = await eventsOf(host.db, async () => {
      const wrong = await reset(id, { password: "wrong password" });
      expect(wrong).toMatchObject({
        status: 400,
        body: { code: "INVALID_FORM_BODY", errors: [{ path: "password" }] },
      });
    });
    expect(events).toMatchObject([{ action: "sudo.confirm", outcome: "failure", actorUserId: ada.id }]);
    const none = await host.call("resetClientSecret", { token: ada.token, params: { id } });
    expect(none).toMatchObject({ status: 403, body: { code: "SUDO_MODE_REQUIRED" } });
    expect(await host.takesSecret(id, secret)).toBe(true);
  });

  it("[A23] dies at once, and with it every code and token, while other applications live on", async () => {
    const [weather, other] = [await host.createApplication(ada), await host.createApplication(ada)];
    const { id } = weather;
    const tokens = await host.authorize(ada, weather, ["identify"]);
    const spared = await host.authorize(ada, other, ["identify"]);
    const { code } = await host.agree(ada, weather, { scope: "identify" });
    const own = { grant_type: "client_credentials", client_id: id };
    const botBearer = async (client_secret: string) =>
      (await host.call("exchangeOauth2Token", { form: { ...own, client_secret } })).body.access_token;
    const ownToken = `Bearer ${await botBearer(weather.secret)}`;

    const events = await eventsOf(host.db, async () => {
      const answer = await reset(id);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.body.client_secret).toMatch(/^fxs_/);
      const client_secret = answer.body.client_secret ?? "";
      expect(await host.takesSecret(id, client_secret)).toBe(true);
      const redirect_uri = "https://weather.example/callback";
      const client = { client_id: id, client_secret };
      for (const grant of [
        { grant_type: "authorization_code", code: code ?? "", redirect_uri },
        { grant_type: "refresh_token", refresh_token: tokens.refreshToken },
      ]) {
        const refused = await host.call("exchangeOauth2Token", { form: { ...client, ...grant } });
        expect(refused).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
      }
      const fresh = await host.call("getCurrentOauth2User", {
        token: `Bearer ${await botBearer(client_secret)}`,
      });
      expect(fresh.status).toBe(200);
    });
    expect(events).toContainEqual(
      expect.objectContaining({ action: "client_secret.reset", applicationId: id }),
    );

    expect(await host.takesSecret(id, weather.secret)).toBe(false);
    for (const token of [tokens.bearer, ownToken]) {
      expect((await host.call("getCurrentOauth2User", { token })).status).toBe(401);
    }
    expect((await host.call("getCurrentOauth2User", { token: spared.bearer })).status).toBe(200);
    expect(await secretsOf(id)).toHaveLength(1);
  });

  it("lives on beside the new one for as long as the owner says, and tokens stay", async () => {
    const weather = await host.createApplication(ada);
    const { bearer } = await host.authorize(ada, weather, ["identify"]);
    const fresh = await newSecret(weather.id, 3600);
    const ends = new Date(host.clock.now() + 60 * MINUTE).toISOString();
    expect(await secretsOf(weather.id)).toMatchObject([{ expires_at: null }, { expires_at: ends }]);
    expect((await host.call("getCurrentOauth2User", { token: bearer })).status).toBe(200);
    host.clock.advance(60 * MINUTE - 1);
    expect(await host.takesSecret(weather.id, weather.secret)).toBe(true);
    host.clock.advance(1);
    expect(await host.takesSecret(weather.id, weather.secret)).toBe(false);
    expect(await host.takesSecret(weather.id, fresh)).toBe(true);
    expect(await secretsOf(weather.id)).toMatchObject([{ expires_at: null }]);
  });

  it("has one other beside it at most: a further reset ends the oldest", async () => {
    const { id, secret: first } = await host.createApplication(ada);
    const second = await newSecret(id, 3600);
    const third = await newSecret(id, 60);
    expect(await Promise.all([first, second, third].map((secret) => host.takesSecret(id, secret)))).toEqual([
      ...[false, true, true],
    ]);
    const last = await newSecret(id);
    expect(await Promise.all([second, third, last].map((secret) => host.takesSecret(id, secret)))).toEqual([
      ...[false, false, true],
    ]);
  });

  it("is one of two at most also when many resets come at once", async () => {
    const { id } = await host.createApplication(ada);
    const secrets = await Promise.all(Array.from({ length: 6 }, () => newSecret(id, 60)));
    const works = await Promise.all(secrets.map((secret) => host.takesSecret(id, secret)));
    expect(works.filter(Boolean)).toHaveLength(2);
    expect(await secretsOf(id)).toMatchObject([{ expires_at: null }, { expires_at: expect.any(String) }]);
  });

  it("tells its owner when it was last used, to within an hour", async () => {
    const { id, secret } = await host.createApplication(ada);
    const lastUse = async () => (await secretsOf(id))[0]?.last_used_at;
    expect(await lastUse()).toBeNull();
    const first = new Date(host.clock.now()).toISOString();
    await Promise.all(Array.from({ length: 5 }, () => host.takesSecret(id, secret)));
    await expect.poll(lastUse).toBe(first);
    host.clock.advance(60 * MINUTE - 1);
    await host.takesSecret(id, secret);
    host.clock.advance(1);
    const second = new Date(host.clock.now()).toISOString();
    expect(await lastUse()).toBe(first);
    await host.takesSecret(id, secret);
    await expect.poll(lastUse).toBe(second);
  });

  it("[A24] authenticates its own application and no other, whole and unchanged", async () => {
    const [{ id, secret }, other] = [await host.createApplication(ada), await host.createApplication(ada)];
    const last = secret.endsWith("0") ? "1" : "0";
    const wrong = [
      secret.slice(0, -1),
      `${secret}0`,
      secret.slice(0, -1) + last,
      secret.toLowerCase(),
      other.secret,
    ];
    wrong.push(`fxa_${secret.slice(4)}`, "x", `fxs_${"0".repeat(57)}`);
    for (const guess of wrong) expect(await host.takesSecret(id, guess), guess).toBe(false);
    expect(await host.takesSecret(other.id, secret)).toBe(false);
    expect(await host.takesSecret("1", secret)).toBe(false);
    expect(await host.takesSecret(id, secret)).toBe(true);
  });
});
