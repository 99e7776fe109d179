import { formats } from "@fluxer-oauth2/contract/formats";
import type { Application } from "../applications/store/applications.ts";
import { ApiError, invalidField } from "../http/errors.ts";
import { parsePermissions } from "../lib/permissions.ts";
import { parseScope, type Scope } from "../lib/scopes.ts";
import { isParameter, type Parameters } from "./parameters.ts";
import { isRegistered } from "./redirect-uri.ts";
import { Refusal } from "./refusal.ts";

/** A request that obeys every rule which does not depend on the user. */
export type AuthorizationRequest = {
  readonly application: Application;
  /** Undefined when only a bot is added, and nobody waits for a code. */
  readonly redirectUri: string | undefined;
  readonly state: string | undefined;
  readonly scopes: readonly Scope[];
  readonly codeChallenge: string | undefined;
  readonly prompt: "none" | "consent" | undefined;
  readonly permissions: bigint;
  readonly guildId: string | undefined;
};

/** RFC 6749 3.1: request parameters MUST NOT be included more than once. Which of two targets is meant, nobody can know. */
export function checkTargetOnce(repeated: readonly string[]): void {
  const name = ["client_id", "redirect_uri"].find((target) => repeated.includes(target));
  if (name !== undefined) throw invalidField(name, "REPEATED", "This parameter was sent more than once.");
}

/** The same for the parameters whose faults are told at the redirect URI. */
export function checkOnce(repeated: readonly string[]): void {
  const name = repeated.find(isParameter);
  if (name === undefined) return;
  throw new Refusal("invalid_request", name, "REPEATED", "This parameter was sent more than once.");
}

/**
 * Where the answer may go. RFC 6749 4.1.2.1: if the request fails due to a missing, invalid, or mismatching redirection
 * URI, the authorization server MUST NOT automatically redirect; so what is thrown here is no Refusal.
 */
export function checkRedirectUri(parameters: Parameters, application: Application): string | undefined {
  const { redirect_uri } = parameters;
  if (redirect_uri === undefined) {
    if (addsBotOnly(parameters) && !application.botRequireCodeGrant) return undefined;
    throw invalidField("redirect_uri", "REQUIRED", "The redirect URI is missing.");
  }
  if (!isRegistered(application.redirectUris, redirect_uri)) {
    throw invalidField("redirect_uri", "NOT_REGISTERED", "This redirect URI is not registered.");
  }
  return redirect_uri;
}

/** What the operator decides. */
export type Rules = { readonly requirePkce: boolean };

export function checkRequest(
  parameters: Parameters,
  application: Application,
  redirectUri: string | undefined,
  { requirePkce }: Rules,
): AuthorizationRequest {
  checkResponseType(parameters, redirectUri);
  const scopes = checkScope(parameters);
  checkAdminScope(scopes, application);
  const codeChallenge = checkCodeChallenge(parameters, requirePkce && redirectUri !== undefined);
  const prompt = checkPrompt(parameters);
  const permissions = checkPermissions(parameters);
  const guildId = checkGuildId(parameters);
  const { state } = parameters;
  return { application, redirectUri, state, scopes, codeChallenge, prompt, permissions, guildId };
}

function addsBotOnly({ scope }: Parameters): boolean {
  const scopes = parseScope(scope ?? "");
  return scopes?.length === 1 && scopes[0] === "bot";
}

/** RFC 6749 3.1.1: if the response type is missing or not understood, the authorization server MUST return an error. */
function checkResponseType({ response_type }: Parameters, redirectUri: string | undefined): void {
  if (response_type === "code" || (response_type === undefined && redirectUri === undefined)) return;
  // RFC 6749 4.1.2.1: a required parameter that is missing is an invalid request; 3.1: without a value it counts as missing.
  if (response_type === undefined || response_type === "") {
    throw new Refusal("invalid_request", "response_type", "REQUIRED", "This parameter is required.");
  }
  const message = "Only the response type code is supported.";
  throw new Refusal("unsupported_response_type", "response_type", "INVALID_VALUE", message);
}

/** RFC 6749 3.3: without a default, the request fails for a missing scope as for an invalid one. */
function checkScope({ scope }: Parameters): readonly Scope[] {
  const scopes = parseScope(scope ?? "");
  if (scopes) return scopes;
  const message = "This must be known scopes with single spaces between them.";
  throw new Refusal("invalid_scope", "scope", "INVALID_VALUE", message);
}

function checkAdminScope(scopes: readonly Scope[], { trusted }: Application): void {
  if (trusted || !scopes.includes("admin")) return;
  const message = "The scope admin is only for applications that the operator trusts.";
  throw new Refusal("invalid_scope", "scope", "NOT_ALLOWED", message);
}

/** RFC 7636 4.3: an absent method means plain, which RFC 9700 2.1.1 advises against, so here there is always S256. */
function checkCodeChallenge(
  { code_challenge, code_challenge_method }: Parameters,
  isRequired: boolean,
): string | undefined {
  if (code_challenge === undefined && code_challenge_method === undefined && !isRequired) return undefined;
  if (code_challenge === undefined || !/^[A-Za-z0-9_-]{43}$/.test(code_challenge)) {
    const message = "This must be the SHA-256 of the code verifier in Base64url.";
    throw new Refusal("invalid_request", "code_challenge", "INVALID_FORMAT", message);
  }
  if (code_challenge_method === "S256") return code_challenge;
  throw new Refusal("invalid_request", "code_challenge_method", "INVALID_VALUE", "This must be S256.");
}

function checkPrompt({ prompt }: Parameters): "none" | "consent" | undefined {
  if (prompt === undefined || prompt === "none" || prompt === "consent") return prompt;
  throw new Refusal("invalid_request", "prompt", "INVALID_VALUE", "This must be none or consent.");
}

function checkPermissions({ permissions }: Parameters): bigint {
  const bits = parsePermissions(permissions ?? "0");
  if (bits !== undefined) return bits;
  const message = "This must be the decimal digits of a 64-bit set.";
  throw new Refusal("invalid_request", "permissions", "INVALID_FORMAT", message);
}

function checkGuildId({ guild_id }: Parameters): string | undefined {
  if (guild_id === undefined || formats.snowflake.validate(guild_id)) return guild_id;
  throw new Refusal("invalid_request", "guild_id", "INVALID_FORMAT", "This is not an identifier.");
}

/** A bot that is not public may be added by its owner only, and one that nobody owns by nobody. */
export function checkBotOwner({ scopes, application }: AuthorizationRequest, userId: string): void {
  if (!scopes.includes("bot") || application.botPublic || application.ownerId === userId) return;
  throw new ApiError("BOT_IS_PRIVATE");
}
