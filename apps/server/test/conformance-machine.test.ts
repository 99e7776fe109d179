import { type Fetch, runConformance } from "@fluxer-oauth2/contract-tests";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "./support/databases.ts";
import { type Host, startHost } from "./support/host.ts";

const open = testDatabases("sqlite");
let host: Host;

beforeAll(async () => {
  host = await startHost(open);
});

const provider: Fetch = (request) => {
  const { pathname, search } = new URL(request.url);
  return host.request(pathname + search, request);
};

/** What a faulty server sees of a request. */
interface Seen {
  request: Request;
  name: string;
  form: URLSearchParams;
}
/** Answers in place of the provider; undefined lets it. */
type Fault = (seen: Seen) => Promise<Response | undefined>;

function faulty(fault: Fault): Fetch {
  return async (request) => {
    const name = `${request.method} ${new URL(request.url).pathname}`;
    const form = new URLSearchParams(await request.clone().text());
    return (await fault({ request, name, form })) ?? provider(request);
  };
}

const headers = { "cache-control": "no-store", pragma: "no-cache" };
const nothing = () => Response.json({}, { headers });
const gone = () => new Response(null, { status: 204 });
const refused = () =>
  Response.json({ error: "invalid_grant", error_description: "No." }, { status: 400, headers });

function again({ request }: Seen, change: { authorization?: string; body?: string }): Promise<Response> {
  const { body, authorization } = change;
  const sent = new Headers(request.headers);
  if (authorization !== undefined) sent.set("authorization", authorization);
  return Promise.resolve(
    provider(new Request(request, { headers: sent, ...(body !== undefined && { body }) })),
  );
}

const TOKEN = "POST /oauth2/token";
const REVOKE = "POST /oauth2/token/revoke";

/** Keeps what a successful exchange was asked for. */
function remembering(member: string, onRepeat: (seen: Seen) => Response | undefined): Fault {
  const spent = new Set<string>();
  return async (seen) => {
    const value = seen.form.get(member);
    if (seen.name !== TOKEN || value === null) return undefined;
    if (spent.has(value)) return onRepeat(seen);
    const response = await again(seen, {});
    if (response.ok) spent.add(value);
    return response;
  };
}

/** Asks in the name of the application that the token was given to. */
function forOwner(path: string): Fault {
  const owners = new Map<string, string>();
  return async (seen) => {
    const authorization = seen.request.headers.get("authorization") ?? "";
    if (seen.name === TOKEN) {
      const response = await again(seen, {});
      const { access_token, refresh_token } = (await response.clone().json()) as Record<string, string>;
      for (const token of [access_token, refresh_token]) if (token) owners.set(token, authorization);
      return response;
    }
    const owner = owners.get(seen.form.get("token") ?? "");
    return seen.name === path && owner !== undefined ? again(seen, { authorization: owner }) : undefined;
  };
}

/** Goes on taking what a reset replaced. */
function keepingOld(reset: RegExp, read: (body: Record<string, string>) => [string, string]): Fault {
  const current = new Map<string, string>();
  return async (seen) => {
    if (reset.test(seen.name)) {
      const response = await again(seen, {});
      const [id, secret] = read((await response.clone().json()) as Record<string, string>);
      current.set(id, secret);
      return response;
    }
    const [scheme, value = ""] = (seen.request.headers.get("authorization") ?? "").split(" ");
    const isBot = scheme === "Bot";
    const id = (isBot ? value.split(".") : atob(scheme === "Basic" ? value : "").split(":"))[0] ?? "";
    const latest = current.get(`${scheme} ${id}`);
    if (latest === undefined) return undefined;
    return again(seen, { authorization: isBot ? `Bot ${latest}` : `Basic ${btoa(`${id}:${latest}`)}` });
  };
}

const pretending = (where: (seen: Seen) => boolean, answer: () => Response): Fault => {
  return async (seen) => (where(seen) ? answer() : undefined);
};

const faults: Record<string, () => Fault> = {
  "revokes no access token": () =>
    pretending(({ name, form }) => name === REVOKE && /^fxa/.test(form.get("token") ?? ""), nothing),
  "revokes no refresh token": () =>
    pretending(({ name, form }) => name === REVOKE && /^fxr/.test(form.get("token") ?? ""), nothing),
  "lets one application revoke another's tokens": () => forOwner(REVOKE),
  "tells one application of another's tokens": () => forOwner("POST /oauth2/introspect"),
  "refuses a code that comes again, and leaves it at that": () => remembering("code", refused),
  "refuses a refresh token that comes again, and leaves it at that": () =>
    remembering("refresh_token", refused),
  "gives all scopes when fewer are asked for": () => async (seen) => {
    if (seen.name !== TOKEN || !seen.form.has("refresh_token")) return undefined;
    seen.form.delete("scope");
    return again(seen, { body: String(seen.form) });
  },
  "deauthorizes nothing": () => pretending(({ name }) => name.startsWith("DELETE /oauth2/@me/"), gone),
  "takes no for yes": () => async (seen) => {
    if (seen.form.get("decision") !== "deny") return undefined;
    seen.form.set("decision", "allow");
    return again(seen, { body: String(seen.form) });
  },
  "ends nothing but the secret when a secret is reset": () => async (seen) => {
    if (!seen.name.endsWith("/client-secret/reset")) return undefined;
    const body = JSON.parse(await seen.request.clone().text());
    return again(seen, { body: JSON.stringify({ overlap_seconds: 1, ...body }) });
  },
  "takes replaced secrets": () =>
    keepingOld(/client-secret\/reset$/, ({ id = "", client_secret = "" }) => [`Basic ${id}`, client_secret]),
  "takes replaced bot tokens": () =>
    keepingOld(/bot\/reset-token$/, ({ token = "" }) => [`Bot ${token.split(".")[0]}`, token]),
  "deletes no application": () => pretending(({ name }) => /^DELETE \/oauth2\/applications/.test(name), gone),
  "lists no authorization": () => async (seen) => {
    if (seen.name !== "GET /oauth2/@me/authorizations") return undefined;
    return (await again(seen, {})).ok ? Response.json([]) : undefined;
  },
};

const ONLY = /^state machine$/;
const config = { machineRuns: 30 };
/** The shortest way to each fault takes hundreds of requests, so that by default there is one of them: FAULTS=all. */
const chosen = process.env.FAULTS === "all" ? Object.keys(faults) : ["revokes no refresh token"];

async function messagesOf(options: Parameters<typeof runConformance>[0]): Promise<string[]> {
  const report = await runConformance(options);
  return report.findings.map(({ message }) => message);
}

describe("the state machine", { timeout: 300_000 }, () => {
  it.each(chosen)("finds a provider that %s, and says how to see it again", async (name) => {
    const fetch = () => faulty((faults[name] ?? expect.fail(name))());
    const usual = { baseUrl: "http://localhost", only: ONLY, config };
    const [message = "", ...others] = await messagesOf({ ...usual, fetch: fetch() });
    expect([message, others]).toEqual([expect.stringMatching(/After: 1\. /), []]);
    const [, machineReplay = ""] = /machineReplay "(.*)"$/.exec(message) ?? [];
    expect(await messagesOf({ ...usual, seed: 2, fetch: fetch(), config: { machineReplay } })).toEqual([
      message,
    ]);
  });

  it("finds a provider in which nothing expires", async () => {
    const usual = { baseUrl: "http://localhost", only: /^state machine in which/, fetch: provider };
    const [message] = await messagesOf({ ...usual, config: { ...config, advance: () => {} } });
    expect(message).toMatch(/which should not work\. After: .*(?:days|seconds) pass/);
  });
});
