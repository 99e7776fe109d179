import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAddresses } from "../../src/http/address.ts";
import { createMemoryLimits } from "../../src/limits/memory.ts";
import { basic, createTestHttp, form, json } from "./harness.ts";

const client = basic("20", "secret");
const stranger = basic("20", "wrong");

function create(trustedProxies: string[] = []) {
  const { app } = createTestHttp({
    limits: createMemoryLimits(),
    addressOf: createAddresses(trustedProxies),
    handlers: {
      revokeOauth2Token: async ({ reply }) => reply(200, {}),
      revokeOauth2TokenAlias: async ({ reply }) => reply(200, {}),
      introspectOauth2Token: async ({ reply }) => reply(200, { active: false }),
      login: async ({ reply }) => reply(200, { user_id: "1", token: "t" }),
      logout: async ({ reply }) => reply(204),
    },
  });
  // As the Node adapter passes the connection on.
  const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });
  const send = async (path: string, init: RequestInit, address = "192.0.2.1") =>
    app.request(`http://localhost${path}`, init, from(address));
  const revoke = (headers: Record<string, string>, address?: string, path = "/oauth2/token/revoke") =>
    send(path, form({ token: "t" }, headers), address);
  const login = (address: string, headers: Record<string, string> = {}) =>
    send("/auth/login", json({ email: "a@b.example", password: "p" }, headers), address);
  return { send, revoke, login };
}

async function times<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < count; i++) results.push(await work());
  return results;
}

const statuses = (responses: Response[]) => responses.map(({ status }) => status);
const ten = (status: number) => Array<number>(10).fill(status);

beforeEach(() => vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => vi.useRealTimers());

describe("a limit", () => {
  it("[A38] lets its number of requests through in its window, and then again", async () => {
    const { revoke } = create();
    expect(statuses(await times(11, () => revoke(client)))).toEqual([...ten(200), 429]);
    await vi.advanceTimersByTimeAsync(9_999);
    expect((await revoke(client)).status).toBe(429);
    await vi.advanceTimersByTimeAsync(1);
    expect((await revoke(client)).status).toBe(200);
  });

  it("[A38] tells every header and member when it is exceeded", async () => {
    const { revoke } = create();
    await times(10, () => revoke(client));
    await vi.advanceTimersByTimeAsync(2_500);
    const response = await revoke(client);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/json",
      "retry-after": "8",
      ratelimit: '"revoke";r=0;t=8',
      "ratelimit-policy": '"revoke";q=10;w=10',
      "x-ratelimit-limit": "10",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": "1800000010",
      "x-ratelimit-reset-after": "7.5",
      "x-ratelimit-bucket": "revoke",
    });
    expect(await response.json()).toEqual({
      error: "temporarily_unavailable",
      code: "RATE_LIMITED",
      message: "Too many requests. Wait before you try again.",
      retry_after: 7.5,
      global: false,
    });
  });

  it("tells on success what is left", async () => {
    const { revoke } = create();
    const [, second] = await times(2, () => revoke(client));
    expect(second?.headers.get("ratelimit")).toBe('"revoke";r=8;t=10');
    expect(second?.headers.get("ratelimit-policy")).toBe('"revoke";q=10;w=10');
  });

  it("tells on a failure what is left", async () => {
    const { revoke } = create();
    expect((await revoke(stranger)).headers.get("ratelimit")).toBe('"revoke";r=9;t=10');
  });

  it("[A38] is shared by the operations of one bucket, and by no others", async () => {
    const { revoke, send } = create();
    await times(10, () => revoke(client));
    expect((await revoke(client, "192.0.2.1", "/oauth2/revoke")).status).toBe(429);
    expect((await send("/oauth2/introspect", form({ token: "t" }, client))).status).toBe(200);
  });

  it("is a page where browsers call", async () => {
    const { send } = create();
    const responses = await times(11, () => send("/oauth2/authorize", {}));
    expect(statuses(responses)).toEqual([...ten(400), 429]);
    const last = responses.at(-1);
    expect(last?.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(last?.headers.get("retry-after")).toBe("10");
    expect(await last?.text()).toContain("Too many requests");
  });
});

