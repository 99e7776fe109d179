import { type Fetch, groupFindings, runConformance } from "@fluxer-oauth2/contract-tests";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "./support/databases.ts";
import { startHost } from "./support/host.ts";

const open = testDatabases("sqlite");
let provider: Fetch;

beforeAll(async () => {
  const host = await startHost(open);
  provider = (request) => {
    const { pathname, search } = new URL(request.url);
    return host.request(pathname + search, request);
  };
});

type Body = Record<string, unknown>;

/** Changes JSON answers to requests such as `GET /users/@me`. */
function changed(where: RegExp, change: (body: Body) => unknown): Fetch {
  return async (request) => {
    const response = await provider(request);
    if (!where.test(`${request.method} ${new URL(request.url).pathname}`) || !response.ok) return response;
    const body = (await response.json()) as Body;
    change(body);
    return Response.json(body, { status: response.status, headers: response.headers });
  };
}

/** Answers some requests as if they had been carried out. */
function pretending(where: RegExp, answer: () => Response): Fetch {
  return (request) =>
    where.test(`${request.method} ${new URL(request.url).pathname}`) ? answer() : provider(request);
}

const TOKEN = /^POST (\/v1)?\/oauth2\/token$/;
const OWN = /^GET \/users\/@me$/;
const APPLICATION = /^GET (\/v1)?\/oauth2\/applications\/\d+$/;
const nothing = () => Response.json({}, { headers: { "cache-control": "no-store" } });

const faults: Record<string, [fetch: () => Fetch, only: RegExp, message: RegExp]> = {
  "shows a client secret again": [
    () => changed(APPLICATION, (body) => Object.assign(body, { client_secret: "fxs_not-again" })),
    /^getApplication: succeeds/,
    /^client_secret must not be shown here/,
  ],
  "shows the address without the scope email": [
    () => changed(OWN, (body) => Object.assign(body, { email: "ada@example.com" })),
    /^getCurrentUser: without the scope email/,
    /^email is "ada@example.com", expected absent/,
  ],
  "sends an identifier as a number": [
    () => changed(OWN, (body) => Object.assign(body, { id: Number(body.id) })),
    /^getCurrentUser: succeeds/,
    /^\/id must be string/,
  ],
  "sends a member that is not documented": [
    () => changed(APPLICATION, ({ bot }) => Object.assign(bot ?? {}, { owner: null })),
    /^getApplication: succeeds/,
    /^\/bot\/owner is not documented/,
  ],
  "gives a client's own token a refresh token": [
    () =>
      changed(TOKEN, (body) => Object.assign(body, { refresh_token: body.refresh_token ?? "fxr_too-much" })),
    /without a refresh token/,
    /^refresh_token is "fxr_too-much", expected absent/,
  ],
  "turns the order of scopes around": [
    () =>
      changed(TOKEN, (body) =>
        Object.assign(body, { scope: String(body.scope).split(" ").reverse().join(" ") }),
      ),
    /canonical order/,
    /^scope is "email identify", expected "identify email"/,
  ],
  "calls every token active": [
    () => changed(/introspect$/, (body) => Object.assign(body, { active: true })),
    /can be revoked, at once/,
    /^active is true, expected false/,
  ],
  "revokes nothing": [
    () => pretending(/\/token\/revoke$/, nothing),
    /can be revoked, at once/,
    /^answered 200, expected 401/,
  ],
  "leaves signed out sessions alive": [
    () => pretending(/\/auth\/logout$/, () => new Response(null, { status: 204 })),
    /^a session that was signed out of/,
    /^answered 200, expected 401/,
  ],
  "keeps an application that was deleted": [
    () => pretending(/^DELETE \/oauth2\/applications/, () => new Response(null, { status: 204 })),
    /^a deleted application/,
    /^answered 200, expected 404/,
  ],
};

describe("a provider does not conform when it", { timeout: 60_000 }, () => {
  it.each(Object.entries(faults))("%s", async (_, [fetch, only, message]) => {
    const report = await runConformance({ baseUrl: "http://localhost", fetch: fetch(), only });
    const messages = groupFindings(report.findings).map(({ first }) => first.message);
    expect(messages).toContainEqual(expect.stringMatching(message));
  });
});
