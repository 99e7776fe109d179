import { describe, expect, it } from "vitest";
import { createTestHttp, json, seen } from "./harness.ts";

const auditLogs = seen("listAuditLogs", async ({ reply }) => reply(200, []));
const { request } = createTestHttp({ handlers: auditLogs.handlers });
const admin = { authorization: "Bearer token-admin" };

async function faultsOf(path: string, init: RequestInit) {
  const response = await request(path, init);
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as { errors: { path: string; code: string; message: string }[] };
  return errors.map(({ path, code }) => `${path} ${code}`);
}

const create = (body: unknown) => faultsOf("/oauth2/applications", json(body, { authorization: "session" }));

describe("the faults of a request", () => {
  it.each<[unknown, string[]]>([
    [{}, ["name REQUIRED"]],
    [{ name: 1 }, ["name INVALID_TYPE"]],
    [{ name: null }, ["name INVALID_TYPE"]],
    [{ name: "" }, ["name TOO_SHORT", "name INVALID_FORMAT"]],
    [{ name: "n".repeat(101) }, ["name TOO_LONG"]],
    [{ name: "n", bot_public: "yes" }, ["bot_public INVALID_TYPE"]],
    [{ name: "n", redirect_uris: Array(11).fill("https://a.example") }, ["redirect_uris TOO_LONG"]],
    [{ name: "n", redirect_uris: ["https://a.example", 1] }, ["redirect_uris.1 INVALID_TYPE"]],
    [{ bot_public: 1 }, ["name REQUIRED", "bot_public INVALID_TYPE"]],
    ['"text"', [" INVALID_TYPE"]],
  ])("of %j are %j", async (body, faults) => {
    expect((await create(body)).toSorted()).toEqual(faults.toSorted());
  });

  it.each([
    ["limit=0", ["limit TOO_SMALL"]],
    ["limit=101", ["limit TOO_LARGE"]],
    ["limit=1e1", ["limit INVALID_TYPE"]],
    ["limit=ten", ["limit INVALID_TYPE"]],
    ["limit=", ["limit INVALID_TYPE"]],
    ["limit=1&limit=2", ["limit REPEATED"]],
    ["before=-1", ["before INVALID_FORMAT"]],
    ["before=01", ["before INVALID_FORMAT"]],
    ["before=9223372036854775808", ["before INVALID_FORMAT"]],
  ])("of the query %s are %j", async (query, faults) => {
    expect(await faultsOf(`/admin/audit-logs?${query}`, { headers: admin })).toEqual(faults);
  });

  it.each([
    ["/guilds/0x1/members/1", "id"],
    ["/guilds/1/members/%00", "userId"],
    ["/guilds/%ff/roles", "id"],
    ["/guilds/1%2f2/roles", "id"],
  ])("are named for path parameters too: %s has a bad %s", async (path, parameter) => {
    const faults = await faultsOf(path, { headers: { authorization: "session" } });
    expect(faults).toEqual([`${parameter} INVALID_FORMAT`]);
  });
});

describe("what a handler gets", () => {
  it("is of the specification's types, with its defaults", async () => {
    await request("/admin/audit-logs?limit=7&before=12&unknown=1", { headers: admin });
    expect(auditLogs.calls.at(-1)?.query).toEqual({ limit: 7, before: "12" });
    await request("/v1/admin/audit-logs", { headers: admin });
    expect(auditLogs.calls.at(-1)?.query).toEqual({ limit: 50 });
  });
});
