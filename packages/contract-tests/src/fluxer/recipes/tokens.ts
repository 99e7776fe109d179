import type { Call, Expectation, NamedCase, Recipe, Use } from "../../engine/index.ts";
import { asObject, type JsonObject } from "../../engine/json.ts";
import { applicationAt } from "../world/builders.ts";
import { basic } from "../world/credentials.ts";
import { type Application, REDIRECT_URI, type World } from "../world/world.ts";
import { client, isRedirectUri, tokenRequest } from "./members.ts";
import type { RecipeBook } from "./recipes.ts";

export const tokens: RecipeBook = (world) => {
  const revoke = recipe(world, async (call, { succeeds }) => {
    return { token: succeeds ? (await world.newTokens(call, "identify")).access : "conformance-unknown" };
  });
  return {
    exchangeOauth2Token: {
      ...recipe(world, (call, use) => grant(world, call, use)),
      members: tokenRequest,
      cases: refusals(world),
    },
    revokeOauth2Token: revoke,
    revokeOauth2TokenAlias: revoke,
    introspectOauth2Token: recipe(world, async (call) => ({
      token: await world.accessToken(call, ["identify"]),
    })),
  };
};

/** An example that names the client authenticates it in the body; without one it is Basic. */
function recipe(world: World, body: (call: Call, use: Use) => Promise<JsonObject>): Recipe {
  const isInBody = ({ example, limit }: Use) => {
    const isTried = limit?.member === "client_id" || limit?.member === "client_secret";
    return isTried ? limit.value !== undefined : "client_id" in asObject(example);
  };
  return {
    members: client,
    request: async (call, use) => {
      const { id, secret } = await clientFor(world, call, use);
      const client = isInBody(use) ? { client_id: id, client_secret: secret } : {};
      return { body: { ...(await body(call, use)), ...client } };
    },
    authorize: async (call, use) => (isInBody(use) ? {} : basic(await clientFor(world, call, use))),
  };
}

/** The main application, but one of its own where the redirect URI is what is tried. */
function clientFor(world: World, call: Call, { limit }: Use): Promise<Application> {
  const { member, value } = limit ?? {};
  const isOwn = member === "redirect_uri" && isRedirectUri(value);
  return isOwn ? applicationAt(world, call, value) : world.application(call, "main");
}

/** The grant of the example; the client's own when there is none. */
async function grant(world: World, call: Call, use: Use): Promise<JsonObject> {
  const { succeeds, example } = use;
  const { grant_type } = asObject(example);
  if (grant_type === "authorization_code") return codeGrant(world, call, use);
  if (grant_type === "refresh_token") {
    const { refresh } = succeeds ? await world.newTokens(call, "identify") : {};
    return { grant_type, refresh_token: refresh ?? "conformance-unknown" };
  }
  return { grant_type: "client_credentials" };
}

async function codeGrant(world: World, call: Call, { succeeds, limit }: Use): Promise<JsonObject> {
  const grant_type = "authorization_code";
  if (!succeeds) return { grant_type, code: "conformance-unknown", redirect_uri: REDIRECT_URI };
  const owner = await world.account(call, "owner");
  const { member, value } = limit ?? {};
  const redirect_uri = member === "redirect_uri" && isRedirectUri(value) ? value : REDIRECT_URI;
  const client = await clientFor(world, call, { succeeds, ...(limit && { limit }) });
  // RFC 7636 4.2
  const challenge = member === "code_verifier" && typeof value === "string" ? await challengeOf(value) : {};
  const code = await world.consent(call, owner, client, "identify", { redirect_uri, ...challenge });
  return { grant_type, code, redirect_uri };
}

async function challengeOf(verifier: string): Promise<JsonObject> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return { code_challenge: Buffer.from(hash).toString("base64url"), code_challenge_method: "S256" };
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
