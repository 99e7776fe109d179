import { beforeEach, expect, it } from "vitest";
import { type Authorization, startAuthorization } from "../authorization/fixture.ts";
import { NOTHING, tracesOf } from "../authorization/state.ts";
import { createBrowser, DECISION } from "../support/browser.ts";
import { describeDatabases } from "../support/databases.ts";
import { PASSWORD } from "../support/host.ts";

describeDatabases("consent", (open) => {
  let at: Authorization;
  beforeEach(async () => {
    at = await startAuthorization(open);
  });

  it("[A30] is bound to the session: another one of the same user cannot give it", async () => {
    const elsewhere = createBrowser(at.host);
    await elsewhere.signIn(at.ada);
    const mine = (await at.adas.get(at.ask())).form(DECISION);
    const theirs = (await elsewhere.get(at.ask())).form(DECISION);
    const traces = await tracesOf(at.host.db, async () => {
      for (const form of [mine, { ...mine, csrf: theirs.csrf ?? "" }]) {
        const page = await elsewhere.send(DECISION, { ...form, decision: "allow" });
        expect([page.status, page.location]).toEqual([403, undefined]);
      }
    });
    expect(traces).toEqual(NOTHING);
  });

  it("[A30] is bound to the request: the proof of one form does not answer another user's question", async () => {
    const mine = (await at.adas.get(at.ask())).form(DECISION);
    const theirs = (await at.bobs.get(at.ask({ scope: "identify email guilds" }))).form(DECISION);
    const traces = await tracesOf(at.host.db, async () => {
      const crossed = { ...mine, request: theirs.request ?? "", decision: "allow" };
      expect((await at.adas.send(DECISION, crossed)).status).toBe(403);
    });
    expect(traces).toEqual(NOTHING);
  });

  it("[A30] cannot be given to the API with the cookie that a browser sends by itself", async () => {
    const cookie = `fluxer_session=${at.adas.cookies.get("fluxer_session")}`;
    const body = JSON.stringify({ client_id: at.app.id, redirect_uri: "x", scope: "identify" });
    const traces = await tracesOf(at.host.db, async () => {
      for (const type of ["application/json", "text/plain", "application/x-www-form-urlencoded"]) {
        const headers = { cookie, "content-type": type };
        const init = { method: "POST", body, headers };
        const response = await at.host.request("/oauth2/authorize/consent", init);
        expect([401, 415]).toContain(response.status);
      }
    });
    expect(traces).toEqual(NOTHING);
  });

  it("[A33] is asked for the first time and for more, and prompt=none gets none of both", async () => {
    const silently = async (scope: string) => {
      const { location } = await at.adas.get(at.ask({ scope, prompt: "none" }));
      return location?.searchParams.get("error") ?? "code";
    };
    expect(await tracesOf(at.host.db, () => silently("identify"))).toEqual(NOTHING);
    expect(await silently("identify")).toBe("consent_required");
    await at.adas.decide(at.ask({ scope: "identify" }), "allow");
    expect(await silently("identify")).toBe("code");
    const traces = await tracesOf(at.host.db, async () => {
      for (const wider of ["identify email", "email", "identify guilds connections", "identify bot"]) {
        expect(await silently(wider), wider).toBe("consent_required");
        expect((await at.adas.get(at.ask({ scope: wider }))).status, wider).toBe(200);
      }
    });
    expect(traces).toEqual(NOTHING);
  });

  it("[A31] is not to be had with a session that somebody else put into the browser", async () => {
    const fixed = `flx_${"0".repeat(36)}`;
    for (const [from, more] of [
      ["/sign-in", { email: at.ada.email, password: PASSWORD }],
      ["/sign-up", { email: "new@example.com", username: "newcomer", global_name: "", password: PASSWORD }],
    ] as const) {
      const victim = createBrowser(at.host);
      victim.cookies.set("fluxer_session", fixed);
      const form = { ...(await victim.get(from)).form(from), ...more };
      expect((await victim.send(from, form)).status).toBe(303);
      expect(victim.cookies.get("fluxer_session")).toMatch(/^flx_/);
      expect(victim.cookies.get("fluxer_session")).not.toBe(fixed);
      expect((await at.host.call("getCurrentUser", { token: fixed })).status).toBe(401);
    }
  });

  it("[A31] ends when the session does: nothing of it works after signing out", async () => {
    const token = at.adas.cookies.get("fluxer_session") ?? "";
    await at.adas.send("/sign-out", (await at.adas.get("/")).form("/sign-out"));
    at.adas.cookies.set("fluxer_session", token);
    expect((await at.adas.get(at.ask())).text).toContain('action="/sign-in"');
    const { location } = await at.adas.get(at.ask({ prompt: "none" }));
    expect(location?.searchParams.get("error")).toBe("login_required");
    const traces = await tracesOf(at.host.db, async () => {
      expect((await at.host.agree({ ...at.ada, token }, at.app, { scope: "identify" })).status).toBe(401);
    });
    expect(traces).toEqual(NOTHING);
  });
});
