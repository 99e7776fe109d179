import type { Call, Expectation, NamedCase, Recipe, Use } from "../../engine/index.ts";
import { asObject, type JsonObject } from "../../engine/json.ts";
import { basic } from "../world/credentials.ts";
import { REDIRECT_URI, type World } from "../world/world.ts";
import type { RecipeBook } from "./recipes.ts";

export const tokens: RecipeBook = (world) => {
  const revoke = recipe(world, async (call, { succeeds }) => {
    return { token: succeeds ? (await world.newTokens(call, "identify")).access : "conformance-unknown" };
  });
  return {
    exchangeOauth2Token: { ...recipe(world, (call, use) => grant(world, call, use)), cases: refusals(world) },
    revokeOauth2Token: revoke,
    revokeOauth2TokenAlias: revoke,
    introspectOauth2Token: recipe(world, async (call) => ({
      token: await world.accessToken(call, ["identify"]),
    })),
  };
};

/** An example that names the client authenticates it in the body; without one it is Basic. */
function recipe(world: World, body: (call: Call, use: Use) => Promise<JsonObject>): Recipe {
  const isInBody = ({ example }: Use) => "client_id" in asObject(example);
  return {
    request: async (call, use) => {
      const { id, secret } = await world.application(call, "main");
      const client = isInBody(use) ? { client_id: id, client_secret: secret } : {};
      return { body: { ...(await body(call, use)), ...client } };
    },
    authorize: async (call, use) => (isInBody(use) ? {} : basic(await world.application(call, "main"))),
  };
}

/** The grant of the example; the client's own when there is none. */
async function grant(world: World, call: Call, { succeeds, example }: Use): Promise<JsonObject> {
  const { grant_type } = asObject(example);
  if (grant_type === "authorization_code") {
    const code = succeeds ? await newCode(world, call) : "conformance-unknown";
    return { grant_type, code, redirect_uri: REDIRECT_URI };
  }
  if (grant_type === "refresh_token") {
    const { refresh } = succeeds ? await world.newTokens(call, "identify") : {};
    return { grant_type, refresh_token: refresh ?? "conformance-unknown" };
  }
  return { grant_type: "client_credentials" };
}

async function newCode(world: World, call: Call): Promise<string> {
  const client = await world.application(call, "main");
  return world.consent(call, await world.account(call, "owner"), client, "identify");
}

function refusals(world: World): NamedCase[] {
  const refused = (name: string, error: string, body: JsonObject): NamedCase => {
    const expect: Expectation = { status: [400], body: { error } };
    return { name, expect, request: () => ({ body }) };
  };
  const code = { grant_type: "authorization_code", code: "conformance-unknown", redirect_uri: REDIRECT_URI };
  return [
    refused("for an unknown code", "invalid_grant", code),
    refused("for an unknown refresh token", "invalid_grant", {
      grant_type: "refresh_token",
      refresh_token: "conformance-unknown",
    }),
    refused("for another grant type", "unsupported_grant_type", { grant_type: "password" }),
    refused("without a grant type", "invalid_request", { scope: "bot" }),
    refused("for a scope that the client itself cannot have", "invalid_scope", {
      grant_type: "client_credentials",
      scope: "email",
    }),
    // RFC 6749 3.2: parameters must not be included more than once.
    refused("with a parameter twice", "invalid_request", {
      grant_type: "client_credentials",
      scope: ["bot", "bot"],
    }),
    {
      name: "for a code with another redirect URI",
      expect: { status: [400], body: { error: "invalid_grant" } },
      request: async (call) => ({
        body: { ...code, code: await newCode(world, call), redirect_uri: `${REDIRECT_URI}/` },
      }),
    },
  ];
}
