import { randomBytes } from "node:crypto";
import OAuth2Server from "@node-oauth/oauth2-server";
import express from "express";
import { CLIENT, collect, plans, REDIRECT_URI, serve, TOKENS } from "./contestant.mjs";
import { memoryModel, sqliteModel } from "./oauth2-models.mjs";

const { Request, Response } = OAuth2Server;
const CLIENT_ROW = {
  id: CLIENT.id,
  redirectUris: [REDIRECT_URI],
  grants: ["authorization_code", "refresh_token", "client_credentials"],
};
const USER = { id: "1465923871230984192", username: "ada", email: "ada@example.com" };

const store =
  process.env.STORAGE === "sqlite" ? sqliteModel(CLIENT_ROW, USER) : memoryModel(CLIENT_ROW, USER);
const { model } = store;
const oauth = new OAuth2Server({
  model,
  accessTokenLifetime: 604_800,
  refreshTokenLifetime: 2_592_000,
  alwaysIssueNewRefreshToken: true,
});

const app = express().disable("x-powered-by").disable("etag");
app.use(express.urlencoded({ extended: false }));

app.post("/token", async (request, response, next) => {
  try {
    const answer = new Response(response);
    await oauth.token(new Request(request), answer);
    response.set(answer.headers).status(answer.status).json(answer.body);
  } catch (error) {
    next(error);
  }
});

// The library has neither of these two; this is the least that one would write with it.
app.get("/userinfo", async (request, response, next) => {
  try {
    const { user } = await oauth.authenticate(new Request(request), new Response(response));
    response.set("cache-control", "no-store").json({ sub: user.id, name: user.username, email: user.email });
  } catch (error) {
    next(error);
  }
});

app.post("/introspect", async (request, response, next) => {
  try {
    const [, encoded = ""] = (request.headers.authorization ?? "").split(" ");
    const [id, secret] = Buffer.from(encoded, "base64").toString().split(":");
    const client = await model.getClient(id, secret);
    if (!client) return response.status(401).json({ error: "invalid_client" });
    const token = await model.getAccessToken(request.body.token);
    response.set("cache-control", "no-store");
    if (!token || token.client.id !== client.id || token.accessTokenExpiresAt < new Date())
      return response.json({ active: false });
    const exp = Math.floor(token.accessTokenExpiresAt.getTime() / 1000);
    response.json({
      active: true,
      client_id: client.id,
      sub: token.user.id,
      scope: token.scope?.join(" "),
      exp,
    });
  } catch (error) {
    next(error);
  }
});

app.use((error, _request, response, _next) => {
  response.status(error.code ?? 500).json({ error: error.name, error_description: error.message });
});

const random = () => randomBytes(32).toString("hex");
const later = () => new Date(Date.now() + 604_800_000);

async function newToken() {
  const token = { accessToken: random(), refreshToken: random(), scope: ["profile"] };
  const expiry = { accessTokenExpiresAt: later(), refreshTokenExpiresAt: later() };
  await model.saveToken({ ...token, ...expiry }, CLIENT_ROW, USER);
  return token;
}

async function makeCode() {
  const authorizationCode = random();
  const code = { authorizationCode, expiresAt: later(), redirectUri: REDIRECT_URI, scope: ["profile"] };
  await model.saveAuthorizationCode(code, CLIENT_ROW, USER);
  return authorizationCode;
}

store.database?.exec("BEGIN");
const seeded = await collect(TOKENS, newToken);
store.database?.exec("COMMIT");
const pools = {
  tokens: seeded.map(({ accessToken }) => accessToken),
  refreshTokens: seeded.map(({ refreshToken }) => refreshToken),
  clientScope: undefined,
};
serve(
  app,
  plans({ introspect: "/introspect", userinfo: "/userinfo", token: "/token" }, pools),
  makeCode,
  store.database,
);
