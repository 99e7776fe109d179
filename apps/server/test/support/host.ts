import { randomBytes } from "node:crypto";
import type { OperationId } from "@fluxer-oauth2/contract";
import { operationTable } from "@fluxer-oauth2/contract/operations";
import { createApp } from "../../src/app.ts";
import { trustApplication } from "../../src/applications/trust.ts";
import { occasion } from "../../src/audit/event.ts";
import { type Config, readConfig } from "../../src/config.ts";
import type { BodyOf, StatusWithBody } from "../../src/http/reply.ts";
import { createKeys } from "../../src/keys.ts";
import type { Scope } from "../../src/lib/scopes.ts";
import { createSnowflakes } from "../../src/lib/snowflake.ts";
import { openLimits } from "../../src/limits/open.ts";
import { createLog } from "../../src/log.ts";
import type { TestDatabases } from "./databases.ts";

export const PASSWORD = "correct horse battery staple";
export const CALLBACK = "https://weather.example/callback";

/** The success that the specification documents; a test of a failure compares `body` with what it expects instead. */
export type Answer<Id extends OperationId> = {
  status: number;
  headers: Headers;
  body: BodyOf<Id, StatusWithBody<Id>>;
};
export type Asking = {
  /** The whole Authorization header. */
  token?: string;
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  form?: Record<string, string>;
};
export type Account = { id: string; token: string; email: string };
export type Host = Awaited<ReturnType<typeof startHost>>;

/** The whole provider on a database of the test's, with a clock that the test moves. */
export async function startHost(
  open: TestDatabases,
  settings: Partial<Config> = {},
  keepLine?: (line: string) => void,
) {
  const db = await open();
  const clock = movableClock();
  const lines: Record<string, unknown>[] = [];
  const config = { ...readConfig({ RATE_LIMITS: "off" }), ...settings };
  const log = createLog(config, { write: keepLine ?? ((line: string) => lines.push(JSON.parse(line))) });
  const snowflakes = createSnowflakes({ worker: () => 0, now: clock.now });
  const limits = await openLimits({ config, db, clock, log, isAlone: true });
  const app = createApp({ db, clock, snowflakes, config, log, limits, keys: createKeys(randomBytes(32)) });

  async function call<Id extends OperationId>(id: Id, asking: Asking = {}): Promise<Answer<Id>> {
    const { token, params = {}, query = "", body, form } = asking;
    const { method, path } = operationTable[id];
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
    const headers = new Headers();
    if (token !== undefined) headers.set("authorization", token);
    if (body !== undefined) headers.set("content-type", "application/json");
    const content = form ? new URLSearchParams(form) : body === undefined ? null : JSON.stringify(body);
    const init = { method: method.toUpperCase(), headers, body: content };
    const response = await app.request(`http://localhost${address}${query}`, init);
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers };
    return { ...answer, body: text === "" ? undefined : JSON.parse(text) };
  }

  let accounts = 0;
  return {
    ...{ app, db, clock, snowflakes, limits, lines, config, call },
    /** What `call` cannot say: pages, forms, odd addresses. */
    request: async (path: string, init?: RequestInit) => app.request(`http://localhost${path}`, init),
    fetch: async (request: Request) => app.fetch(request),
    async register(username = `user_${++accounts}`): Promise<Account> {
      const email = `${username}_${++accounts}@example.com`;
      const { body } = await call("register", { body: { email, username, password: PASSWORD } });
      return { id: body.user_id, token: body.token, email };
    },
    async createApplication({ token }: Account, settings: Record<string, unknown> = {}) {
      const { body } = await call("createOauth2Application", {
        token,
        body: { name: "Weather", redirect_uris: [CALLBACK], ...settings },
      });
      const { id, client_secret: secret = "" } = body;
      return { id, secret, botToken: `Bot ${body.bot?.token}`, body };
    },
    /** Whether this secret authenticates the application. */
    async takesSecret(id: string, secret: string): Promise<boolean> {
      const form = { client_id: id, client_secret: secret, token: "any" };
      return (await call("introspectOauth2Token", { form })).status === 200;
    },
    /** What the user's consent gives the application: the authorization code, or nothing where none is waited for. */
    agree,
    /** Both tokens after consent and exchange. */
    async authorize(account: Account, application: Client, scopes: Scope[]) {
      const code = (await agree(account, application, { scope: scopes.join(" ") })).code ?? "";
      const grant = { grant_type: "authorization_code", code, redirect_uri: CALLBACK };
      const form = { ...grant, client_id: application.id, client_secret: application.secret };
      const { body } = await call("exchangeOauth2Token", { form });
      if (!("refresh_token" in body)) throw new Error(`no tokens: ${JSON.stringify(body)}`);
      return { bearer: `Bearer ${body.access_token}`, refreshToken: body.refresh_token };
    },
    /** As `npm run admin -- application trust` does. */
    async trust(application: Client): Promise<void> {
      await trustApplication({ db }, occasion({ clock, snowflakes }, undefined), application.id);
    },
  };

  async function agree({ token }: Account, { id }: Client, asked: Record<string, unknown>) {
    const body = { client_id: id, redirect_uri: CALLBACK, ...asked };
    const { status, body: answer } = await call("grantOauth2Consent", { token, body });
    const code = status === 200 ? new URL(answer.redirect_to).searchParams.get("code") : null;
    return { status, body: answer, code };
  }
}

export type Client = { readonly id: string; readonly secret: string };

function movableClock() {
  let time = Date.parse("2026-11-22T10:00:00.000Z");
  return {
    now: () => time,
    advance(milliseconds: number) {
      time += milliseconds;
    },
  };
}
