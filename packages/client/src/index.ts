export type { components, operations, paths } from "@fluxer-oauth2/contract/api";
export {
  type AuthorizationParameters,
  authorizationUrl,
  createPkce,
  createState,
  type ExpectedResponse,
  type Pkce,
  readAuthorizationResponse,
} from "./authorization.ts";
export { type Client, type ClientOptions, createClient } from "./client.ts";
export type { Credentials, Token } from "./credentials.ts";
export {
  type ApiErrorCode,
  AuthorizationError,
  type AuthorizationErrorCode,
  MissingCredentialsError,
  type OAuthErrorCode,
  TokenError,
  UnexpectedResponseError,
} from "./errors.ts";
export {
  type ClientToken,
  clientCredentials,
  exchangeCode,
  refreshTokens,
  type TokenPair,
} from "./tokens.ts";
export type { Call, Method, Operation, Outcome, PathWith, Result } from "./types.ts";
