import type { OperationId } from "@fluxer-oauth2/contract";
import { operationTable } from "@fluxer-oauth2/contract/operations";
import { createAddresses } from "../../src/http/address.ts";
import type {
  Authenticators,
  BotCaller,
  ClientCaller,
  Subject,
  TokenCaller,
  UserCaller,
} from "../../src/http/caller.ts";
import { createHttp, type HttpDependencies } from "../../src/http/http.ts";
import type { Handlers } from "../../src/http/operation.ts";
import type { Scope } from "../../src/lib/scopes.ts";
import { createLog } from "../../src/log.ts";

export const USER: UserCaller = { kind: "user", userId: "1", sessionId: "s" };
export const BOT: BotCaller = { kind: "bot", userId: "20", applicationId: "20" };
export const CLIENT: ClientCaller = { kind: "client", applicationId: "20", secretId: "c" };

export function tokenWith(...scopes: Scope[]): TokenCaller {
  return {
    kind: "token",
    userId: "1",
    applicationId: "20",
    grantId: "g",
    tokenId: "t",
    scopes,
    expiresAt: 0,
    subject: ADA,
  };
}

const ADA: Subject = {
  ...{ username: "ada", discriminator: 1, globalName: null, avatar: null, avatarColor: null, flags: 0 },
  ...{ bot: false, system: false, email: "ada@example.com", emailVerified: true },
};

/** Credentials that work: `session`, `bot`, the client 20 with `secret`, and an access token that lists its scopes. */
export const authenticators: Authenticators = {
  session: async (token) => (token === "session" ? USER : undefined),
  bot: async (token) => (token === "bot" ? BOT : undefined),
  accessToken: async (token) =>
    token.startsWith("token") ? tokenWith(...(token.split("-").slice(1) as Scope[])) : undefined,
  client: async (id, secret) => (id === "20" && secret === "secret" ? CLIENT : undefined),
};

export const GUILD = { id: "1", name: "a", icon: null, owner_id: "1", system_channel_id: null };

export const USER_RESPONSE = {
  id: "1",
  username: "ada",
  discriminator: "0001",
  global_name: null,
  avatar: null,
  avatar_color: null,
  banner: null,
  bio: null,
  flags: 0,
};

type Options = Partial<Omit<HttpDependencies, "handlers">> & { handlers?: Partial<Handlers> };

/** The http layer with these handlers; any other operation that is reached fails with 500. */
export function createTestHttp({ handlers, ...dependencies }: Options = {}) {
  const lines: Record<string, unknown>[] = [];
  const rest = Object.keys(operationTable).map((id) => [
    id,
    () => Promise.reject(new Error(`no handler for ${id}`)),
  ]);
  const app = createHttp({
    authenticators,
    limits: undefined,
    clock: { now: Date.now },
    log: createLog({ logLevel: "trace" }, { write: (line: string) => lines.push(JSON.parse(line)) }),
    addressOf: createAddresses([]),
    errorPage: ({ status, message, details }) => ({
      body: `<h1>${status}</h1>${[message, ...details]}`,
      headers: {},
    }),
    bodyLimits: { bytes: 65_536, milliseconds: 200 },
    ...dependencies,
    handlers: { ...Object.fromEntries(rest), ...handlers } as Handlers,
  });
  const request = async (path: string, init: RequestInit = {}) =>
    app.request(`http://localhost${path}`, init);
  return { app, lines, request };
}

/** Counts how often a handler is reached. */
export function seen<Id extends OperationId>(id: Id, handler: Handlers[Id]) {
  const calls: Parameters<Handlers[Id]>[0][] = [];
  const counting = ((request: Parameters<Handlers[Id]>[0]) => {
    calls.push(request);
    return (handler as (given: typeof request) => unknown)(request);
  }) as Handlers[Id];
  return { calls, handlers: { [id]: counting } as Partial<Handlers> };
}

export function form(
  fields: Record<string, string> | string,
  headers: Record<string, string> = {},
): RequestInit {
  const body = new URLSearchParams(fields).toString();
  return {
    method: "POST",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  };
}

export function json(body: unknown, headers: Record<string, string> = {}): RequestInit {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { method: "POST", body: text, headers: { "content-type": "application/json", ...headers } };
}

export function basic(id: string, secret: string): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}` };
}
