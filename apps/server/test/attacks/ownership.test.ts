import { operationTable } from "@fluxer-oauth2/contract/operations";
import { beforeAll, expect, it } from "vitest";
import { describeDatabases } from "../support/databases.ts";
import { type Account, type Host, PASSWORD, startHost } from "../support/host.ts";
import { type AnyRow, dump } from "../support/tables.ts";

const PREFIX = "/oauth2/applications/{id}";
const PUBLIC = "getPublicApplication";

// Taken from the specification, so that an operation which is added is attacked as well.
const operations = Object.entries(operationTable)
  .filter(([id, { path }]) => path.startsWith(PREFIX) && id !== PUBLIC)
  .map(([, { method, path }]) => [method.toUpperCase(), path] as const);

const BODY = {
  ...{ name: "Mine now", redirect_uris: ["https://evil.example/"], bot_public: false },
  ...{ username: "mine_now", bio: "x", password: PASSWORD, owner_id: "1" },
};

describeDatabases("another user's application", (open) => {
  let host: Host;
  let ada: Account;
  let eve: Account;
  beforeAll(async () => {
    host = await startHost(open);
    [ada, eve] = [await host.register("ada"), await host.register("eve")];
  });

  /** Every row but those that only say what happened. */
  async function state(): Promise<Record<string, readonly AnyRow[]>> {
    const { auditLog, ...rest } = Object.fromEntries(await dump(host.db));
    return rest;
  }

  it.each(operations)("[A34] is refused to a stranger, and no row changes: %s %s", async (method, path) => {
    const { id } = await host.createApplication(ada);
    const before = await state();
    const init = {
      method,
      headers: { authorization: eve.token, "content-type": "application/json" },
      ...(method !== "GET" && { body: JSON.stringify(BODY) }),
    };
    const response = await host.request(path.replace("{id}", id), init);
    expect([response.status, await response.json()]).toMatchObject([403, { code: "ACCESS_DENIED" }]);
    expect(await state()).toEqual(before);
  });

  it("[A34] has seven doors, and each was tried", () => {
    expect(operations).toHaveLength(7);
  });

  it("[A35] owner, identifiers, secrets and flags are not taken from a body, whatever it says", async () => {
    const { token, id: own } = eve;
    const forged = {
      ...{
        id: ada.id,
        owner_id: ada.id,
        client_secret: "canary",
        flags: 1 << 20,
        verified: true,
        system: true,
      },
      ...{ bot: { id: ada.id, token: "canary" }, bot_id: ada.id, trusted: true, permissions: "8" },
      ...{
        constructor: { prototype: { flags: 1 } },
        token: "canary",
        user_id: ada.id,
        secret_hash: "canary",
      },
    };
    const text = (body: object) =>
      JSON.stringify({ ...forged, ...body }).replace("{", '{"__proto__":{"flags":1,"trusted":true},');
    const send = async (method: string, path: string, body: object) => {
      const headers = { authorization: token, "content-type": "application/json" };
      const response = await host.request(path, { method, headers, body: text(body) });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    const account = { email: "mallory@example.com", username: "mallory", password: PASSWORD };
    const registered = await send("POST", "/auth/register", account);
    const guild = await send("POST", "/guilds", { name: "Guild" });
    const connection = await send("POST", "/users/@me/connections", { type: "github", name: "eve" });
    const application = await send("POST", "/oauth2/applications", { name: "Sly" });
    const path = `/oauth2/applications/${application.body.id}`;
    const updated = await send("PATCH", path, {});
    const bot = await send("PATCH", `${path}/bot`, { flags: 0 });
    const answers = [registered, guild, connection, application, updated, bot];
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(guild.body).toMatchObject({ owner_id: own });
    expect(JSON.stringify([answers, await state()])).not.toContain("canary");

    const rows = await state();
    const find = (table: string, id: unknown) => rows[table]?.find((row) => row.id === id);
    const newcomer = { flags: 0, bot: false, system: false, emailVerified: false };
    expect(find("users", registered.body.user_id)).toMatchObject(newcomer);
    expect(find("users", application.body.id)).toMatchObject({ bot: true, flags: 0, botFlags: 0 });
    expect(find("applications", application.body.id)).toMatchObject({ ownerId: own, trusted: false });
    expect(find("guilds", guild.body.id)).toMatchObject({ ownerId: own });
    expect(rows.guildRoles?.every(({ permissions }) => permissions !== "8")).toBe(true);
    expect("trusted" in {}).toBe(false);
  });
});
