import { beforeAll, expect, it } from "vitest";
import { eventsOf } from "../support/audit.ts";
import { describeDatabases } from "../support/databases.ts";
import type { Account } from "../support/host.ts";
import { type Authorization, CALLBACK, startAuthorization } from "./fixture.ts";
import { NOTHING, tracesOf } from "./state.ts";

describeDatabases("the consent of a first-party client", (open) => {
  let at: Authorization;
  let guild: string;
  beforeAll(async () => {
    at = await startAuthorization(open);
    guild = await createGuild(at.ada);
  });

  async function createGuild({ token }: Account): Promise<string> {
    return (await at.host.call("createGuild", { token, body: { name: "Meteorologists" } })).body.id;
  }

  const consent = (account: Account, asked: Record<string, unknown>) =>
    at.host.call("grantOauth2Consent", {
      token: account.token,
      body: { client_id: at.app.id, redirect_uri: CALLBACK, scope: "identify", ...asked },
    });

  it("gives a code with the state, in one transaction with the consent and its event", async () => {
    const events = await eventsOf(at.host.db, async () => {
      const traces = await tracesOf(at.host.db, async () => {
        const { status, headers, body } = await consent(at.bob, { scope: "email identify", state: "a b" });
        expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
        const answer = new URL(body.redirect_to);
        expect(`${answer.origin}${answer.pathname}`).toBe(CALLBACK);
        expect([...answer.searchParams.keys()]).toEqual(["code", "state", "iss"]);
        expect(answer.searchParams.get("state")).toBe("a b");
      });
      expect(traces).toEqual({ ...NOTHING, consents: 1, grants: 1, codes: 1 });
    });
    expect(events).toEqual([
      { action: "authorization.grant", outcome: "success", actorUserId: at.bob.id, applicationId: at.app.id },
    ]);
  });

  it("takes identifiers as numbers too, as long as JSON carries them", async () => {
    expect((await consent(at.bob, { client_id: 4711 })).body).toMatchObject({ code: "UNKNOWN_APPLICATION" });
  });

  it("adds the bot with a role of exactly the known permissions, and issues a code all the same", async () => {
    const traces = await tracesOf(at.host.db, async () => {
      const asked = { scope: "bot", guild_id: guild, permissions: String(2048n + (1n << 19n) + (1n << 60n)) };
      const { body } = await consent(at.ada, asked);
      expect(new URL(body.redirect_to).searchParams.get("code")).toMatch(/^fxc_/);
    });
    expect(traces).toEqual({ consents: 1, grants: 1, codes: 1, members: 1, roles: 1 });
    const { body: roles } = await at.host.call("listGuildRoles", {
      token: at.ada.token,
      params: { id: guild },
    });
    expect(roles.at(-1)).toMatchObject({ name: "Weather", permissions: "2048" });
  });

  it("adds only a bot without a redirect URI, and then issues no code", async () => {
    const other = await createGuild(at.ada);
    const traces = await tracesOf(at.host.db, async () => {
      const { body } = await consent(at.ada, { scope: "bot", guild_id: other, redirect_uri: undefined });
      expect(body.redirect_to).toBe(`${at.host.config.publicUrl}/oauth2/authorized`);
    });
    expect(traces).toEqual({ ...NOTHING, members: 1 });
    expect((await at.stranger.get("/oauth2/authorized")).status).toBe(200);
  });

  const refusals: [string, () => Promise<Record<string, unknown>>, number, string, string?][] = [
    ["an unknown application", async () => ({ client_id: "4711" }), 404, "UNKNOWN_APPLICATION"],
    [
      "a redirect URI that is not registered",
      async () => ({ redirect_uri: `${CALLBACK}/` }),
      400,
      "INVALID_FORM_BODY",
      "redirect_uri",
    ],
    ["no redirect URI", async () => ({ redirect_uri: undefined }), 400, "INVALID_FORM_BODY", "redirect_uri"],
    [
      "another response type",
      async () => ({ response_type: "token" }),
      400,
      "INVALID_FORM_BODY",
      "response_type",
    ],
    ["an unknown scope", async () => ({ scope: "identify everything" }), 400, "INVALID_FORM_BODY", "scope"],
    ["the scope admin", async () => ({ scope: "admin" }), 400, "INVALID_FORM_BODY", "scope"],
    [
      "a challenge without its method",
      async () => ({ code_challenge: "a".repeat(43) }),
      400,
      "INVALID_FORM_BODY",
      "code_challenge_method",
    ],
    [
      "permissions beyond 64 bits",
      async () => ({ permissions: "18446744073709551616" }),
      400,
      "INVALID_FORM_BODY",
      "permissions",
    ],
    ["negative permissions", async () => ({ permissions: "-8" }), 400, "INVALID_FORM_BODY", "permissions"],
    ["a malformed guild", async () => ({ guild_id: "007" }), 400, "INVALID_FORM_BODY", "guild_id"],
    ["an unknown guild", async () => ({ scope: "identify bot", guild_id: "4711" }), 404, "UNKNOWN_GUILD"],
    [
      "a guild that the caller does not manage",
      async () => ({ scope: "identify bot", guild_id: guild, permissions: "8" }),
      403,
      "MISSING_PERMISSIONS",
    ],
    ["a private bot of somebody else", privateBot, 403, "BOT_IS_PRIVATE"],
  ];
  it.each(refusals)(
    "[A12] refuses %s, and leaves nothing but an event",
    async (_, asked, status, code, path) => {
      const given = { scope: "connections", ...(await asked()) };
      const events = await eventsOf(at.host.db, async () => {
        const traces = await tracesOf(at.host.db, async () => {
          const answer = await consent(at.bob, given);
          expect(answer).toMatchObject({ status, body: { code } });
          if (path) expect(answer.body).toMatchObject({ errors: [{ path }] });
        });
        expect(traces).toEqual(NOTHING);
      });
      expect(
        events.every(({ outcome, action }) => outcome === "failure" && action === "authorization.refuse"),
      ).toBe(true);
    },
  );

  async function privateBot() {
    const app = await at.host.createApplication(at.ada, { bot_public: false });
    return { client_id: app.id, scope: "bot connections" };
  }

  it("refuses a bot that is in the guild, and leaves nothing", async () => {
    const third = await createGuild(at.ada);
    await consent(at.ada, { scope: "bot", guild_id: third });
    const traces = await tracesOf(at.host.db, async () => {
      const answer = await consent(at.ada, { scope: "guilds bot", guild_id: third, permissions: "8" });
      expect(answer).toMatchObject({ status: 400, body: { code: "BOT_ALREADY_IN_GUILD" } });
    });
    expect(traces).toEqual(NOTHING);
  });

  it("grants admin to an application that the operator trusts", async () => {
    const app = await at.host.createApplication(at.ada);
    await at.host.trust(app);
    expect((await consent(at.bob, { client_id: app.id, scope: "admin" })).status).toBe(200);
  });

  it("adds a bot once of many times at once", async () => {
    const crowded = await createGuild(at.ada);
    const asked = { scope: "bot", guild_id: crowded, permissions: "8" };
    const traces = await tracesOf(at.host.db, async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => consent(at.ada, asked)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(400)]);
    });
    expect(traces).toEqual({ ...NOTHING, grants: 1, codes: 1, members: 1, roles: 1 });
  });
});
