import { beforeAll, expect, it } from "vitest";
import { eventsOf } from "../support/audit.ts";
import { describeDatabases } from "../support/databases.ts";
import { type Account, type Host, PASSWORD, startHost } from "../support/host.ts";

describeDatabases("sessions", (open) => {
  let host: Host;
  let ada: Account;
  beforeAll(async () => {
    host = await startHost(open, { sessionSeconds: 3600 });
    ada = await host.register("ada");
  });
  const login = (email: string, password: string) => host.call("login", { body: { email, password } });

  it("[A31] begin anew at each login, whatever the address's case", async () => {
    const answer = await login(ada.email.toUpperCase(), PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ user_id: ada.id, token: expect.stringMatching(/^flx_[0-9A-Za-z]{36}$/) });
    expect(answer.body.token).not.toBe(ada.token);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("[A26] are refused for a wrong address and a wrong password in the same words", async () => {
    const wrongPassword = await login(ada.email, "wrong password");
    const wrongAddress = await login("nobody@example.com", PASSWORD);
    expect(wrongPassword.status).toBe(400);
    expect(wrongPassword.body).toMatchObject({
      code: "INVALID_FORM_BODY",
      errors: [{ path: "email" }, { path: "password" }],
    });
    expect(wrongAddress).toMatchObject({ status: 400, body: wrongPassword.body });
  });

  it("[A26] are refused for a wrong address no faster than for a wrong password", async () => {
    const time = async (email: string) => {
      const begin = performance.now();
      await login(email, "wrong password");
      return performance.now() - begin;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 7; round++) {
      known.push(await time(ada.email));
      unknown.push(await time("nobody@example.com"));
    }
    const median = (times: number[]) => times.toSorted((a, b) => a - b)[3] ?? 0;
    // Without the dummy hash it is a twentieth.
    expect(median(unknown)).toBeGreaterThan(median(known) / 2);
  });

  it("leave one event for each attempt", async () => {
    const right = await eventsOf(host.db, () => login(ada.email, PASSWORD));
    expect(right).toMatchObject([{ action: "session.create", outcome: "success", actorUserId: ada.id }]);
    const wrong = await eventsOf(host.db, () => login(ada.email, "wrong password"));
    expect(wrong).toMatchObject([{ action: "session.create", outcome: "failure", actorUserId: ada.id }]);
    const unknown = await eventsOf(host.db, () => login("nobody@example.com", PASSWORD));
    expect(unknown).toMatchObject([{ action: "session.create", outcome: "failure", actorUserId: null }]);
  });

  it("[A31] end at logout, and only the one", async () => {
    const { body: other } = await login(ada.email, PASSWORD);
    const { body: ended } = await login(ada.email, PASSWORD);
    expect((await host.call("logout", { token: ended.token })).status).toBe(204);
    const after = await host.call("getCurrentUser", { token: ended.token });
    expect(after).toMatchObject({ status: 401, body: { code: "INVALID_TOKEN" } });
    expect((await host.call("getCurrentUser", { token: other.token })).status).toBe(200);
  });

  it("[A31] end in time", async () => {
    const { body } = await login(ada.email, PASSWORD);
    host.clock.advance(3600_000 - 1);
    expect((await host.call("getCurrentUser", { token: body.token })).status).toBe(200);
    host.clock.advance(1);
    expect((await host.call("getCurrentUser", { token: body.token })).status).toBe(401);
  });

  it("need the whole token, as it is, without a scheme", async () => {
    const { body } = await login(ada.email, PASSWORD);
    const { token } = body;
    const last = token.endsWith("0") ? "1" : "0";
    const others = [token.slice(0, -1), `${token}0`, token.slice(0, -1) + last, `fxa_${token.slice(4)}`];
    others.push(`Bearer ${token}`, `Bot ${token}`, `flx_${"0".repeat(36)}`);
    for (const other of others) {
      const answer = await host.call("getCurrentUser", { token: other });
      expect(answer, other).toMatchObject({ status: 401, body: { code: "INVALID_TOKEN" } });
    }
  });
});
