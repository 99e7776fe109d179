import { beforeAll, expect, it } from "vitest";
import { eventsOf } from "../support/audit.ts";
import { DECISION } from "../support/browser.ts";
import { describeDatabases } from "../support/databases.ts";
import { PASSWORD } from "../support/host.ts";
import { type Authorization, CALLBACK, startAuthorization } from "./fixture.ts";
import { NOTHING, tracesOf } from "./state.ts";

describeDatabases("the decision on a consent page", (open) => {
  let at: Authorization;
  let path: string;
  beforeAll(async () => {
    at = await startAuthorization(open);
    path = at.ask({ state: "xyz", prompt: "consent" });
  });

  async function fields(decision = "allow"): Promise<Record<string, string>> {
    return { ...(await at.adas.get(path)).form(DECISION), decision };
  }

  it("that allows gives a code; that denies gives access_denied", async () => {
    const allowed = await at.adas.decide(path, "allow");
    expect(allowed.status).toBe(303);
    expect(allowed.location?.searchParams.get("code")).toMatch(/^fxc_/);
    const events = await eventsOf(at.host.db, async () => {
      const traces = await tracesOf(at.host.db, async () => {
        const { location } = await at.adas.decide(path, "deny");
        expect(location?.href.startsWith(CALLBACK)).toBe(true);
        expect(location?.searchParams.get("error")).toBe("access_denied");
        expect(location?.searchParams.get("state")).toBe("xyz");
      });
      expect(traces).toEqual(NOTHING);
    });
    expect(events.map(({ action }) => action)).toEqual(["authorization.deny"]);
  });

  it("[A30] counts once: a replay of either kind is 403 and gives nothing", async () => {
    for (const decision of ["allow", "deny"]) {
      const form = await fields(decision);
      expect((await at.adas.send(DECISION, form)).status).toBe(303);
      const events = await eventsOf(at.host.db, async () => {
        const traces = await tracesOf(at.host.db, async () => {
          for (const again of ["allow", "deny"]) {
            const replay = await at.adas.send(DECISION, { ...form, decision: again });
            expect([replay.status, replay.location]).toEqual([403, undefined]);
          }
        });
        expect(traces).toEqual(NOTHING);
      });
      expect(events).toMatchObject(Array(2).fill({ action: "authorization.refuse", outcome: "failure" }));
    }
  });

  it("[A30] counts once of many times at once, and every other answer leads on to the same request", async () => {
    const form = await fields();
    const traces = await tracesOf(at.host.db, async () => {
      const pages = await Promise.all(Array.from({ length: 10 }, () => at.adas.send(DECISION, form)));
      expect(pages.map(({ status }) => status).toSorted()).toEqual([303, ...Array(9).fill(403)]);
      for (const { text } of pages.filter(({ status }) => status === 403)) {
        expect(text).toContain('<meta http-equiv="refresh" content="0; url=/oauth2/authorize?');
      }
    });
    expect(traces).toEqual({ ...NOTHING, grants: 1, codes: 1 });
  });

  it.each([
    ["from another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["from another site that a browser hides", { origin: "null" }],
    ["without an origin", { origin: "", "sec-fetch-site": "" }],
    ["marked as cross-site", { "sec-fetch-site": "cross-site" }],
    ["from a sibling host", { "sec-fetch-site": "same-site" }],
    ["from another scheme or port", { origin: "https://127.0.0.1:3000", "sec-fetch-site": "" }],
  ])("[A30] sent %s is 403, and the page can still be answered", async (_, headers) => {
    const form = await fields();
    const traces = await tracesOf(at.host.db, async () => {
      expect((await at.adas.send(DECISION, form, headers)).status).toBe(403);
    });
    expect(traces).toEqual(NOTHING);
    expect((await at.adas.send(DECISION, form)).status).toBe(303);
  });

  it.each(["text/plain", "application/json", "multipart/form-data; boundary=x"])(
    "[A30] sent as %s is refused",
    async (type) => {
      const page = await at.adas.send(DECISION, await fields(), { "content-type": type });
      expect(page.status).toBe(415);
    },
  );

  it("[A30] of another session, or with another session's proof, is 403", async () => {
    const form = await fields();
    const bobs = (await at.bobs.get(path)).form(DECISION);
    const traces = await tracesOf(at.host.db, async () => {
      expect((await at.bobs.send(DECISION, form)).status).toBe(403);
      expect((await at.bobs.send(DECISION, { ...form, csrf: bobs.csrf ?? "" })).status).toBe(403);
      expect((await at.adas.send(DECISION, { ...form, csrf: bobs.csrf ?? "" })).status).toBe(403);
      expect((await at.adas.send(DECISION, { ...form, csrf: "" })).status).toBe(403);
      expect((await at.stranger.send(DECISION, form)).status).toBe(403);
    });
    expect(traces).toEqual(NOTHING);
  });

  it.each([
    ["is forged", (token: string) => `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`],
    ["is truncated", (token: string) => token.slice(0, -1)],
    ["is of another kind", (token: string) => token.replace("fxq_", "fxc_")],
    ["is empty", () => ""],
  ])("[A30] [A44] about a question that %s is 403", async (_, forge) => {
    const form = await fields();
    const page = await at.adas.send(DECISION, { ...form, request: forge(form.request ?? "") });
    expect(page.status).toBe(403);
  });

  it("that is neither of the two is 400", async () => {
    expect((await at.adas.send(DECISION, await fields("maybe"))).status).toBe(400);
  });

  it("[A30] after ten minutes is 403", async () => {
    const form = await fields();
    at.host.clock.advance(10 * 60 * 1000);
    const page = await at.adas.send(DECISION, form);
    expect(page.status).toBe(403);
    expect(page.text).toContain("expired");
  });

  it("[A12] [A30] cannot change what was asked: parameters in the form mean nothing", async () => {
    const form = await fields();
    const forged = {
      scope: "identify email",
      redirect_uri: "https://evil.example/",
      client_id: "1",
      state: "other",
    };
    const { location } = await at.adas.send(DECISION, { ...form, ...forged });
    expect(`${location?.origin}${location?.pathname}`).toBe(CALLBACK);
    expect(location?.searchParams.get("state")).toBe("xyz");
    const { body } = await exchange(location?.searchParams.get("code") ?? "");
    expect(body.scope).toBe("identify");
  });

  function exchange(code: string) {
    const { id: client_id, secret: client_secret } = at.app;
    const form = { grant_type: "authorization_code", code, redirect_uri: CALLBACK, client_id, client_secret };
    return at.host.call("exchangeOauth2Token", { form });
  }

  it("[A12] is held against the application as it is then", async () => {
    const app = await at.host.createApplication(at.bob);
    const asked = at.ask({ client_id: app.id });
    const page = (await at.adas.get(asked)).form(DECISION);
    const update = {
      params: { id: app.id },
      token: at.bob.token,
      body: { redirect_uris: ["https://new.example/"] },
    };
    await at.host.call("updateApplication", update);
    const refused = await at.adas.send(DECISION, { ...page, decision: "allow" });
    expect([refused.status, refused.location]).toEqual([400, undefined]);
    const gone = (
      await at.adas.get(at.ask({ client_id: app.id, redirect_uri: "https://new.example/" }))
    ).form(DECISION);
    await at.host.call("deleteApplication", {
      params: { id: app.id },
      token: at.bob.token,
      body: { password: PASSWORD },
    });
    expect((await at.adas.send(DECISION, { ...gone, decision: "allow" })).status).toBe(400);
  });

  it("[A30] [A31] after signing out is 403", async () => {
    const form = await fields();
    await at.adas.send("/sign-out", { csrf: form.csrf ?? "" });
    expect((await at.adas.send(DECISION, form)).status).toBe(403);
    await at.adas.signIn(at.ada);
    expect((await at.adas.send(DECISION, form)).status).toBe(403);
  });
});
