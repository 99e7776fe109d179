import type { OperationId } from "@fluxer-oauth2/contract";
import { operationTable } from "@fluxer-oauth2/contract/operations";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createMemoryLimits } from "../../src/limits/memory.ts";
import { createTestHttp } from "../http/harness.ts";

beforeEach(() => vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => vi.useRealTimers());

const limited = (Object.keys(operationTable) as OperationId[]).flatMap((id) => {
  const { method, path, extensions } = operationTable[id];
  const limit = extensions["x-rate-limit"];
  return limit
    ? [[method.toUpperCase(), path.replaceAll(/\{\w+\}/g, "1"), limit.limit, limit.window] as const]
    : [];
});

it("[A38] every operation has a limit", () => {
  expect(limited).toHaveLength(Object.keys(operationTable).length);
});

it.each(limited)(
  "[A38] %s %s is 429 with all headers after %d in %d s",
  async (method, path, limit, window) => {
    const { request } = createTestHttp({ limits: createMemoryLimits() });
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const isForm = /^\/oauth2\/(token|revoke|introspect)/.test(path);
    const init = {
      method,
      ...(method === "POST" && { headers: isForm ? form : { "content-type": "application/json" } }),
    };
    for (let n = 0; n < limit; n++) expect((await request(path, init)).status).not.toBe(429);
    const response = await request(path, init);
    expect(response.status).toBe(429);
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      "retry-after": String(window),
      "ratelimit-policy": expect.stringMatching(`;q=${limit};w=${window}$`),
      ratelimit: expect.stringMatching(`;r=0;t=${window}$`),
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(1_800_000_000 + window),
      "x-ratelimit-reset-after": String(window),
      "x-ratelimit-bucket": expect.stringMatching(/./),
    });
  },
);
