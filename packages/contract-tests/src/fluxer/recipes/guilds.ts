import type { Call, NamedCase, Recipe } from "../../engine/index.ts";
import { bot, session } from "../world/credentials.ts";
import type { World } from "../world/world.ts";
import { identifier } from "./members.ts";
import type { RecipeBook } from "./recipes.ts";

const UNKNOWN_GUILD = { status: [404], body: { code: "UNKNOWN_GUILD" } };
const NOT_FOR_STRANGERS = { status: [403], body: { code: "ACCESS_DENIED" } };

export const guilds: RecipeBook = (world) => ({
  getGuild: inGuild(world, async () => ({})),
  listGuildRoles: inGuild(world, async () => ({})),
  getGuildMember: inGuild(world, async (call) => ({ userId: (await world.account(call, "owner")).id }), [
    {
      name: "of an unknown member",
      expect: { status: [404], body: { code: "UNKNOWN_USER" } },
      request: async (call) => ({ path: { id: await world.guild(call), userId: world.random.digits(18) } }),
    },
    {
      name: "of the bot",
      expect: { status: [200] },
      request: async (call) => ({
        path: { id: await world.guild(call), userId: (await world.application(call, "main")).id },
      }),
    },
  ]),
});

function inGuild(
  world: World,
  more: (call: Call) => Promise<Record<string, string>>,
  cases: NamedCase[] = [],
): Recipe {
  const nothing = world.random.digits(18);
  const request = async (call: Call) => ({ path: { id: await world.guild(call), ...(await more(call)) } });
  return {
    request,
    members: { ...identifier("id"), ...identifier("userId") },
    cases: [
      ...cases,
      {
        name: "of an unknown guild",
        expect: UNKNOWN_GUILD,
        request: async (call) => ({ path: { id: nothing, ...(await more(call)) } }),
      },
      {
        name: "by somebody who is not in the guild",
        expect: NOT_FOR_STRANGERS,
        request,
        by: async (call) => session((await world.account(call, "stranger")).session),
      },
      {
        name: "by another application's bot",
        expect: NOT_FOR_STRANGERS,
        request,
        by: async (call) => bot((await world.application(call, "foreign")).botToken),
      },
    ],
  };
}
