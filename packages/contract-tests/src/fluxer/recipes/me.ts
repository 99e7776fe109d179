import { bearer, session } from "../world/credentials.ts";
import { identifier } from "./members.ts";
import type { RecipeBook } from "./recipes.ts";

export const me: RecipeBook = (world) => {
  const nothing = world.random.digits(18);
  return {
    getCurrentOauth2User: {
      request: () => ({}),
      cases: [
        {
          name: "without the scope identify hides the user",
          expect: { status: [200], body: { user: undefined, scopes: [["guilds"]] } },
          request: () => ({}),
          by: async (call) => bearer(await world.accessToken(call, ["guilds"])),
        },
      ],
    },
    deauthorizeApplication: {
      members: identifier("applicationId"),
      request: async (call, { succeeds }) => {
        const application = await world.application(call, "scratch");
        if (succeeds) await world.consent(call, application.owner, application, "identify");
        return { path: { applicationId: application.id } };
      },
      cases: [
        {
          name: "of an unknown application",
          expect: { status: [404], body: { code: "UNKNOWN_APPLICATION" } },
          request: () => ({ path: { applicationId: nothing } }),
        },
        {
          name: "of an application that the caller has not authorized",
          expect: { status: [404], body: { code: "UNKNOWN_APPLICATION" } },
          request: async (call) => ({
            path: { applicationId: (await world.application(call, "main")).id },
          }),
          by: async (call) => session((await world.account(call, "stranger")).session),
        },
      ],
    },
  };
};
