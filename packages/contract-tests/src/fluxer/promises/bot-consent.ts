import { asArray } from "../../engine/json.ts";
import { NOT_SENT, OK } from "../rules/kit.ts";
import { text } from "../world/ask.ts";
import { REDIRECT_URI } from "../world/world.ts";
import { type PromiseKit, promise, type Somebody } from "./promise.ts";

const INVALID = { status: [400], body: { code: "INVALID_FORM_BODY" } };
const EVERY_BIT = "18446744073709551615";

export const withoutRedirect = promise(
  "Without a redirect URI only a bot can be added, and only where the application allows it",
  async (kit) => {
    const owner = await kit.somebody("bot_owner");
    const body = async (more: object, settings = {}) => {
      const { id } = await kit.world.newApplication(kit.call, owner, settings);
      return { client_id: id, scope: "bot", guild_id: await kit.world.newGuild(kit.call, owner), ...more };
    };
    const added = await kit.step("grantOauth2Consent", { body: await body({}) }, owner.by, OK);
    if (URL.parse(text(added, "redirect_to"))?.searchParams.has("code"))
      kit.wrong("there is a code though nobody waits for one");
    for (const [more, settings] of [
      [{ scope: "identify bot" }, {}],
      [{ scope: "identify" }, {}],
      [{ response_type: "token" }, {}],
      [{}, { bot_require_code_grant: true }],
    ])
      await kit.step("grantOauth2Consent", { body: await body(more ?? {}, settings) }, owner.by, INVALID);
    const { client_id } = await body({});
    await kit.authorize({ client_id, scope: "bot", response_type: "token" }, NOT_SENT);
    const whole = { redirect_uri: REDIRECT_URI };
    const granted = await body(whole, { bot_require_code_grant: true });
    const { redirect_to } = await kit.step("grantOauth2Consent", { body: granted }, owner.by, OK);
    if (!URL.parse(String(redirect_to))?.searchParams.get("code")) kit.wrong("the whole grant has no code");
  },
);

export const permissions = promise(
  "A bot joins with the permissions that were asked for, without those that nobody knows",
  async (kit) => {
    const owner = await kit.somebody("bot_owner");
    const known = await join(kit, owner, { permissions: EVERY_BIT });
    if (BigInt(known) === BigInt(EVERY_BIT) || BigInt(known) === 0n) kit.wrong("unknown bits were kept");
    kit.same("the permissions of known bits", await join(kit, owner, { permissions: known }), known);
    kit.same("the permissions of one bit", await join(kit, owner, { permissions: "2048" }), "2048");
    kit.same("the permissions when none are asked for", await join(kit, owner, {}), "0");
  },
);

/** Adds a new bot to a new guild. */
async function join(kit: PromiseKit, owner: Somebody, more: object): Promise<string> {
  const { id: userId } = await kit.world.newApplication(kit.call, owner);
  const id = await kit.world.newGuild(kit.call, owner);
  const body = { client_id: userId, scope: "bot", guild_id: id, ...more };
  await kit.step("grantOauth2Consent", { body }, owner.by, OK);
  return permissionsOf(kit, owner, id, userId);
}

/** The permissions of a member's roles together, without those that everyone has. */
export async function permissionsOf(
  kit: PromiseKit,
  { by }: Somebody,
  id: string,
  userId: string,
): Promise<string> {
  const { roles } = await kit.read("getGuildMember", { path: { id, userId } }, by);
  const all = await kit.list("listGuildRoles", { path: { id } }, by);
  const own = all.filter((role) => asArray(roles).includes(role.id) && role.id !== id);
  return String(own.reduce((bits, role) => bits | BigInt(String(role.permissions)), 0n));
}

export const nothingLeft = promise("A consent that fails leaves nothing behind", async (kit) => {
  const [owner, user] = [await kit.somebody("bot_owner"), await kit.somebody("user")];
  const { id } = await kit.world.newApplication(kit.call, owner);
  const guild = await kit.world.newGuild(kit.call, owner);
  const body = { client_id: id, scope: "identify bot", guild_id: guild, redirect_uri: REDIRECT_URI };
  const refused = { status: [403], body: { code: "MISSING_PERMISSIONS" } };
  await kit.step("grantOauth2Consent", { body }, user.by, refused);
  kit.same("the authorizations", await kit.list("listUserOauth2Authorizations", {}, user.by), []);
  const member = { path: { id: guild, userId: id } };
  await kit.step("getGuildMember", member, owner.by, { status: [404] });
});

export const withoutBot = promise("A guild is only looked at where a bot is to be added", async (kit) => {
  const owner = await kit.somebody("bot_owner");
  const { id } = await kit.world.newApplication(kit.call, owner);
  const guild = await kit.world.newGuild(kit.call, owner);
  const body = { client_id: id, scope: "identify", guild_id: guild, redirect_uri: REDIRECT_URI };
  await kit.step("grantOauth2Consent", { body }, owner.by, OK);
  await kit.step("getGuildMember", { path: { id: guild, userId: id } }, owner.by, { status: [404] });
  const { guild_id: _, ...nowhere } = { ...body, scope: "identify bot" };
  await kit.step("grantOauth2Consent", { body: nowhere }, owner.by, OK);
});

export const privateBot = promise("A bot that is not public is added by its owner alone", async (kit) => {
  const [owner, user] = [await kit.somebody("bot_owner"), await kit.somebody("user")];
  const { id } = await kit.world.newApplication(kit.call, owner, { bot_public: false });
  const agree = async (by: Somebody, scope: string, expect: typeof OK) => {
    const guild_id = await kit.world.newGuild(kit.call, by);
    const body = { client_id: id, scope, guild_id, redirect_uri: REDIRECT_URI };
    await kit.step("grantOauth2Consent", { body }, by.by, expect);
  };
  const refused = { status: [403], body: { code: "BOT_IS_PRIVATE" } };
  for (const scope of ["bot", "identify bot"]) await agree(user, scope, refused);
  await agree(user, "identify", OK);
  await agree(owner, "bot", OK);
});
