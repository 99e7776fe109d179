import { beforeEach, describe, expect, it } from "vitest";
import { testDatabases } from "../support/databases.ts";
import { type Authorization, startAuthorization } from "./fixture.ts";

const open = testDatabases("sqlite");
let at: Authorization;

beforeEach(async () => {
  at = await startAuthorization(open);
});

/** Whether this leads to the application at once. */
async function isGrantedAtOnce(parameters: Record<string, string>): Promise<boolean> {
  const { status, location } = await at.adas.get(at.ask(parameters));
  expect(status).toBe(location ? 302 : 200);
  return location?.searchParams.has("code") ?? false;
}

describe("a consent", () => {
  it("is remembered for the scopes it was given for and for fewer, in any order", async () => {
    await at.adas.decide(at.ask({ scope: "identify email" }), "allow");
    for (const scope of ["identify email", "email identify", "identify", "email"]) {
      expect(await isGrantedAtOnce({ scope })).toBe(true);
      expect(await isGrantedAtOnce({ scope, prompt: "none" })).toBe(true);
    }
  });

  it("[A33] is asked for again when more is wanted, also when both parts were agreed to apart", async () => {
    await at.adas.decide(at.ask({ scope: "identify" }), "allow");
    await at.adas.decide(at.ask({ scope: "email" }), "allow");
    expect(await isGrantedAtOnce({ scope: "identify email" })).toBe(false);
    expect(await isGrantedAtOnce({ scope: "identify guilds" })).toBe(false);
  });

  it("is asked for again with prompt=consent", async () => {
    await at.adas.decide(at.ask(), "allow");
    expect(await isGrantedAtOnce({ prompt: "consent" })).toBe(false);
  });

  it("[A33] is asked for again each time a bot is to be added", async () => {
    await at.adas.decide(at.ask({ scope: "bot identify" }), "allow");
    expect(await isGrantedAtOnce({ scope: "bot identify" })).toBe(false);
    expect(await isGrantedAtOnce({ scope: "identify" })).toBe(true);
  });

  it("[A33] is remembered for its user and its application only", async () => {
    await at.adas.decide(at.ask(), "allow");
    expect((await at.bobs.get(at.ask())).status).toBe(200);
    const other = await at.host.createApplication(at.ada);
    expect(await isGrantedAtOnce({ client_id: other.id })).toBe(false);
  });

  it("is forgotten when the user withdraws it, and a refusal is not remembered", async () => {
    await at.adas.decide(at.ask(), "allow");
    const params = { applicationId: at.app.id };
    await at.host.call("deauthorizeApplication", { token: at.ada.token, params });
    expect(await isGrantedAtOnce({})).toBe(false);
    await at.adas.decide(at.ask(), "deny");
    expect(await isGrantedAtOnce({})).toBe(false);
  });

  it("given by a first-party client is remembered too", async () => {
    await at.host.agree(at.ada, at.app, { scope: "guilds" });
    expect(await isGrantedAtOnce({ scope: "guilds" })).toBe(true);
  });
});
