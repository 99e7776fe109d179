import { expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { type Answer, begun, type Pair, scenes } from "./provider.ts";
import { expectDead } from "./refusal.ts";
import { observe } from "./state.ts";

const RACERS = 50;

/** All at once; each is answered with a pair or refused. */
async function race(run: () => Promise<Answer<Pair>>) {
  const answers = await Promise.all(Array.from({ length: RACERS }, run));
  const issued = answers.filter(({ status }) => status === 200).map(({ body }) => body);
  expect(issued.length + answers.filter(({ status }) => status === 400).length).toBe(RACERS);
  return { issued, tokens: issued.flatMap((pair) => [pair.access_token, pair.refresh_token]) };
}

describeDatabases("at the same time", (open) => {
  const setup = begun(scenes(open));

  it("[A03] fifty exchanges of one code give one pair, which dies because the code was used again", async () => {
    const { provider, user, client } = await setup();
    const code = await provider.consent(user, client);
    const run = () => race(() => provider.exchange(client, code));
    const { answer, changes } = await observe(provider.db, run);
    expect(answer.issued).toHaveLength(1);
    const events = Array(RACERS - 1).fill(`code.replay failure ${client.id}`);
    expect(changes).toEqual({ spentCodes: 1, accessTokens: 1, generations: [0], revokedGrants: 1, events });
    await expectDead(provider, client, ...answer.tokens);
  });

  it("[A19] fifty refreshes of one token in the window are one rotation, told to all", async () => {
    const { provider, client, pair } = await setup();
    const run = () => race(() => provider.refresh(client, pair.refresh_token));
    const { answer, changes } = await observe(provider.db, run);
    expect(answer.issued).toEqual(Array(RACERS).fill(answer.issued[0]));
    expect(changes).toEqual({ spentRefreshTokens: 1, accessTokens: 1, generations: [1] });
  });

  it("[A21] a revocation and fifty refreshes leave nothing alive, whoever is first", async () => {
    const { provider, client, pair } = await setup();
    const [{ tokens }] = await Promise.all([
      race(() => provider.refresh(client, pair.refresh_token)),
      provider.revoke(client, pair.refresh_token),
    ]);
    await expectDead(provider, client, pair.access_token, pair.refresh_token, ...tokens);
  });

  it("[A21] the user's withdrawal and an exchange leave nothing alive, whoever is first", async () => {
    const { provider, user, client } = await setup();
    const code = await provider.consent(user, client);
    const [{ body }, { status }] = await Promise.all([
      provider.exchange(client, code),
      provider.deauthorize(user, client),
    ]);
    expect(status).toBe(204);
    expect((await provider.me(body.access_token)).status).toBe(401);
  });

  it("[A21] [A23] the user's withdrawal and fifty refreshes leave nothing alive, whoever is first", async () => {
    const { provider, user, client, pair } = await setup();
    const [{ tokens }, { status }] = await Promise.all([
      race(() => provider.refresh(client, pair.refresh_token)),
      provider.deauthorize(user, client),
    ]);
    expect(status).toBe(204);
    await expectDead(provider, client, pair.access_token, pair.refresh_token, ...tokens);
  });

  it("[A21] a new client secret and what is asked for with the old one leave nothing alive, whoever is first", async () => {
    const { provider, user, client, pair } = await setup();
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

  it("[A21] the application's deletion and an exchange leave nothing alive, whoever is first", async () => {
    const { provider, user, client } = await setup();
    const code = await provider.consent(user, client);
    const [{ body }, { status }] = await Promise.all([
      provider.exchange(client, code),
      provider.deleteApplication(client),
    ]);
    expect(status).toBe(204);
    expect((await provider.me(body.access_token)).status).toBe(401);
  });
});

describeDatabases("at the same time without a window", (open) => {
  const setup = begun(scenes(open, { refreshRetrySeconds: 0 }));

  it("[A19] fifty refreshes of one token give one pair, which dies", async () => {
    const { provider, client, pair } = await setup();
    const run = () => race(() => provider.refresh(client, pair.refresh_token));
    const { answer, changes } = await observe(provider.db, run);
    expect(answer.issued).toHaveLength(1);
    expect(changes).toMatchObject({
      spentRefreshTokens: 1,
      accessTokens: 1,
      generations: [1],
      revokedGrants: 1,
    });
    await expectDead(provider, client, ...answer.tokens);
  });
});
