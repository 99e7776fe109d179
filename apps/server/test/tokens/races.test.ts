import { expect, it } from "vitest";
import type { Config } from "../../src/config.ts";
import { describeDatabases } from "../support/databases.ts";
import { type Answer, createScene, type Pair } from "./provider.ts";
import { expectDead } from "./refusal.ts";

const RACERS = 50;

describeDatabases("at the same time", (open) => {
  async function setup(settings: Partial<Config> = {}) {
    const scene = await createScene(open, settings);
    const { provider, user, client } = scene;
    return { ...scene, code: await provider.consent(user, client) };
  }

  async function setupPair(settings: Partial<Config> = {}) {
    const scene = await setup(settings);
    return { ...scene, pair: (await scene.provider.exchange(scene.client, scene.code)).body };
  }

  async function race(run: () => Promise<Answer<Pair>>) {
    const answers = await Promise.all(Array.from({ length: RACERS }, run));
    const issued = answers.filter(({ status }) => status === 200).map(({ body }) => body);
    const refused = answers.filter(({ status }) => status === 400);
    expect(issued.length + refused.length).toBe(RACERS);
    return { issued, tokens: issued.flatMap((pair) => [pair.access_token, pair.refresh_token]) };
  }

  it("fifty exchanges of one code give one pair, which dies because the code was used again", async () => {
    const { provider, client, code } = await setup();
    const { issued, tokens } = await race(() => provider.exchange(client, code));
    expect(issued).toHaveLength(1);
    expect(await provider.state()).toMatchObject({ spentCodes: 1, accessTokens: 1, refreshTokens: 1 });
    await expectDead(provider, client, ...tokens);
  });

  it("fifty refreshes of one token in the window are one rotation, told to all", async () => {
    const { provider, client, pair } = await setupPair();
    const { issued } = await race(() => provider.refresh(client, pair.refresh_token));
    expect(issued).toEqual(Array(RACERS).fill(issued[0]));
    const once = { accessTokens: 2, generations: [0, 1], spentRefreshTokens: 1, revokedGrants: 0 };
    expect(await provider.state()).toMatchObject(once);
  });

  it("fifty refreshes of one token without a window give one pair, which dies", async () => {
    const { provider, client, pair } = await setupPair({ refreshRetrySeconds: 0 });
    const { issued, tokens } = await race(() => provider.refresh(client, pair.refresh_token));
    expect(issued).toHaveLength(1);
    expect(await provider.state()).toMatchObject({ generations: [0, 1], revokedGrants: 1 });
    await expectDead(provider, client, ...tokens);
  });

  it("a revocation and refreshes leave nothing alive, whoever is first", async () => {
    const { provider, client, pair } = await setupPair();
    const [{ tokens }] = await Promise.all([
      race(() => provider.refresh(client, pair.refresh_token)),
      provider.revoke(client, pair.refresh_token),
    ]);
    await expectDead(provider, client, pair.access_token, pair.refresh_token, ...tokens);
  });

  it("the user's withdrawal and an exchange leave nothing alive, whoever is first", async () => {
    const { provider, user, client, code } = await setup();
    const [{ body }, { status }] = await Promise.all([
      provider.exchange(client, code),
      provider.deauthorize(user, client),
    ]);
    expect(status).toBe(204);
    expect((await provider.me(body.access_token)).status).toBe(401);
  });

  it("a new client secret and what is asked for with the old one leave nothing alive, whoever is first", async () => {
    const { provider, client, pair, user } = await setupPair();
    const code = await provider.consent(user, client);
    const [renewed, ...answers] = await Promise.all([
      provider.resetSecret(client),
      provider.exchange(client, code),
      provider.refresh(client, pair.refresh_token),
      provider.own(client),
      provider.own(client),
    ]);
    const tokens = answers.flatMap(({ status, body }) => (status === 200 ? [body.access_token] : []));
    await expectDead(provider, renewed, pair.access_token, pair.refresh_token, ...tokens);
  });

  it("the application's deletion and an exchange leave nothing alive, whoever is first", async () => {
    const { provider, client, code } = await setup();
    const [{ body }, { status }] = await Promise.all([
      provider.exchange(client, code),
      provider.deleteApplication(client),
    ]);
    expect(status).toBe(204);
    expect((await provider.me(body.access_token)).status).toBe(401);
  });
});
