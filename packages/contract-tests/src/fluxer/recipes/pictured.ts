import type { Call, NamedCase, Recipe, RequestParts } from "../../engine/index.ts";
import { text } from "../world/ask.ts";
import { bot, session } from "../world/credentials.ts";
import { picturedApplication } from "../world/pictured.ts";
import { type Application, PASSWORD, type World } from "../world/world.ts";
import type { RecipeBook } from "./recipes.ts";

const OK = { status: [200] };

/** Reads the application that has everything, so that every member that may be null or absent is seen with a value too. */
export const pictured: RecipeBook = (world) => {
  const asked = (
    name: string,
    ask: (its: Application, call: Call) => RequestParts | Promise<RequestParts>,
  ): NamedCase => ({
    name,
    expect: OK,
    request: async (call) => ask(await picturedApplication(world, call), call),
  });
  const own = (body?: unknown) =>
    asked("of an application whose bot has pictures", ({ id }) => ({
      path: { id },
      ...(body !== undefined && { body }),
    }));
  const listed = asked("with an application whose bot has pictures", () => ({}));
  const byBot: NamedCase = {
    ...listed,
    // Whatever token it had may have been replaced.
    by: async (call) => {
      const { id, owner } = await picturedApplication(world, call);
      const parts = { path: { id }, body: { password: PASSWORD } };
      return bot(text(await world.ask(call, "resetBotToken", parts, session(owner.session)), "token"));
    },
  };
  return {
    getApplication: withCases(own()),
    getPublicApplication: withCases(own()),
    updateApplication: withCases(own({ name: "Renamed" })),
    resetClientSecret: withCases(own({ password: PASSWORD, overlap_seconds: 3600 })),
    resetBotToken: withCases(own({ password: PASSWORD })),
    updateBotProfile: withCases(taken(world)),
    listUserApplications: withCases(listed),
    listUserApplicationsAlias: withCases(listed),
    listCurrentUserApplications: withCases(byBot),
    getUser: withCases(asked("of a bot with pictures", ({ id }) => ({ path: { id } }))),
    getGuildMember: withCases(
      asked("of a bot with pictures", async ({ id: userId }, call) => {
        return { path: { id: await world.guild(call), userId } };
      }),
    ),
    listConnections: withCases({
      name: "with a connection",
      expect: OK,
      request: async (call) => {
        const { session: token } = await world.account(call, "owner");
        const body = { type: "github", name: world.random.word(12) };
        await world.ask(call, "createConnection", { body }, session(token));
        return {};
      },
    }),
  };
};

/** A name and number that another bot has. */
function taken(world: World): NamedCase {
  return {
    name: "to another bot's name and number",
    expect: { status: [400], body: { code: "USERNAME_NOT_AVAILABLE" } },
    request: async (call) => {
      const { id, owner } = await picturedApplication(world, call);
      const parts = { path: { id }, body: { bio: "With pictures" } };
      const its = await world.ask(call, "updateBotProfile", parts, session(owner.session));
      const body = { username: text(its, "username"), discriminator: text(its, "discriminator") };
      return { path: { id: (await world.application(call, "scratch")).id }, body };
    },
  };
}

function withCases(...cases: NamedCase[]): Recipe {
  return { request: () => ({}), cases };
}
