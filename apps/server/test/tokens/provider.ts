import { createHash, randomBytes } from "node:crypto";
import { addUser, newUser } from "../../src/accounts/registration.ts";
import { authenticateSession, startSession } from "../../src/accounts/sessions.ts";
import { clientAuthenticator } from "../../src/applications/client-authenticator.ts";
import { createApplication } from "../../src/applications/create.ts";
import { deleteApplication } from "../../src/applications/delete.ts";
import { resetClientSecret } from "../../src/applications/secret-reset.ts";
import { occasion } from "../../src/audit/event.ts";
import { rememberConsent } from "../../src/authorization/store.ts";
import type { Database } from "../../src/db/database.ts";
import type { Row } from "../../src/db/schema.ts";
import { createKeys } from "../../src/keys.ts";
import type { Scope } from "../../src/lib/scopes.ts";
import { formatScope } from "../../src/lib/scopes.ts";
import { createSnowflakes } from "../../src/lib/snowflake.ts";
import { nextId } from "../../src/lib/time-ordered-id.ts";
import { createLog } from "../../src/log.ts";
import { authenticateAccessToken } from "../../src/tokens/authenticate.ts";
import { tokenEndpoints } from "../../src/tokens/endpoints.ts";
import { issueCode } from "../../src/tokens/store/codes.ts";
import { createGrant } from "../../src/tokens/store/grants.ts";
import { createTestHttp, form } from "../http/harness.ts";
import type { TestDatabases } from "../support/databases.ts";
import { readState } from "./state.ts";

export const CALLBACK = "https://app.example/callback";
export const VERIFIER = "v".repeat(43);
export const CHALLENGE = createHash("sha256").update(VERIFIER).digest("base64url");

export interface User {
  readonly id: string;
  /** For the Authorization header. */
  readonly session: string;
}

export interface Client {
  readonly id: string;
  readonly secret: string;
}

interface Consent {
  readonly scopes?: readonly Scope[];
  readonly redirectUri?: string;
  readonly challenge?: string | null;
}

interface Settings {
  readonly refreshRetrySeconds?: number;
  readonly accessTokenSeconds?: number;
}

/** The token endpoints behind the real http layer, with a clock that the test moves. */
export async function createProvider(open: TestDatabases, settings: Settings = {}) {
  const db = await open();
  let now = Date.UTC(2026, 10, 22);
  const clock = { now: () => now };
  const config = {
    accessTokenSeconds: 604_800,
    refreshTokenSeconds: 2_592_000,
    refreshRetrySeconds: 30,
    sessionSeconds: 2_592_000,
    publicUrl: "http://localhost",
    redirectUriUpdateAllowHttp: false,
    ...settings,
  };
  const snowflakes = createSnowflakes({ worker: 1, now: clock.now });
  const log = createLog({ logLevel: "silent" });
  const deps = { db, clock, snowflakes, keys: createKeys(randomBytes(32)), config, log };
  const setting = () => occasion(deps, undefined);
  const owner = await addAccount("owner");

  async function addAccount(username: string, more: Partial<Row<"users">> = {}): Promise<User> {
    const id = snowflakes.next();
    const session = await db.atomically(function* (tx) {
      yield* addUser(tx, { ...newUser(id, username, now), ...more });
      return yield* startSession(tx, deps, id);
    });
    return { id, session: session.token };
  }

  async function addClient(name = "Weather"): Promise<Client> {
    const wanted = { name, redirectUris: [CALLBACK], botPublic: true, botRequireCodeGrant: false };
    const { id, clientSecret } = await createApplication(deps, setting(), { ...wanted, ownerId: owner.id });
    return { id, secret: clientSecret };
  }

  /** What a user's agreement leaves behind; gives the code that the client would get. */
  function consent(user: User, client: Client, { scopes = ["identify"], ...asked }: Consent = {}) {
    const { redirectUri = CALLBACK, challenge: codeChallenge = null } = asked;
    const parties = { userId: user.id, applicationId: client.id };
    return db.atomically(function* (tx) {
      yield* tx.run(rememberConsent, { ...parties, scope: formatScope(scopes), authorizedAt: now });
      const grantId = nextId(now);
      yield* createGrant(tx, { ...parties, id: grantId, scopes, now });
      const times = { createdAt: now, expiresAt: now + 60_000 };
      const { token } = yield* issueCode(tx, { grantId, redirectUri, codeChallenge, ...times });
      return token;
    });
  }

  const provider = (on: Database) => {
    const handlers = tokenEndpoints({ ...deps, db: on });
    const authenticators = {
      session: (token: string) => authenticateSession(deps, token),
      accessToken: (token: string) => authenticateAccessToken(deps, token),
      bot: async () => undefined,
      client: clientAuthenticator(deps),
    };
    const { request } = createTestHttp({ clock, handlers, authenticators });
    return createCalls(request);
  };

  return {
    db,
    clock,
    ...provider(db),
    /** The same on a database that is not this one in every respect. */
    on: provider,
    advance(milliseconds: number) {
      now += milliseconds;
    },
    user: addAccount,
    client: addClient,
    consent,
    resetSecret: (client: Client, overlapSeconds = 0) =>
      resetClientSecret(deps, setting(), { id: client.id, userId: owner.id, overlapSeconds }),
    deleteApplication: (client: Client) =>
      deleteApplication(deps, setting(), { id: client.id, userId: owner.id }),
    state: () => readState(db),
  };
}

export type Provider = Awaited<ReturnType<typeof createProvider>>;

type Fields = Record<string, string>;
type Send = (path: string, init: RequestInit) => Response | Promise<Response>;

// biome-ignore lint/suspicious/noExplicitAny: what a test expects of a body it compares with the whole of it
export type Answer = { readonly status: number; readonly body: any; readonly headers: Headers };

function createCalls(send: Send) {
  async function call(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await send(path, init);
    const text = await response.text();
    return { status: response.status, body: text && JSON.parse(text), headers: response.headers };
  }
  const post = (path: string, { id, secret }: Client, fields: Fields) =>
    call(path, form({ client_id: id, client_secret: secret, ...fields }));

  return {
    call,
    token: (client: Client, fields: Fields) => post("/oauth2/token", client, fields),
    exchange: (client: Client, code: string, more: Fields = {}) =>
      post("/oauth2/token", client, {
        grant_type: "authorization_code",
        code,
        redirect_uri: CALLBACK,
        ...more,
      }),
    refresh: (client: Client, refresh_token: string, more: Fields = {}) =>
      post("/oauth2/token", client, { grant_type: "refresh_token", refresh_token, ...more }),
    revoke: (client: Client, token: string, more: Fields = {}) =>
      post("/oauth2/token/revoke", client, { token, ...more }),
    introspect: (client: Client, token: string) => post("/oauth2/introspect", client, { token }),
    get: (path: string, authorization: string) => call(path, { headers: { authorization } }),
    remove: (path: string, authorization: string) =>
      call(path, { method: "DELETE", headers: { authorization } }),
  };
}
