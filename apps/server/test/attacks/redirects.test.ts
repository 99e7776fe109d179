import { beforeAll, expect, it } from "vitest";
import { type Authorization, CALLBACK, startAuthorization } from "../authorization/fixture.ts";
import { NOTHING, tracesOf } from "../authorization/state.ts";
import { eventsOf } from "../support/audit.ts";
import { describeDatabases } from "../support/databases.ts";

const EVIL = [
  "https://weather.example/x/../callback",
  "https://weather.example/%2e%2e/callback",
  "https://weather.example/%252e%252e/callback",
  "https://weather.example%2Fcallback",
  "https://weather.example/callback/",
  "https://weather.example/callback?a=1",
  "https://weather.example/callback#x",
  "https://user@weather.example/callback",
  "https://weather.example.evil.com/callback",
  "https://weather.example:8443/callback",
  "https://weather.example/CALLBACK",
  "https://weather.example/%63allback",
  "https:evil.com",
  "//weather.example/callback",
  "/\\weather.example/callback",
  "https://weather.example/call\tback",
  "https://weather.example/callback\r\n",
  "https://weather.example/callback\0",
  "https://weather。example/callback",
  "https://wеather.example/callback",
  `https://weather.example/${"a".repeat(65_536)}`,
];

describeDatabases("an answer to an authorization request", (open) => {
  let at: Authorization;
  beforeAll(async () => {
    at = await startAuthorization(open);
    await at.adas.decide(at.ask({ scope: "identify" }), "allow");
  });

  /** Refused to somebody whose consent is remembered, so that a request which held would have got a code. */
  async function expectNoRedirect(path: string): Promise<void> {
    const traces = await tracesOf(at.host.db, async () => {
      const page = await at.adas.get(path);
      expect([page.status, page.location], path).toEqual([400, undefined]);
    });
    expect(traces).toEqual(NOTHING);
  }

  it.each(EVIL)(
    "[A06] [A07] goes nowhere but to the registered URI, and nothing is left: %j",
    async (uri) => {
      const events = await eventsOf(at.host.db, () => expectNoRedirect(at.ask({ redirect_uri: uri })));
      expect(events.length).toBeLessThanOrEqual(1);
      for (const { outcome } of events) expect(outcome).toBe("failure");
    },
  );

  it.each(EVIL)(
    "[A06] [A07] is refused to a first-party client too, and nothing is left: %j",
    async (redirect_uri) => {
      const traces = await tracesOf(at.host.db, async () => {
        const { status, body } = await at.host.agree(at.ada, at.app, { redirect_uri, scope: "identify" });
        expect([400, 413]).toContain(status);
        expect(body).not.toHaveProperty("redirect_to");
      });
      expect(traces).toEqual(NOTHING);
    },
  );

  it.each([
    "http://127.0.0.1:8080/other",
    "http://user@127.0.0.1:8080/cb",
    "http://127.1:8080/cb",
    "http://0177.0.0.1:8080/cb",
    "http://[::ffff:127.0.0.1]:8080/cb",
    "http://localhost.evil.com:8080/cb",
  ])("[A09] varies in the port of a loopback URI only: %s", async (redirect_uri) => {
    const app = await at.host.createApplication(at.ada, { redirect_uris: ["http://127.0.0.1:8080/cb"] });
    await expectNoRedirect(at.ask({ client_id: app.id, redirect_uri, prompt: "none" }));
    const { body } = await at.host.agree(at.ada, app, { redirect_uri, scope: "identify" });
    expect(body).not.toHaveProperty("redirect_to");
    const other = "http://127.0.0.1:51004/cb";
    const { status } = await at.host.agree(at.ada, app, { redirect_uri: other, scope: "identify" });
    expect(status).toBe(200);
  });

  it.each(["1", "\0", "'", "\ud800", "😀", "9".repeat(65_536), ""])(
    "[A11] goes nowhere for the unknown client %j, whatever else is asked",
    async (client_id) => {
      for (const redirect_uri of [
        CALLBACK,
        "https://evil.example/",
        "javascript:alert(1)",
        "//evil.example",
      ]) {
        await expectNoRedirect(at.ask({ client_id, redirect_uri }));
        await expectNoRedirect(at.ask({ client_id, redirect_uri, scope: "everything", prompt: "none" }));
      }
    },
  );

  it("[A11] goes nowhere while the URI does not hold, whatever else is wrong", async () => {
    const redirect_uri = "https://evil.example/";
    for (const wrong of [{ scope: "everything" }, { response_type: "token" }, { code_challenge: "x" }]) {
      await expectNoRedirect(at.ask({ redirect_uri, prompt: "none", ...wrong }));
      await expectNoRedirect(at.ask({ redirect_uri: undefined, prompt: "none", ...wrong }));
    }
  });

  it.each([["token"], ["code token"], ["CODE"], [""], [["code"]], [null], [{}]])(
    "[A12] is refused to a first-party client for the response type %j",
    async (response_type) => {
      const traces = await tracesOf(at.host.db, async () => {
        const { status, body } = await at.host.agree(at.ada, at.app, { scope: "identify", response_type });
        expect([status, body]).toMatchObject([400, { errors: [{ path: "response_type" }] }]);
      });
      expect(traces).toEqual(NOTHING);
    },
  );
});
