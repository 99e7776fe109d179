import { randomBytes } from "node:crypto";
import { operationTable } from "@fluxer-oauth2/contract/operations";
import { describe, expect, it } from "vitest";
import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { PAGE_ROUTES } from "../../src/http/pages/mount.ts";
import { createKeys } from "../../src/keys.ts";
import { systemClock } from "../../src/lib/clock.ts";
import { createSnowflakes } from "../../src/lib/snowflake.ts";
import { openLimits } from "../../src/limits/open.ts";
import { createLog } from "../../src/log.ts";
import { testDatabases } from "../support/databases.ts";

const open = testDatabases("sqlite");

async function start(environment: Record<string, string> = {}) {
  const db = await open();
  const snowflakes = createSnowflakes({ worker: () => 0, now: systemClock.now });
  const log = createLog({ logLevel: "silent" });
  const keys = createKeys(randomBytes(32));
  const config = readConfig(environment);
  const limits = await openLimits({ config, db, clock: systemClock, log, isAlone: true });
  const app = createApp({ config, db, clock: systemClock, log, keys, snowflakes, limits });
  return { app, db, request: async (path: string, init?: RequestInit) => app.request(path, init) };
}

describe("the application", () => {
  it("has the routes of the specification, the named pages, its health and its document, and no others", async () => {
    const { app } = await start();
    const mounted = app.routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
    const specified = Object.values(operationTable).map(
      ({ method, path }) => `${method.toUpperCase()} ${path}`,
    );
    const named = [...PAGE_ROUTES, "GET /healthz", "GET /readyz", "GET /openapi.json"];
    expect(mounted.toSorted()).toEqual([...specified, ...named].toSorted());
  });

  it("is healthy while it runs, and ready while its database answers", async () => {
    const { db, request } = await start();
    for (const path of ["/healthz", "/readyz"]) {
      expect(await (await request(path)).json()).toEqual({ status: "ok" });
    }
    await db.close();
    expect((await request("/healthz")).status).toBe(200);
    const response = await request("/readyz");
    expect([response.status, await response.json()]).toEqual([503, { status: "unavailable" }]);
  });

  it("answers 503 when its database is gone, in the operation's own family", async () => {
    const { db, request } = await start();
    await db.close();
    const session = await request("/users/@me", { headers: { authorization: "flx_x" } });
    expect(session.status).toBe(503);
    expect(session.headers.get("retry-after")).toBe("1");
    const body = new URLSearchParams({ token: "t", client_id: "1", client_secret: "s" });
    const revoked = await request("/oauth2/token/revoke", { method: "POST", body });
    expect([revoked.status, await revoked.json()]).toMatchObject([503, { error: "temporarily_unavailable" }]);
  });

  it("limits unless it is told not to", async () => {
    const limited = await start();
    const free = await start({ RATE_LIMITS: "off" });
    const path = "/.well-known/oauth-authorization-server";
    expect((await limited.request(path)).headers.has("ratelimit")).toBe(true);
    expect((await free.request(path)).headers.has("ratelimit")).toBe(false);
  });

  it("shows pages to browsers and JSON to programs", async () => {
    const { request } = await start();
    expect((await request("/")).headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect((await request("/oauth2/authorize")).headers.get("content-security-policy")).toContain(
      "default-src 'none'",
    );
    expect((await request("/nowhere")).headers.get("content-type")).toBe("application/json");
  });
});
