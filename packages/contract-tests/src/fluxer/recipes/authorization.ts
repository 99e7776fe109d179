import type { Call, Expectation, NamedCase, Use } from "../../engine/index.ts";
import { asObject, type JsonObject } from "../../engine/json.ts";
import { applicationAt } from "../world/builders.ts";
import { session } from "../world/credentials.ts";
import { REDIRECT_URI, STATE, type World } from "../world/world.ts";
import { authorizeRequest, consentRequest, isRedirectUri } from "./members.ts";
import type { RecipeBook } from "./recipes.ts";

function api(status: number, code: string): Expectation {
  return { status: [status], body: { code } };
}

/** A redirect to the application with one of these errors, and with the state as it was. */
function redirected(...errors: string[]): Expectation {
  const holds = (text: string) => {
    const url = URL.parse(text);
    if (!url || !text.startsWith(`${REDIRECT_URI}?`)) return false;
    const [error, state] = ["error", "state"].map((name) => url.searchParams.getAll(name));
    return (
      error?.length === 1 && errors.includes(error[0] ?? "") && state?.length === 1 && state[0] === STATE
    );
  };
  const is = `${REDIRECT_URI} with the error ${errors.join(" or ")} and the same state`;
  return { status: [302], headers: { location: { is, holds } } };
}

export const authorization: RecipeBook = (world) => ({
  grantOauth2Consent: {
    members: consentRequest,
    request: async (call, { succeeds, example, limit }) => {
      const isForBot = "guild_id" in asObject(example);
      const agreed = await agreement(world, call, limit);
      const body =
        limit?.member === "code_challenge" && limit.value !== undefined
          ? { ...agreed, code_challenge_method: "S256" }
          : agreed;
      if (!isForBot) return { body };
      const owner = await world.account(call, "owner");
      // A bot can join a guild once.
      const guild = succeeds ? world.newGuild(call, owner) : world.guild(call);
      return { body: { ...body, guild_id: await guild } };
    },
    cases: refusals(world),
  },
  authorize: {
    members: authorizeRequest,
    request: async (call, { limit }) => ({ query: await question(world, call, limit) }),
    cases: redirects(world),
  },
});

/** The application that may be sent to: one of its own where the redirect URI is what is tried. */
async function asking(world: World, call: Call, limit: Use["limit"]): Promise<string> {
  const { member, value } = limit ?? {};
  const isOwn = member === "redirect_uri" && isRedirectUri(value);
  return (await (isOwn ? applicationAt(world, call, value) : world.application(call, "main"))).id;
}

async function agreement(world: World, call: Call, limit?: Use["limit"]): Promise<JsonObject> {
  const id = await asking(world, call, limit);
  return {
    client_id: id,
    redirect_uri: REDIRECT_URI,
    response_type: "code",
    scope: "identify",
    state: STATE,
  };
}

async function question(world: World, call: Call, limit?: Use["limit"]): Promise<Record<string, string>> {
  const id = await asking(world, call, limit);
  return {
    client_id: id,
    redirect_uri: REDIRECT_URI,
    response_type: "code",
    scope: "identify",
    state: STATE,
  };
}

function refusals(world: World): NamedCase[] {
  const nothing = world.random.digits(18);
  const refused = (
    name: string,
    expect: Expectation,
    change: (call: Call) => JsonObject | Promise<JsonObject>,
  ): NamedCase => ({
    name,
    expect,
    request: async (call) => ({ body: { ...(await agreement(world, call)), ...(await change(call)) } }),
  });
  const privateBot = async (call: Call) => ({
    client_id: (await world.application(call, "foreign")).id,
    scope: "bot",
  });
  const ownGuild = async (call: Call) => ({ scope: "bot", guild_id: await world.guild(call) });
  return [
    refused("to an unknown application", api(404, "UNKNOWN_APPLICATION"), () => ({ client_id: nothing })),
    refused("to another user's private bot", api(403, "BOT_IS_PRIVATE"), privateBot),
    refused("to a bot for an unknown guild", api(404, "UNKNOWN_GUILD"), () => ({
      scope: "bot",
      guild_id: nothing,
    })),
    refused("to a bot that is in the guild", api(400, "BOT_ALREADY_IN_GUILD"), ownGuild),
    {
      ...refused(
        "to a bot for a guild that the caller may not manage",
        api(403, "MISSING_PERMISSIONS"),
        ownGuild,
      ),
      by: async (call) => session((await world.account(call, "stranger")).session),
    },
    ...[
      refused("with an unknown scope", api(400, "INVALID_FORM_BODY"), () => ({
        scope: "identify everything",
      })),
      refused("with the scope admin", api(400, "INVALID_FORM_BODY"), () => ({ scope: "admin" })),
      refused("without a redirect URI", api(400, "INVALID_FORM_BODY"), () => ({ redirect_uri: undefined })),
      refused("with an unregistered redirect URI", api(400, "INVALID_FORM_BODY"), () => ({
        redirect_uri: `${REDIRECT_URI}/`,
      })),
      refused("with a challenge but no method", api(400, "INVALID_FORM_BODY"), () => ({
        code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
      })),
    ],
  ];
}

function redirects(world: World): NamedCase[] {
  const answered = (
    name: string,
    expect: Expectation,
    change: Record<string, string>,
    drop?: string,
  ): NamedCase => ({
    name,
    expect,
    by: null,
    request: async (call) => {
      const query = Object.entries({ ...(await question(world, call)), ...change });
      return { query: Object.fromEntries(query.filter(([member]) => member !== drop)) };
    },
  });
  const page = { status: [400] };
  return [
    answered("of nobody who must not be asked", redirected("login_required"), { prompt: "none" }),
    answered("for another response type", redirected("unsupported_response_type"), {
      response_type: "token",
    }),
    // RFC 6749 4.1.2.1: a required parameter that is missing is an invalid request.
    answered("for no response type", redirected("invalid_request"), {}, "response_type"),
    answered("for an unknown scope", redirected("invalid_scope"), { scope: "everything" }),
    answered("for an unknown client", page, { client_id: world.random.digits(18) }),
    answered("for an unregistered redirect URI", page, { redirect_uri: "https://client.example/other" }),
    answered("without a redirect URI", page, {}, "redirect_uri"),
  ];
}
