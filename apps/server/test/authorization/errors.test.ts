import { beforeAll, describe, expect, it, vi } from "vitest";
import { StorageError } from "../../src/db/errors.ts";
import { eventsOf } from "../support/audit.ts";
import { testDatabases } from "../support/databases.ts";
import { type Authorization, CALLBACK, startAuthorization } from "./fixture.ts";

const open = testDatabases("sqlite");
let at: Authorization;

beforeAll(async () => {
  at = await startAuthorization(open);
});

/** What the application learns, asked by somebody signed in. */
async function told(parameters: Record<string, string | undefined>, more = "") {
  const { status, location } = await at.adas.get(at.ask({ state: "xyz", ...parameters }) + more);
  expect(status).toBe(302);
  expect(`${location?.origin}${location?.pathname}`).toBe(CALLBACK);
  expect(location?.searchParams.get("state")).toBe("xyz");
  expect(location?.searchParams.get("iss")).toBe(at.host.config.publicUrl);
  expect(location?.searchParams.get("code")).toBeNull();
  return location?.searchParams.get("error");
}

describe("an authorization request", () => {
  it.each([["token"], ["code token"], ["CODE"]])(
    "[A12] with the response type %j is unsupported_response_type",
    async (response_type) => {
      expect(await told({ response_type })).toBe("unsupported_response_type");
    },
  );

  it("[A12] without a response type, or with an empty one, is invalid_request (RFC 6749 3.1, 4.1.2.1)", async () => {
    expect(await told({ response_type: undefined })).toBe("invalid_request");
    expect(await told({ response_type: "" })).toBe("invalid_request");
    expect(await told({ response_type: undefined }, "&response_type[]=code")).toBe("invalid_request");
  });

  it.each([
    ["everything"],
    ["identify everything"],
    ["identify\temail"],
    ["identify  email"],
    [" identify"],
    ["identify,email"],
    ["IDENTIFY"],
    ["a".repeat(10_240)],
    [""],
    [undefined],
    ["admin"],
    ["identify admin"],
  ])("with the scope %j is invalid_scope", async (scope) => {
    expect(await told({ scope })).toBe("invalid_scope");
  });

  const challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  it.each([
    { code_challenge: challenge },
    { code_challenge: challenge, code_challenge_method: "plain" },
    { code_challenge: challenge, code_challenge_method: "s256" },
    { code_challenge_method: "S256" },
    { code_challenge: challenge.slice(1), code_challenge_method: "S256" },
    { code_challenge: `${challenge}A`, code_challenge_method: "S256" },
    { code_challenge: challenge.replace("-", "+"), code_challenge_method: "S256" },
    { prompt: "login" },
    { prompt: "none consent" },
    { permissions: "-1" },
    { permissions: "1.5" },
    { permissions: "0x8" },
    { permissions: "18446744073709551616" },
    { guild_id: "9223372036854775808" },
    { guild_id: "007" },
    { guild_id: "guild" },
  ])("with %j is invalid_request", async (parameters) => {
    expect(await told(parameters)).toBe("invalid_request");
  });

  it.each([
    "response_type=code",
    "scope=email",
    "prompt=none",
    "guild_id=1",
    "permissions=1",
    "code_challenge=x",
    "code_challenge_method=S256",
  ])("[A25] with a second %s is invalid_request", async (again) => {
    const usual = {
      prompt: "consent",
      guild_id: "2",
      permissions: "8",
      code_challenge: challenge,
      code_challenge_method: "S256",
    };
    expect(await told(usual, `&${again}`)).toBe("invalid_request");
  });

  it("[A25] with two states is invalid_request, and neither state comes back", async () => {
    const { location } = await at.adas.get(`${at.ask({ state: "a" })}&state=b`);
    expect(location?.searchParams.getAll("error")).toEqual(["invalid_request"]);
    expect(location?.searchParams.has("state")).toBe(false);
  });

  it("may say anything under names that mean nothing, also twice (RFC 6749 3.1)", async () => {
    expect((await at.adas.get(`${at.ask()}&utm=1&utm=2&__proto__=3`)).status).toBe(200);
  });

  it("for the bot of somebody else that is not public is access_denied", async () => {
    const app = await at.host.createApplication(at.ada, { bot_public: false });
    const path = at.ask({ client_id: app.id, scope: "identify bot" });
    expect((await at.bobs.get(path)).location?.searchParams.get("error")).toBe("access_denied");
    expect((await at.adas.get(path)).status).toBe(200);
    const page = await at.bobs.get(at.ask({ client_id: app.id, scope: "bot", redirect_uri: undefined }));
    expect([page.status, page.location]).toEqual([400, undefined]);
  });

  it("that is refused leaves one event and nothing else", async () => {
    const events = await eventsOf(at.host.db, () => told({ scope: "everything" }));
    expect(events).toMatchObject([
      { action: "authorization.refuse", outcome: "failure", applicationId: at.app.id },
    ]);
  });
});

describe("a request that names no application", () => {
  it.each(["1", "9223372036854775807", "9223372036854775808", "01", "abc", ""])(
    "[A11] never redirects: %j",
    async (client_id) => {
      for (const redirect_uri of [CALLBACK, "https://evil.example/", "javascript:alert(1)"]) {
        const page = await at.adas.get(
          at.ask({ client_id, redirect_uri, scope: "everything", prompt: "none" }),
        );
        expect([page.status, page.location]).toEqual([400, undefined]);
      }
    },
  );

  it("[A11] [A25] or names two, never redirects", async () => {
    const page = await at.adas.get(`${at.ask()}&client_id=${at.app.id}`);
    expect([page.status, page.location]).toEqual([400, undefined]);
  });
});

describe("prompt=none", () => {
  it("is login_required when nobody is signed in", async () => {
    const { location } = await at.stranger.get(at.ask({ prompt: "none" }));
    expect(location?.searchParams.get("error")).toBe("login_required");
  });

  it("[A33] is consent_required the first time, and for a bot always", async () => {
    expect(await told({ prompt: "none", scope: "connections" })).toBe("consent_required");
    await at.adas.decide(at.ask({ scope: "bot identify" }), "allow");
    expect(await told({ prompt: "none", scope: "bot identify" })).toBe("consent_required");
  });
});

it.each([
  [new StorageError("disk full"), "temporarily_unavailable"],
  [new Error("a mistake of ours"), "server_error"],
])("%s is told to the application as %s", async (failure, error) => {
  const broken = await startAuthorization(open);
  const read = broken.host.db.read.bind(broken.host.db);
  vi.spyOn(broken.host.db, "read").mockImplementation((statement, parameters) =>
    statement.name === "find_session" ? Promise.reject(failure) : read(statement, parameters),
  );
  const { location } = await broken.adas.get(broken.ask({ state: "xyz" }));
  expect(location?.searchParams.get("error")).toBe(error);
  expect(location?.searchParams.get("state")).toBe("xyz");
  expect(location?.href).not.toContain(failure.message.slice(-9));
});

describe("a provider that demands PKCE", () => {
  it("refuses a request for a code without a challenge, and takes one with it", async () => {
    const strict = await startAuthorization(open, { requirePkce: true });
    const bare = await strict.adas.get(strict.ask());
    expect(bare.location?.searchParams.get("error")).toBe("invalid_request");
    const challenge = { code_challenge: "a".repeat(43), code_challenge_method: "S256" };
    expect((await strict.adas.get(strict.ask(challenge))).status).toBe(200);
  });
});
