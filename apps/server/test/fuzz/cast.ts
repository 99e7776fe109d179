import { expect } from "vitest";
import { formToken } from "../../src/http/pages/forms.ts";
import { CALLBACK, type Host, PASSWORD } from "../support/host.ts";
import { CHALLENGE, VERIFIER } from "../tokens/provider.ts";

/** Whoever sends the requests: what they hold, by the names under which it is sent. */
export type Cast = Awaited<ReturnType<typeof createCast>>;

/** A person with everything that a request can be about, all of it good when it is made. */
export async function createCast(host: Host, victim: Victim) {
  const user = await host.register("fuzzer");
  const { token } = user;
  const redirect_uris = [CALLBACK, "http://127.0.0.1/callback"];
  const application = await host.createApplication(user, { redirect_uris });
  await host.trust(application);
  const { body: guild } = await host.call("createGuild", { token, body: { name: "Guild" } });
  const scopes = ["identify", "email", "guilds", "connections", "admin"] as const;
  const { bearer } = await host.authorize(user, application, [...scopes]);
  const { bearer: narrow } = await host.authorize(user, application, ["email"]);
  // Of grants of their own: the requests spend, replay and revoke them.
  const spare = await host.authorize(user, application, ["identify"]);
  const { refreshToken } = await host.authorize(user, application, ["identify", "email"]);
  const code = async (scope: string, more: Record<string, string> = {}) =>
    (await host.agree(user, application, { redirect_uri: CALLBACK, scope, ...more })).code ?? "";

  const { id, secret, botToken } = application;
  return {
    authorizations: [token, bearer, narrow, botToken, basic(id, secret)],
    session: token,
    bearer,
    bot: botToken,
    basic: basic(id, secret),
    /** Of a browser that is signed in. */
    cookie: cookie(token),
    origin: host.config.publicUrl,
    /** Good values for parameters and members. */
    values: {
      client_id: [id, id, id, victim.application],
      client_secret: [secret],
      id: [id, id, guild.id, guild.id, user.id, victim.application, victim.guild, victim.user],
      applicationId: [id, victim.application],
      userId: [user.id, id, victim.user],
      guild_id: [guild.id, victim.guild],
      redirect_uri: [CALLBACK],
      redirect_uris: [[CALLBACK]],
      refresh_token: [refreshToken],
      code: [await code("identify"), await code("identify", PKCE)],
      code_verifier: [VERIFIER],
      token: [spare.bearer.slice("Bearer ".length), spare.refreshToken],
      email: [user.email],
      password: [PASSWORD],
      csrf: [formToken(token), formToken(FORM)],
      request: [await requestOf(host, token, id)],
    } as Readonly<Record<string, readonly unknown[]>>,
  };
}

const PKCE = { code_challenge: CHALLENGE, code_challenge_method: "S256" };

const FORM = "form";

function cookie(token: string): string {
  return `fluxer_session=${token}; fluxer_form=${FORM}`;
}

/** The consent page that waits for a decision. */
async function requestOf(host: Host, token: string, id: string): Promise<string> {
  const query = new URLSearchParams({
    client_id: id,
    redirect_uri: CALLBACK,
    response_type: "code",
    scope: "identify",
    prompt: "consent",
  });
  const page = await host.request(`/oauth2/authorize?${query}`, { headers: { cookie: cookie(token) } });
  const [request] = /fxq_[0-9A-Za-z]+/.exec(await page.text()) ?? [];
  if (request === undefined) throw new Error("no consent page");
  return request;
}

function basic(id: string, secret: string): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`;
}

/** Whether what the cast authenticates with is still good; a request may well have ended it, as it should. */
export async function isAlive(host: Host, { session, bearer, bot, values }: Cast): Promise<boolean> {
  const [client_id, client_secret] = [String(values.client_id?.[0]), String(values.client_secret?.[0])];
  const form = { client_id, client_secret, token: "any" };
  const answers = await Promise.all([
    ...[session, bearer, bot].map((token) => host.call("getCurrentUser", { token })),
    host.call("introspectOauth2Token", { form }),
  ]);
  return answers.every(({ status }) => status === 200);
}

export type Victim = Awaited<ReturnType<typeof createVictim>>;

/** Somebody who has everything too and is never signed in as: nothing of theirs may change. */
export async function createVictim(host: Host) {
  const account = await host.register("victim");
  const { id: user, token } = account;
  const application = await host.createApplication(account, { name: "Victim", redirect_uris: [CALLBACK] });
  const { body: guild } = await host.call("createGuild", { token, body: { name: "Victim" } });
  await host.call("createConnection", { token, body: { type: "github", name: "victim" } });
  await host.authorize(account, application, ["identify", "email"]);
  await host.agree(account, application, { redirect_uri: CALLBACK, scope: "identify" });
  await host.agree(account, application, { scope: "bot", guild_id: guild.id, permissions: "8" });
  // Written after the answer of the exchange, which does not wait for it: the last that changes with the victim.
  const lastUse = async () => {
    const { body } = await host.call("getApplication", { token, params: { id: application.id } });
    return body.client_secrets?.[0]?.last_used_at;
  };
  await expect.poll(lastUse).toEqual(expect.any(String));
  return { user, application: application.id, guild: guild.id };
}
