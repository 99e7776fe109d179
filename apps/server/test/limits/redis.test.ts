import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Cable, createCable } from "../faults/cable.ts";
import { testDatabases } from "../support/databases.ts";
import { type Host, startHost } from "../support/host.ts";
import { startRedis, type TestRedis } from "../support/redis.ts";

const LIMIT = 10;
const WINDOW_MS = 60_000;
const AWAY = "the server of RATE_LIMIT_URL is away: this process counts alone";
const BACK = "the server of RATE_LIMIT_URL is back: limits are shared again";

let redis: TestRedis | undefined;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis?.stop());

describe("limits on a Redis-protocol server", () => {
  const open = testDatabases("sqlite");
  let cable: Cable;

  beforeEach(async ({ skip }) => {
    if (redis === undefined) return skip("there is no server that speaks the Redis protocol");
    await redis.clear();
    cable = await createCable(Number(new URL(redis.url).port || 6379));
    return () => cable.remove();
  });

  const hosts: Host[] = [];
  afterEach(() => {
    for (const { limits } of hosts.splice(0)) limits.close();
  });
  const start = async () => {
    const rateLimitUrl = `redis://127.0.0.1:${cable.port}`;
    const host = await startHost(open, { rateLimits: true, rateLimitUrl });
    hosts.push(host);
    return host;
  };
  /** Costs nothing but the count. */
  const ask = async (host: Host) => {
    const begun = performance.now();
    const { status } = await host.call("register", { body: {} });
    return { status, milliseconds: performance.now() - begun };
  };
  const status = async (host: Host) => (await ask(host)).status;
  const health = async (host: Host) => {
    const answer = await host.request("/readyz");
    return [answer.status, ((await answer.json()) as { status: string }).status];
  };
  const isShared = (host: Host) => expect.poll(() => health(host), { timeout: 5000 }).toEqual([200, "ok"]);
  /** A request finds out. */
  const isSharedAgain = (host: Host) =>
    expect
      .poll(() => host.request("/oauth2/applications/1/public").then(() => health(host)), { timeout: 5000 })
      .toEqual([200, "ok"]);
  const told = ({ lines }: Host, message: string) => lines.filter(({ msg }) => msg === message).length;

  it("[A38] are one limit for servers that share nothing else, and go with their window", async () => {
    const nodes = [await start(), await start()] as const;
    for (const node of nodes) await isShared(node);
    const statuses = await Promise.all(
      Array.from({ length: 40 }, (_, n) => status(nodes[n % 2 === 0 ? 0 : 1])),
    );
    expect(statuses.toSorted()).toEqual([...Array(LIMIT).fill(400), ...Array(40 - LIMIT).fill(429)]);
    const [lifetime, ...others] = (await redis?.lifetimes()) ?? [];
    expect(others).toEqual([]);
    expect(lifetime).toBeGreaterThan(0);
    expect(lifetime).toBeLessThanOrEqual(WINDOW_MS);
  });

  it.each<[string, () => Promise<void>]>([
    ["it breaks off", () => cable.cut()],
    ["it falls silent", async () => cable.silence()],
  ])(
    "[A38] are counted by each process alone when %s, at once and never without limit, until it is back",
    async (_, takeAway) => {
      const host = await start();
      await isShared(host);
      await status(host);

      await takeAway();
      const answers = [];
      for (let n = 0; n < LIMIT + 5; n++) answers.push(await ask(host));
      expect(answers.map((answer) => answer.status)).toEqual([
        ...Array(LIMIT).fill(400),
        ...Array(5).fill(429),
      ]);
      // One of them waited for an answer that did not come, none waits for long.
      expect(Math.max(...answers.map(({ milliseconds }) => milliseconds))).toBeLessThan(1000);
      expect(await health(host)).toEqual([200, "degraded"]);
      expect([told(host, AWAY), told(host, BACK)]).toEqual([1, 0]);

      await cable.mend();
      await isSharedAgain(host);
      expect(told(host, BACK)).toBe(1);
      expect(told(host, AWAY)).toBe(1);
      // What was counted there before counts on.
      host.clock.advance(WINDOW_MS);
      const after = [];
      for (let n = 0; n < LIMIT; n++) after.push(await status(host));
      expect(after).toEqual([...Array(LIMIT - 1).fill(400), 429]);
    },
    20_000,
  );

  it("[A38] hold from the first request on when it is away at the start", async () => {
    await cable.cut();
    const host = await start();
    const statuses = [];
    for (let n = 0; n < LIMIT + 1; n++) statuses.push(await status(host));
    expect(statuses).toEqual([...Array(LIMIT).fill(400), 429]);
    expect(await health(host)).toEqual([200, "degraded"]);
    await cable.mend();
    await isSharedAgain(host);
  });
});
