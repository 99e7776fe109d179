import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type TestDatabases, testDatabases } from "../support/databases.ts";
import { type Host, startHost } from "../support/host.ts";

describe("the limits of two nodes on one database", () => {
  const open = testDatabases("postgres");
  let nodes: [Host, Host];
  beforeEach(async () => {
    const url = await open.newUrl();
    const same: TestDatabases = Object.assign(() => open({ url }), {
      dialect: open.dialect,
      newUrl: open.newUrl,
    });
    nodes = [await startHost(same, { rateLimits: true }), await startHost(same, { rateLimits: true })];
    // Their identifiers are made of the time, and no two clocks agree anyway.
    nodes[1].clock.advance(1);
  });
  afterEach(() => vi.restoreAllMocks());

  const wrong = { email: "nobody@example.com", password: "wrong password" };
  const login = async (host: Host) => (await host.call("login", { body: wrong })).status;

  it("[A38] are one limit: what is used up on one is used up on the other, until the window ends", async () => {
    const [one, other] = nodes;
    const statuses = [];
    for (let n = 0; n < 10; n++) statuses.push(await login(n % 2 === 0 ? one : other));
    expect(statuses).toEqual(Array(10).fill(400));
    expect([await login(one), await login(other)]).toEqual([429, 429]);
    const answer = await other.call("login", { body: wrong });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "x-ratelimit-remaining": "0",
      "x-ratelimit-bucket": expect.stringMatching(/./),
      "retry-after": expect.stringMatching(/^[1-9][0-9]*$/),
    });
    const wait = Number(answer.headers.get("retry-after")) * 1000;
    for (const { clock } of nodes) clock.advance(wait);
    expect([await login(other), await login(one)]).toEqual([400, 400]);
  });

  it("[A38] let exactly their number through of many requests at once on both", async () => {
    const sent = Array.from({ length: 40 }, (_, n) => login(nodes[n % 2] ?? nodes[0]));
    const statuses = (await Promise.all(sent)).toSorted();
    expect(statuses).toEqual([...Array(10).fill(400), ...Array(30).fill(429)]);
  });

  it("[A38] are not used up by strangers who send wrong secrets for a client", async () => {
    const [one, other] = nodes;
    const ada = await one.register("ada");
    const { id, secret } = await one.createApplication(ada);
    const exchange = async (host: Host, client_secret: string) => {
      const form = { grant_type: "client_credentials", client_id: id, client_secret };
      return (await host.call("exchangeOauth2Token", { form })).status;
    };
    const wrong = [];
    for (let n = 0; n < 14; n++) wrong.push(await exchange(n % 2 === 0 ? one : other, "wrong"));
    expect(wrong).toEqual([...Array(10).fill(401), ...Array(4).fill(429)]);
    expect([await exchange(one, secret), await exchange(other, secret)]).toEqual([200, 200]);
  });

  it("[A38] cost the database nothing once they are used up", async () => {
    const [one] = nodes;
    for (let n = 0; n < 11; n++) await login(one);
    const write = vi.spyOn(one.db, "write");
    expect(await login(one)).toBe(429);
    expect(write).not.toHaveBeenCalled();
  });
});
