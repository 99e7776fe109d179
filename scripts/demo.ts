// npm run demo [-- --base-url URL]: the whole flow through the SDK against a running server, each step with its request
// and answer. It makes an account, an application and a guild of its own, and deletes the application at the end.
import { parseArgs } from "node:util";
import {
  type Client,
  clientCredentials,
  createClient,
  createPkce,
  createState,
  exchangeCode,
  readAuthorizationResponse,
  refreshTokens,
} from "@fluxer-oauth2/client";

const usage = `usage: npm run demo [-- --base-url URL]

Walks the whole OAuth2 flow through the SDK against a running server (default http://127.0.0.1:3000) and prints each
step with its request and answer. Start a server with: npm start`;

const { values: options } = parseArgs({
  options: {
    "base-url": { type: "string", default: "http://127.0.0.1:3000" },
    help: { type: "boolean", default: false },
  },
});
const baseUrl = options["base-url"];

/** Long tokens are cut: enough to see which is which, not enough to use. */
const masked = (text: string) => text.replace(/((?:fx[a-z]_|flx_|\d{15,}\.)\w{4})\w{12,}(\w{4})/g, "$1…$2");

async function printingFetch(request: Request): Promise<Response> {
  const body = await request.clone().text();
  const authorization = request.headers.get("authorization");
  const { pathname, search } = new URL(request.url);
  console.log(`  > ${request.method} ${pathname}${search}`);
  if (authorization)
    console.log(`  > Authorization: ${masked(authorization.replace(/^Basic .*/, "Basic …"))}`);
  if (body) console.log(`  > ${masked(body.replace(/("password":)"[^"]*"/, '$1"…"'))}`);
  const response = await fetch(request);
  const answer = masked(await response.clone().text());
  console.log(`  < ${response.status} ${answer.length > 400 ? `${answer.slice(0, 400)}…` : answer}\n`);
  return response;
}

let steps = 0;
function step(title: string): void {
  steps += 1;
  console.log(`${steps}. ${title}`);
}

/** The data of a call that must succeed for the walk to go on. */
async function must<T>(call: Promise<{ ok: true; data: T } | { ok: false; status: number }>): Promise<T> {
  const result = await call;
  if (result.ok) return result.data;
  throw new Error(`The server answered ${result.status}.`);
}

const connect = (auth?: Parameters<typeof createClient>[0]["auth"]): Client =>
  createClient({ baseUrl, fetch: printingFetch, ...(auth && { auth }) });

async function walk(): Promise<void> {
  const redirectUri = "http://127.0.0.1:9/callback";
  const password = crypto.randomUUID();
  const username = `demo_${createState().slice(0, 8).replaceAll("-", "_")}`;

  step("A person creates an account.");
  const email = `${username.toLowerCase()}@example.com`;
  const account = await must(connect().POST("/auth/register", { body: { email, username, password } }));
  const user = connect({ session: account.token });

  step("As a developer, they create an application; its secrets are shown once.");
  const body = { name: "Demo", redirect_uris: [redirectUri] };
  const application = await must(user.POST("/oauth2/applications", { body }));
  const { id, client_secret = "", bot } = application;
  const app = connect({ client: { id, secret: client_secret } });

  step(
    "As a user, they agree that the application may read who they are (in a browser, the consent page does this).",
  );
  const state = createState();
  const { code_verifier, ...challenge } = await createPkce();
  const request = {
    client_id: id,
    redirect_uri: redirectUri,
    scope: "identify email guilds",
    state,
    ...challenge,
  };
  const consent = await must(user.POST("/oauth2/authorize/consent", { body: request }));

  step("The application checks the redirect and exchanges its code for tokens.");
  const { code } = readAuthorizationResponse(consent.redirect_to, { state });
  const first = await exchangeCode(app, { code, redirect_uri: redirectUri, code_verifier });

  step("It reads the user, and what the token stands for.");
  const delegate = connect({ accessToken: first.access_token });
  await must(delegate.GET("/oauth2/userinfo"));
  await must(delegate.GET("/oauth2/@me"));

  step("It spends the refresh token for a new pair.");
  const second = await refreshTokens(app, { refresh_token: first.refresh_token });

  step("It asks what its token stands for, revokes it, and asks again.");
  await must(app.POST("/oauth2/introspect", { body: { token: second.access_token } }));
  await must(app.POST("/oauth2/token/revoke", { body: { token: second.refresh_token } }));
  await must(app.POST("/oauth2/introspect", { body: { token: second.access_token } }));

  step("It gets a token for itself, without a user.");
  await clientCredentials(app, { scope: "identify" });

  step("The user adds the application's bot to a guild; the bot sees it with its own token.");
  const guild = await must(user.POST("/guilds", { body: { name: "Demo guild" } }));
  const invitation = { client_id: id, scope: "bot", guild_id: guild.id, permissions: "2048" };
  await must(user.POST("/oauth2/authorize/consent", { body: invitation }));
  await must(
    connect({ botToken: bot?.token ?? "" }).GET("/guilds/{id}", { params: { path: { id: guild.id } } }),
  );

  step("The developer deletes the application.");
  await must(user.DELETE("/oauth2/applications/{id}", { params: { path: { id } }, body: { password } }));
  console.log(`Done: ${steps} steps.`);
}

if (options.help) {
  console.log(usage);
} else {
  try {
    await walk();
  } catch (error) {
    const unreachable = error instanceof TypeError && error.message === "fetch failed";
    console.error(
      unreachable
        ? `No server answers at ${baseUrl}. Start one with: npm start`
        : `Step ${steps} failed: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exitCode = 1;
  }
}
