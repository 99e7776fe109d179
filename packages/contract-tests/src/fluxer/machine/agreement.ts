import { asArray, asObject, asString } from "../../engine/json.ts";
import { basic, bearer, bot } from "../world/credentials.ts";
import {
  type AccessToken,
  consentKey,
  type Index,
  isAlive,
  isBefore,
  isNear,
  type Model,
  type ModelApplication,
  type RefreshToken,
} from "./model.ts";
import { clientOf, demand, type System } from "./system.ts";

type Token = AccessToken | RefreshToken;

/** Asks the server about everything that is known, and demands that it says what the model says. */
export async function checkAgreement(model: Model, system: System): Promise<void> {
  for (const [index, token] of model.accessTokens.entries()) {
    if (isNear(model, token.expiresAt)) continue;
    const name = `access token ${index + 1}`;
    await checkUse(model, system, token, name);
    await checkIntrospection(model, system, token, name);
  }
  for (const [index, token] of model.refreshTokens.entries()) {
    if (!isNear(model, token.expiresAt))
      await checkIntrospection(model, system, token, `refresh token ${index + 1}`);
  }
  for (const account of [0, 1] as const) await checkAuthorizations(model, system, account);
}

/** What the commands change so rarely that the end of a run is soon enough. */
export async function checkAtEnd(model: Model, system: System): Promise<void> {
  for (const application of model.applications) await checkApplication(model, system, application);
  for (const token of [...model.accessTokens, ...model.refreshTokens]) {
    const other = model.applications[token.grant.application === 0 ? 1 : 0];
    if (other.isDeleted) continue;
    const { body } = await system.ask("introspectOauth2Token", { body: { token: token.text } }, basic(other));
    demand(body.active === false, "a token is active to another application than its own");
  }
}

async function checkUse(model: Model, system: System, token: AccessToken, name: string): Promise<void> {
  const { status, body } = await system.ask("getCurrentOauth2User", {}, bearer(token.text));
  const isExpected = isAlive(model, token);
  demand(
    status === (isExpected ? 200 : 401),
    `/oauth2/@me takes ${name} with ${status}, ${told(isExpected)}`,
  );
  if (!isExpected) return;
  const { application, account } = token.grant;
  const { id } = asObject(body.application);
  demand(id === model.applications[application].id, `/oauth2/@me tells ${name} of another application`);
  demand(asArray(body.scopes).join(" ") === token.scopes.join(" "), `${name} has the scopes ${body.scopes}`);
  const user = asObject(body.user).id;
  const isShown = token.scopes.includes("identify") && account !== undefined;
  demand(
    user === (isShown ? system.accountId(account) : undefined),
    `/oauth2/@me tells ${name} of another user`,
  );
}

async function checkIntrospection(model: Model, system: System, token: Token, name: string): Promise<void> {
  const { application, account, scopes } = token.grant;
  const { isDeleted, id } = model.applications[application];
  if (isDeleted) return;
  const by = clientOf(model, application);
  const { status, body } = await system.ask("introspectOauth2Token", { body: { token: token.text } }, by);
  demand(status === 200, `introspection of ${name} answers its own client ${status}`);
  const isExpected = isAlive(model, token);
  demand(
    body.active === isExpected,
    `introspection says active: ${body.active} of ${name}, ${told(isExpected)}`,
  );
  if (!isExpected) return;
  const own = "isRevoked" in token ? token.scopes : scopes;
  demand(body.scope === own.join(" "), `introspection of ${name} tells the scope ${body.scope}`);
  demand(body.client_id === id, `introspection of ${name} tells of another client`);
  const sub = account === undefined ? id : system.accountId(account);
  demand(body.sub === sub, `introspection of ${name} tells of another user`);
}

function told(isAlive: boolean): string {
  return isAlive ? "which should work" : "which should not work";
}

async function checkAuthorizations(model: Model, system: System, account: Index): Promise<void> {
  const { status, list } = await system.authorizations(account);
  demand(status === 200, `the authorizations of account ${account} are answered ${status}`);
  const listed = new Map(
    list.map((entry) => [
      asString(asObject(asObject(entry).application).id),
      asArray(asObject(entry).scopes).toSorted().join(" "),
    ]),
  );
  for (const { id, index } of model.applications) {
    const agreed = model.consents.get(consentKey(account, index)) ?? new Set<string>();
    const scopes = new Set([...agreed].flatMap((set) => set.split(" ")));
    const expected = scopes.size === 0 ? undefined : [...scopes].toSorted().join(" ");
    const found = listed.get(id);
    demand(
      found === expected,
      `account ${account} authorized application ${index} for ${expected ?? "nothing"}, the list says ${found ?? "nothing"}`,
    );
  }
}

/** Its bot tokens and secrets, those of before too. */
export async function checkApplication(
  model: Model,
  system: System,
  application: ModelApplication,
): Promise<void> {
  const { index, isDeleted, oldSecrets, oldBotTokens } = application;
  for (const token of [application.botToken, ...oldBotTokens]) {
    const isExpected = !isDeleted && token === application.botToken;
    const { status } = await system.ask("listCurrentUserApplications", {}, bot(token));
    const which = token === application.botToken ? "the bot token" : "an old bot token";
    demand(status === (isExpected ? 200 : 401), `${which} of application ${index} is answered ${status}`);
  }
  for (const { secret, endsAt } of [{ secret: application.secret, endsAt: Infinity }, ...oldSecrets]) {
    if (isNear(model, endsAt) && model.now() < endsAt) continue;
    const isExpected = !isDeleted && isBefore(model, endsAt);
    const by = basic({ ...application, secret });
    const { status } = await system.ask(
      "introspectOauth2Token",
      { body: { token: "conformance-unknown" } },
      by,
    );
    const which = secret === application.secret ? "the secret" : "an old secret";
    demand(status === (isExpected ? 200 : 401), `${which} of application ${index} is answered ${status}`);
  }
}