describe("requests are counted", () => {
  it("[A38] for the client, wherever it calls from", async () => {
    const { revoke } = create();
    await times(5, () => revoke(client, "192.0.2.1"));
    expect(statuses(await times(6, () => revoke(client, "192.0.2.2")))).toEqual([...ten(200).slice(5), 429]);
  });

  it("[A38] for the address when the credentials are wrong, so that strangers never lock the client out", async () => {
    const { revoke } = create();
    expect(statuses(await times(12, () => revoke(stranger)))).toEqual([...ten(401), 429, 429]);
    expect((await revoke(client)).status).toBe(200);
    expect((await revoke(stranger, "192.0.2.2")).status).toBe(401);
  });

  it("[A38] for the address when there are no credentials, or no good ones, of a user", async () => {
    const { send } = create();
    const logout = (headers: Record<string, string>) => send("/auth/logout", { method: "POST", headers });
    await times(30, () => logout({}));
    await times(30, () => logout({ authorization: "Bearer unknown" }));
    expect((await logout({ authorization: "flx_unknown" })).status).toBe(429);
    expect((await logout({ authorization: "session" })).status).toBe(204);
  });

  it("for the caller when the credentials are good but not enough", async () => {
    const { send } = create();
    const headers = { authorization: "Bearer token-email" };
    const responses = await times(61, () =>
      send("/auth/logout", { method: "POST", headers }, `192.0.2.${Math.random()}`),
    );
    expect(statuses(responses).slice(-2)).toEqual([403, 429]);
  });

  it("for the address where anyone may call", async () => {
    const { login } = create();
    expect(statuses(await times(11, () => login("192.0.2.1")))).toEqual([...ten(200), 429]);
    expect((await login("192.0.2.2")).status).toBe(200);
  });

  it("[A38] for all addresses of an IPv6 /64 together", async () => {
    const { login } = create();
    for (let i = 0; i < 10; i++) await login(`2001:db8:1:2:${i}::${i}`);
    expect((await login("2001:db8:1:2:ffff::1")).status).toBe(429);
    expect((await login("2001:db8:1:3::1")).status).toBe(200);
  });

  it("[A38] for one address however it is spelled", async () => {
    const { login } = create();
    await times(5, () => login("::ffff:192.0.2.1"));
    await times(5, () => login("192.0.2.1"));
    expect((await login("::ffff:192.0.2.1")).status).toBe(429);
  });

  it("[A38] for the connection's address when nobody vouches for X-Forwarded-For", async () => {
    const { login } = create();
    await times(10, () =>
      login("192.0.2.1", { "x-forwarded-for": `198.51.100.${Math.floor(Math.random() * 255)}` }),
    );
    expect((await login("192.0.2.1", { "x-forwarded-for": "198.51.100.7" })).status).toBe(429);
  });

  it("[A38] for the forwarded address when a trusted proxy vouches for it", async () => {
    const { login } = create(["10.0.0.0/8"]);
    await times(10, () => login("10.1.2.3", { "x-forwarded-for": "198.51.100.7" }));
    expect((await login("10.9.9.9", { "x-forwarded-for": "203.0.113.9, 198.51.100.7" })).status).toBe(429);
    expect((await login("10.1.2.3", { "x-forwarded-for": "198.51.100.8" })).status).toBe(200);
  });
});

it("limits that are switched off neither count nor tell", async () => {
  const { request } = createTestHttp({
    handlers: { revokeOauth2Token: async ({ reply }) => reply(200, {}) },
  });
  const responses = await times(20, async () =>
    request("/oauth2/token/revoke", form({ token: "t" }, client)),
  );
  expect(new Set(statuses(responses))).toEqual(new Set([200]));
  expect(responses.some(({ headers }) => headers.has("ratelimit"))).toBe(false);
});
