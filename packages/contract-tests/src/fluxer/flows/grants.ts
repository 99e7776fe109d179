import { type Case, type Expectation, operationOf, type Spec } from "../../engine/index.ts";
import { asArray, asObject, parseJson } from "../../engine/json.ts";
import { text } from "../world/ask.ts";
import { basic, bearer, inBody, session } from "../world/credentials.ts";
import { GUILD_PERMISSIONS, REDIRECT_URI, type World } from "../world/world.ts";
import { flow, INACTIVE, INVALID_GRANT, OK } from "./steps.ts";

// RFC 7636, appendix B.
const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE = {
  code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  code_challenge_method: "S256",
};

function pairOf(scope: string): Expectation {
  return { status: [200], body: { scope, token_type: "Bearer" } };
}

/** What the three grants of the token endpoint give, and what they do not. */
export function grantCases(spec: Spec, world: World): Case[] {
  return [
    flow(spec, "a code gives a pair with its scopes in canonical order, once", async (step, call) => {
      const [client, owner] = [await world.application(call, "main"), await world.account(call, "owner")];
      const code = await world.consent(call, owner, client, "email identify");
      const body = { grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI };
      const pair = await step("exchangeOauth2Token", { body }, inBody(client), pairOf("identify email"));
      const token = text(pair, "access_token");
      text(pair, "refresh_token");
      await step("exchangeOauth2Token", { body }, inBody(client), INVALID_GRANT);
      // RFC 6749 4.1.2: using a code again should revoke what it gave.
      await step("introspectOauth2Token", { body: { token } }, basic(client), INACTIVE);
    }),
    flow(spec, "a code that was asked for with a challenge wants the verifier", async (step, call) => {
      const [client, owner] = [await world.application(call, "main"), await world.account(call, "owner")];
      const code = await world.consent(call, owner, client, "identify", CHALLENGE);
      const body = {
        grant_type: "authorization_code",
        code,
        redirect_uri: REDIRECT_URI,
        code_verifier: VERIFIER,
      };
      await step("exchangeOauth2Token", { body }, basic(client), pairOf("identify"));
    }),
    flow(spec, "a code is not another client's to spend", async (step, call) => {
      const [client, owner] = [await world.application(call, "main"), await world.account(call, "owner")];
      const foreign = await world.application(call, "foreign");
      const body = {
        grant_type: "authorization_code",
        code: await world.consent(call, owner, client, "identify"),
        redirect_uri: REDIRECT_URI,
      };
      await step("exchangeOauth2Token", { body }, basic(foreign), INVALID_GRANT);
      await step("exchangeOauth2Token", { body }, basic(client), pairOf("identify"));
    }),
    flow(spec, "a refresh token gives another pair, with fewer scopes when asked", async (step, call) => {
      const client = await world.application(call, "main");
      const { access, refresh } = await world.newTokens(call, "identify email");
      const body = { grant_type: "refresh_token", refresh_token: refresh, scope: "identify" };
      const pair = await step("exchangeOauth2Token", { body }, basic(client), pairOf("identify"));
      if (text(pair, "refresh_token") === refresh || text(pair, "access_token") === access) {
        call.report("the new pair holds a token of the old one");
      }
      await step("getCurrentUser", {}, bearer(text(pair, "access_token")), {
        status: [200],
        body: { email: undefined },
      });
    }),
    flow(spec, "a client's own token is for its bot, without a refresh token", async (step, call) => {
      const client = await world.application(call, "main");
      const body = { grant_type: "client_credentials" };
      const expect = { status: [200], body: { scope: "bot", refresh_token: undefined } };
      const token = text(await step("exchangeOauth2Token", { body }, basic(client), expect), "access_token");
      const bot = {
        status: [200],
        body: { active: true, sub: client.id, client_id: client.id, token_type: "Bearer" },
      };
      await step("introspectOauth2Token", { body: { token } }, basic(client), bot);
    }),
    flow(spec, "a token is active to its own client only", async (step, call) => {
      const [client, foreign] = [
        await world.application(call, "main"),
        await world.application(call, "foreign"),
      ];
      const { access, refresh } = await world.newTokens(call, "identify");
      const active = { status: [200], body: { active: true, scope: "identify", client_id: client.id } };
      await step("introspectOauth2Token", { body: { token: access } }, basic(client), active);
      await step("introspectOauth2Token", { body: { token: refresh } }, basic(client), active);
      await step("introspectOauth2Token", { body: { token: access } }, basic(foreign), INACTIVE);
    }),
    flow(
      spec,
      "a bot joins with a role of exactly the permissions that were agreed to",
      async (step, call) => {
        const [client, owner] = [await world.application(call, "main"), await world.account(call, "owner")];
        const by = session(owner.session);
        const path = { id: await world.guild(call), userId: client.id };
        const { roles } = await step("getGuildMember", { path }, by, OK);
        const { response } = await call(operationOf(spec, "listGuildRoles"), { path }, { by, expect: OK });
        const all = asArray(parseJson(response.body)).map(asObject);
        const own = all.filter(({ id }) => asArray(roles).includes(id));
        const isExact = own.length === 1 && own[0]?.permissions === GUILD_PERMISSIONS;
        if (!isExact) call.report(`the bot has not one role with the permissions ${GUILD_PERMISSIONS}`);
      },
    ),
  ];
}
