import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { type Answer, createProvider } from "./provider.ts";
import { expectDead } from "./refusal.ts";

const RACERS = 50;

describeDatabases("at once", (open) => {
  async function setup(settings = {}) {
    const provider = await createProvider(open, settings);
    const [user, client] = [await provider.user("ada"), await provider.client("Weather")];
    const code = await provider.consent(user, client);
    const begin = async () => (await provider.exchange(client, code)).body;
    return { provider, user, client, code, begin };
  }

  const race = (run: () => Promise<Answer>) => Promise.all(Array.from({ length: RACERS }, run));
  const count = (answers: Answer[], status: number) =>
    answers.filter((answer) => answer.status === status).length;

  it("fifty exchanges of one code give one pair, and the grant ends because the code was used again", async () => {
    const { provider, client, code } = await setup();
    const answers = await race(() => provider.exchange(client, code));
    expect([count(answers, 200), count(answers, 400)]).toEqual([1, RACERS - 1]);
    expect(await provider.state()).toMatchObject({ spentCodes: 1, accessTokens: 1, refreshTokens: 1 });
    const winner = answers.find(({ status }) => status === 200)?.body;
    await expectDead(provider, client, winner.access_token, winner.refresh_token);
  });

  it("fifty refreshes of one token in the window are one rotation, told to all", async () => {
    const { provider, client, begin } = await setup();
    const { refresh_token } = await begin();
    const answers = await race(() => provider.refresh(client, refresh_token));
    expect(count(answers, 200)).toBe(RACERS);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await provider.state()).toMatchObject({
      accessTokens: 2,
      generations: [0, 1],
      spentRefreshTokens: 1,
      revokedGrants: 0,
    });
  });

  it("fifty refreshes of one token without a window give one pair, and the grant ends", async () => {
    const { provider, client, begin } = await setup({ refreshRetrySeconds: 0 });
    const { refresh_token } = await begin();
    const answers = await race(() => provider.refresh(client, refresh_token));
    expect([count(answers, 200), count(answers, 400)]).toEqual([1, RACERS - 1]);
    expect(await provider.state()).toMatchObject({ generations: [0, 1], revokedGrants: 1 });
    const winner = answers.find(({ status }) => status === 200)?.body;
    await expectDead(provider, client, winner.access_token, winner.refresh_token);
  });

  it("a refresh and a revocation leave nothing alive, whoever is first", async () => {
    const { provider, client, begin } = await setup();
    const { refresh_token, access_token } = await begin();
    const [refreshed] = await Promise.all([
      provider.refresh(client, refresh_token),
      provider.revoke(client, refresh_token),
    ]);
    expect([200, 400]).toContain(refreshed.status);
    const issued =
      refreshed.status === 200 ? [refreshed.body.access_token, refreshed.body.refresh_token] : [];
    await expectDead(provider, client, access_token, refresh_token, ...issued);
  });

  it.each(["the user takes the authorization back", "the client secret is replaced"])(
    "an exchange while %s leaves nothing alive, whoever is first",
    async (what) => {
      const { provider, user, client, code } = await setup();
      const own = { grant_type: "client_credentials" };
      const end = what.startsWith("the user")
        ? () => provider.remove(`/oauth2/@me/authorizations/${client.id}`, user.session)
        : () => provider.resetSecret(client);
      const answers = await Promise.all([
        provider.exchange(client, code),
        end(),
        ...(what.startsWith("the user") ? [] : [provider.token(client, own), provider.token(client, own)]),
      ]);
      for (const answer of answers) {
        if (typeof answer === "string" || answer.status !== 200) continue;
        expect((await provider.get("/oauth2/@me", `Bearer ${answer.body.access_token}`)).status).toBe(401);
      }
    },
  );

  it("an exchange while the application is deleted leaves nothing alive, whoever is first", async () => {
    const { provider, client, code } = await setup();
    const [exchanged] = await Promise.all([
      provider.exchange(client, code),
      provider.deleteApplication(client),
    ]);
    expect([200, 400, 401]).toContain(exchanged.status);
    const token = exchanged.body.access_token ?? code;
    expect((await provider.get("/oauth2/@me", `Bearer ${token}`)).status).toBe(401);
  });
});
