import Provider from "oidc-provider";
import { CLIENT, collect, plans, REDIRECT_URI, serve, TOKENS } from "./contestant.mjs";
import { memoryAdapter, sqliteAdapter } from "./oidc-adapters.mjs";

const ACCOUNT = "1465923871230984192";
// Without openid where it would add a signature, which the others do not make.
const SCOPE = "profile offline_access";

const { adapter, seeding } =
  process.env.STORAGE === "sqlite" ? sqliteAdapter() : { adapter: memoryAdapter(), seeding: undefined };

const provider = new Provider("https://provider.example", {
  adapter,
  clients: [
    {
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
      redirect_uris: [REDIRECT_URI],
      grant_types: ["authorization_code", "refresh_token", "client_credentials"],
      response_types: ["code"],
    },
  ],
  claims: { openid: ["sub"], profile: ["name"], email: ["email"] },
  scopes: ["openid", "offline_access", "api"],
  features: {
    devInteractions: { enabled: false },
    introspection: { enabled: true },
    clientCredentials: { enabled: true },
  },
  pkce: { required: () => false },
  rotateRefreshToken: true,
  ttl: {
    AccessToken: 604_800,
    RefreshToken: 2_592_000,
    AuthorizationCode: 600,
    Grant: 2_592_000,
    ClientCredentials: 604_800,
  },
  findAccount: (_ctx, id) => ({
    accountId: id,
    claims: async () => ({ sub: id, name: "ada", email: "ada@example.com" }),
  }),
  cookies: { keys: ["a key that is only there because one has to be"] },
});
provider.proxy = true;
// Where a fault would go unseen otherwise: the load generator sees a status only.
provider.on("server_error", (_ctx, error) => console.error(error));

const client = await provider.Client.find(CLIENT.id);

async function newGrant(scope) {
  const grant = new provider.Grant({ accountId: ACCOUNT, clientId: CLIENT.id });
  grant.addOIDCScope(scope);
  return grant.save();
}

async function issue(kind, scope, more = {}) {
  const grantId = await newGrant(scope);
  const common = { accountId: ACCOUNT, client, grantId, scope, gty: "authorization_code" };
  return new provider[kind]({ ...common, ...more }).save();
}

const makeCode = () =>
  issue("AuthorizationCode", SCOPE, {
    redirectUri: REDIRECT_URI,
    authTime: Math.floor(Date.now() / 1000),
    sessionUid: "s",
  });

seeding?.exec("BEGIN");
const tokens = await collect(TOKENS, () => issue("AccessToken", "openid profile email"));
const refreshTokens = await collect(TOKENS, () =>
  issue("RefreshToken", SCOPE, { rotations: 0, iiat: Math.floor(Date.now() / 1000) }),
);
seeding?.exec("COMMIT");

const paths = { introspect: "/token/introspection", userinfo: "/me", token: "/token" };
serve(provider.callback(), plans(paths, { tokens, refreshTokens, clientScope: "api" }), makeCode, seeding);
