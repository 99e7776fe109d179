import type { components } from "@fluxer-oauth2/contract/api";
import type { Client } from "./client.ts";
import { TokenError } from "./errors.ts";

type Schemas = components["schemas"];

/** A pair of tokens. */
export type TokenPair = Schemas["OAuth2TokenResponse"];

/** An access token alone. */
export type ClientToken = Schemas["ClientCredentialsTokenResponse"];

type Fields<Request> = Omit<Request, "grant_type">;

/**
 * Exchanges an authorization code (RFC 6749 4.1.3). The client authenticates with `auth.client`, or with `client_id` and
 * `client_secret` in the fields.
 *
 * @throws TokenError `invalid_grant` when the code is unknown, expired, used or another client's
 */
export async function exchangeCode(
  client: Client,
  fields: Fields<Schemas["TokenRequestOneOf0"]>,
): Promise<TokenPair> {
  return pair(await request(client, { ...fields, grant_type: "authorization_code" }));
}

/**
 * Spends a refresh token for a new pair (RFC 6749 6). Keep the new refresh token: the old one works no more.
 *
 * @throws TokenError `invalid_grant` when the token is unknown, expired, revoked or was used before
 */
export async function refreshTokens(
  client: Client,
  fields: Fields<Schemas["TokenRequestOneOf1"]>,
): Promise<TokenPair> {
  return pair(await request(client, { ...fields, grant_type: "refresh_token" }));
}

/**
 * Gets an access token for the application's own bot account (RFC 6749 4.4).
 *
 * @throws TokenError `invalid_scope` for a scope other than identify, guilds and bot
 */
export async function clientCredentials(
  client: Client,
  fields: Fields<Schemas["ClientCredentialsTokenRequest"]> = {},
): Promise<ClientToken> {
  return request(client, { ...fields, grant_type: "client_credentials" });
}

async function request(client: Client, body: Schemas["TokenRequest"]): Promise<TokenPair | ClientToken> {
  const result = await client.POST("/oauth2/token", { body });
  if (result.ok) return result.data;
  if (result.status === 429) {
    const { error, message, retry_after } = result.error;
    throw new TokenError(429, error, message, retry_after);
  }
  throw new TokenError(result.status, result.error.error, result.error.error_description);
}

function pair(tokens: TokenPair | ClientToken): TokenPair {
  if ("refresh_token" in tokens) return tokens;
  throw new TypeError("The provider answered without the refresh token that the document requires.");
}
