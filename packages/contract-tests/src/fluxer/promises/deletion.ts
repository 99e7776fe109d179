import { GONE, INVALID_TOKEN } from "../flows/steps.ts";
import { NOT_SENT, refused } from "../rules/kit.ts";
import { basic, bot } from "../world/credentials.ts";
import { PASSWORD } from "../world/world.ts";
import { hold, mustLive, ownToken } from "./holdings.ts";
import { promise } from "./promise.ts";

const UNKNOWN = { status: [404], body: { code: "UNKNOWN_APPLICATION" } };
const NO_USER = { status: [404], body: { code: "UNKNOWN_USER" } };

export default promise(
  "A deleted application takes its tokens, consents and bot with it, and nothing of any other",
  async (kit) => {
    const [owner, user] = [await kit.somebody("deleter"), await kit.somebody("user")];
    const client = await kit.world.newApplication(kit.call, owner);
    const other = await kit.world.newApplication(kit.call, owner);
    const [held, others] = [await hold(kit, user, client), await hold(kit, user, other)];
    const own = await ownToken(kit, client);
    const guild = await kit.world.newGuild(kit.call, owner);
    for (const { id } of [client, other]) {
      const body = { client_id: id, scope: "bot", guild_id: guild };
      await kit.step("grantOauth2Consent", { body }, owner.by, { status: [200] });
    }

    const path = { id: client.id };
    await kit.step("deleteApplication", { path, body: { password: PASSWORD } }, owner.by, GONE);
    for (const token of [held.access, own]) await kit.use(token, INVALID_TOKEN);
    for (const id of ["getApplication", "listApplicationAuditLogs", "updateApplication"])
      await kit.step(id, { path, ...(id === "updateApplication" && { body: {} }) }, owner.by, UNKNOWN);
    await kit.step("getPublicApplication", { path }, undefined, UNKNOWN);
    await kit.step("getGatewayBot", {}, bot(client.botToken), INVALID_TOKEN);
    await kit.step("getUser", { path }, owner.by, NO_USER);
    await kit.step("getGuildMember", { path: { id: guild, userId: client.id } }, owner.by, NO_USER);
    await kit.refresh(held.refresh, refused("invalid_client", 401), {}, basic(client));
    await kit.authorize(await kit.query({ client_id: client.id }), NOT_SENT);

    const mine = await kit.list("listUserApplications", {}, owner.by);
    kit.same("the list", ids(mine), [other.id]);
    const authorized = await kit.list("listUserOauth2Authorizations", {}, user.by);
    kit.same("the authorizations", ids(authorized.map(({ application }) => application)), [other.id]);
    await mustLive(kit, others);
    const member = { path: { id: guild, userId: other.id } };
    await kit.step("getGuildMember", member, owner.by, { status: [200] });
    await kit.step("getGatewayBot", {}, bot(other.botToken), { status: [200] });
  },
);

function ids(objects: readonly unknown[]): unknown[] {
  return objects.map((each) => (each as { id?: unknown }).id);
}
