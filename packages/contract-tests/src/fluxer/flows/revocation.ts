import type { Case, Spec } from "../../engine/index.ts";
import { text } from "../world/ask.ts";
import { basic, bearer, bot, session } from "../world/credentials.ts";
import { PASSWORD, type World } from "../world/world.ts";
import { flow, GONE, INVALID_GRANT, INVALID_TOKEN, OK } from "./steps.ts";

/** What ends credentials, and that they have ended at once. */
export function revocationCases(spec: Spec, world: World): Case[] {
  const refreshed = (refresh: string | undefined) => ({
    body: { grant_type: "refresh_token", refresh_token: refresh },
  });
  return [
    flow(spec, "a session that was signed out of is refused", async (step, call) => {
      const by = session(await world.newSession(call, await world.account(call, "owner")));
      await step("logout", {}, by, GONE);
      await step("getCurrentUser", {}, by, INVALID_TOKEN);
    }),
    flow(spec, "deauthorizing ends the application's tokens and forgets the consent", async (step, call) => {
      const owner = await world.account(call, "owner");
      const client = await world.newApplication(call, owner);
      const code = await world.consent(call, owner, client, "identify");
      const { access, refresh } = await world.exchange(call, client, code);
      const path = { applicationId: client.id };
      await step("deauthorizeApplication", { path }, session(owner.session), GONE);
      await step("getCurrentOauth2User", {}, bearer(access), INVALID_TOKEN);
      await step("exchangeOauth2Token", refreshed(refresh), basic(client), INVALID_GRANT);
      await step("deauthorizeApplication", { path }, session(owner.session), { status: [404] });
    }),
    flow(spec, "a bot token that was replaced is refused", async (step, call) => {
      const owner = await world.account(call, "owner");
      const { id, botToken } = await world.newApplication(call, owner);
      await step("getGatewayBot", {}, bot(botToken), OK);
      const parts = { path: { id }, body: { password: PASSWORD } };
      const reset = await step("resetBotToken", parts, session(owner.session), OK);
      await step("getGatewayBot", {}, bot(botToken), INVALID_TOKEN);
      await step("getGatewayBot", {}, bot(text(reset, "token")), OK);
    }),
    flow(
      spec,
      "a client secret that was replaced is refused, unless there was to be an overlap",
      async (step, call) => {
        const owner = await world.account(call, "owner");
        const { id, secret } = await world.newApplication(call, owner);
        const reset = async (more: object) => {
          const parts = { path: { id }, body: { password: PASSWORD, ...more } };
          return text(await step("resetClientSecret", parts, session(owner.session), OK), "client_secret");
        };
        const grant = { body: { grant_type: "client_credentials" } };
        const second = await reset({ overlap_seconds: 3600 });
        await step("exchangeOauth2Token", grant, basic({ id, secret }), OK);
        const third = await reset({});
        const refused = { status: [401], body: { error: "invalid_client" } };
        await step("exchangeOauth2Token", grant, basic({ id, secret }), refused);
        await step("exchangeOauth2Token", grant, basic({ id, secret: second }), refused);
        await step("exchangeOauth2Token", grant, basic({ id, secret: third }), OK);
      },
    ),
    flow(spec, "a deleted application is gone with its bot and its tokens", async (step, call) => {
      const owner = await world.account(call, "owner");
      const client = await world.newApplication(call, owner);
      const { access } = await world.exchange(
        call,
        client,
        await world.consent(call, owner, client, "identify"),
      );
      const [by, path] = [session(owner.session), { id: client.id }];
      await step("deleteApplication", { path, body: { password: PASSWORD } }, by, GONE);
      await step("getApplication", { path }, by, { status: [404], body: { code: "UNKNOWN_APPLICATION" } });
      await step("getUser", { path }, by, { status: [404], body: { code: "UNKNOWN_USER" } });
      await step("getCurrentOauth2User", {}, bearer(access), INVALID_TOKEN);
      await step("getGatewayBot", {}, bot(client.botToken), INVALID_TOKEN);
    }),
  ];
}
