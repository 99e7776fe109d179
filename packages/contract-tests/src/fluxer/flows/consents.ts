import { type Case, operationOf, type Spec } from "../../engine/index.ts";
import { asArray, asObject, parseJson } from "../../engine/json.ts";
import { inBody, session } from "../world/credentials.ts";
import { GUILD_PERMISSIONS, REDIRECT_URI, type World } from "../world/world.ts";
import { flow, OK } from "./steps.ts";

/** What the documentation says of a consent beyond the RFCs. */
export function consentCases(spec: Spec, world: World): Case[] {
  return [
    flow(spec, "the scopes of a pair stand in canonical order", async (step, call) => {
      const [client, owner] = [await world.application(call, "main"), await world.account(call, "owner")];
      const code = await world.consent(call, owner, client, "email identify");
      const body = { grant_type: "authorization_code", code, redirect_uri: REDIRECT_URI };
      const pair = { status: [200], body: { scope: "identify email" } };
      await step("exchangeOauth2Token", { body }, inBody(client), pair);
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
