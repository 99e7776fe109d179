import { createHash, createHmac, randomBytes } from "node:crypto";
import { oauthProvider } from "@better-auth/oauth-provider";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { toNodeHandler } from "better-auth/node";
import { jwt } from "better-auth/plugins";
import { CLIENT, collect, plans, REDIRECT_URI, serve, TOKENS } from "./contestant.mjs";
import { openSqlite } from "./sqlite.mjs";

const database = openSqlite();
const ORIGIN = "http://127.0.0.1:3000";
const SECRET = "a secret that is only there because one has to be";
const auth = betterAuth({
  baseURL: ORIGIN,
  secret: SECRET,
  database,
  rateLimit: { enabled: false },
  logger: { disabled: true },
  emailAndPassword: { enabled: true },
  plugins: [
    jwt({ disableSettingJwtHeader: true }),
    oauthProvider({
      loginPage: "/sign-in",
      consentPage: "/consent",
      scopes: ["openid", "profile", "email", "offline_access", "api"],
      accessTokenExpiresIn: 604_800,
      // Also how long a page of consent is good for; the same one is sent throughout.
      codeExpiresIn: 86_400,
      silenceWarnings: { oauthAuthServerConfig: true, openidConfig: true },
    }),
  ],
});
const { runMigrations } = await getMigrations(auth.options);
await runMigrations();
const { adapter, internalAdapter, authCookies } = await auth.$context;

// The plugin's own way to keep a secret of any kind.
const hash = (text) => createHash("sha256").update(text).digest("base64url");
const random = () => randomBytes(24).toString("base64url");
const now = () => new Date();
const later = () => new Date(Date.now() + 604_800_000);

const ada = { email: "ada@example.com", name: "ada", emailVerified: true };
const user =
  (await internalAdapter.findUserByEmail(ada.email))?.user ?? (await internalAdapter.createUser(ada));
const session = await internalAdapter.createSession(user.id);
const client = { field: "clientId", value: CLIENT.id };
if (!(await adapter.findOne({ model: "oauthClient", where: [client] })))
  await adapter.create({
    model: "oauthClient",
    data: {
      clientId: CLIENT.id,
      clientSecret: hash(CLIENT.secret),
      redirectUris: [REDIRECT_URI],
      scopes: ["openid", "profile", "email", "offline_access", "api"],
      clientCredentialsScopes: ["api"],
      grantTypes: ["authorization_code", "client_credentials", "refresh_token"],
      responseTypes: ["code"],
      tokenEndpointAuthMethod: "client_secret_basic",
      requirePKCE: false,
      userId: user.id,
      createdAt: now(),
      updatedAt: now(),
    },
  });

// Without openid where it would add a signature, which the others do not make.
const SCOPES = ["profile", "email", "offline_access"];
const common = { clientId: CLIENT.id, userId: user.id, sessionId: session.id };

async function issue(model, scopes) {
  const token = random();
  await adapter.create({
    model,
    data: { ...common, token: hash(token), scopes, createdAt: now(), expiresAt: later() },
  });
  return token;
}

// It insists on PKCE where a refresh token is given.
const VERIFIER = "a-verifier-of-the-benchmark-that-is-long-enough";

async function makeCode() {
  const code = random();
  const query = {
    response_type: "code",
    client_id: CLIENT.id,
    redirect_uri: REDIRECT_URI,
    scope: SCOPES.join(" "),
    code_challenge: hash(VERIFIER),
    code_challenge_method: "S256",
  };
  await internalAdapter.createVerificationValue({
    identifier: hash(code),
    value: JSON.stringify({
      type: "authorization_code",
      query,
      userId: user.id,
      sessionId: session.id,
      authTime: Date.now(),
    }),
    createdAt: now(),
    updatedAt: now(),
    expiresAt: later(),
  });
  return code;
}

// A browser's cookie, as it is set after a login.
const signature = createHmac("sha256", SECRET).update(session.token).digest("base64");
const cookie = `${authCookies.sessionToken.name}=${encodeURIComponent(`${session.token}.${signature}`)}`;

/** What the page of consent sends back: the query that it was opened with, signed. */
async function signedQuery() {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: CLIENT.id,
    redirect_uri: REDIRECT_URI,
    scope: SCOPES.join(" "),
    state: "af0ifjsldkj",
    code_challenge: hash(VERIFIER),
    code_challenge_method: "S256",
  });
  const asked = new Request(`${ORIGIN}/api/auth/oauth2/authorize?${query}`, { headers: { cookie } });
  return new URL((await auth.handler(asked)).headers.get("location"), ORIGIN).search.slice(1);
}

// As many as it can be asked for; more would take a minute to store.
const count = Math.min(TOKENS, 2000);
database.exec("BEGIN");
const tokens = await collect(count, () => issue("oauthAccessToken", ["openid", "profile", "email"]));
const refreshTokens = await collect(count, () => issue("oauthRefreshToken", SCOPES));
database.exec("COMMIT");
const base = "/api/auth/oauth2";
const paths = { introspect: `${base}/introspect`, userinfo: `${base}/userinfo`, token: `${base}/token` };
const signedIn = { cookie, origin: ORIGIN };
serve(
  toNodeHandler(auth),
  {
    ...plans(paths, { tokens, refreshTokens, clientScope: "api", verifier: VERIFIER }),
    applications: {
      ...{ method: "GET", path: `${base}/get-clients`, headers: signedIn, pool: [[]], use: "cycle" },
      expect: { status: 200, includes: ['"redirect_uris":'] },
    },
    consent: {
      ...{ method: "POST", path: `${base}/consent`, pool: [[]], use: "cycle" },
      headers: { ...signedIn, "content-type": "application/json" },
      body: JSON.stringify({ accept: true, oauth_query: await signedQuery() }),
      expect: { status: 200, includes: ["code="] },
    },
  },
  makeCode,
  database,
);
