// Generated from openapi/openapi.yaml by `npm run generate`; do not edit.

import { z } from "@hono/zod-openapi";
import * as keywords from "../keywords.ts";
import { specification } from "../specification.ts";
import bundle from "./openapi.json" with { type: "json" };

const { component } = specification(bundle);

/** One OAuth2 scope. Responses list scopes in this order. */
export const Scope = component("Scope", z.enum(["identify", "email", "guilds", "connections", "bot", "admin"]));

/** What a client needs to know to use the provider (RFC 8414 2). */
export const AuthorizationServerMetadata = component("AuthorizationServerMetadata", z.object({
  issuer: keywords.format("uri"),
  authorization_endpoint: keywords.format("uri"),
  token_endpoint: keywords.format("uri"),
  revocation_endpoint: keywords.format("uri"),
  introspection_endpoint: keywords.format("uri"),
  userinfo_endpoint: keywords.format("uri"),
  scopes_supported: z.array(Scope),
  response_types_supported: z.array(z.literal("code")),
  response_modes_supported: z.array(z.literal("query")),
  grant_types_supported: z.array(z.enum(["authorization_code", "refresh_token", "client_credentials"])),
  token_endpoint_auth_methods_supported: z.array(z.enum(["client_secret_basic", "client_secret_post"])),
  revocation_endpoint_auth_methods_supported: z.array(z.enum(["client_secret_basic", "client_secret_post"])),
  introspection_endpoint_auth_methods_supported: z.array(z.enum(["client_secret_basic", "client_secret_post"])),
  code_challenge_methods_supported: z.array(z.literal("S256")),
  authorization_response_iss_parameter_supported: z.boolean(),
}));

/** Too many requests in the window. One body serves both error families. */
export const RateLimitError = component("RateLimitError", z.object({
  error: z.literal("temporarily_unavailable"),
  code: z.literal("RATE_LIMITED"),
  message: z.string().min(1),
  retry_after: z.number().min(0),
  global: z.boolean(),
}));

/** An error of every endpoint outside the OAuth family. */
export const ApiErrorCode = component("ApiErrorCode", z.enum([
  "INVALID_FORM_BODY",
  "NOT_A_BOT_APPLICATION",
  "BOT_ALREADY_IN_GUILD",
  "MAX_APPLICATIONS",
  "USERNAME_NOT_AVAILABLE",
  "UNAUTHORIZED",
  "INVALID_TOKEN",
  "ACCESS_DENIED",
  "MISSING_OAUTH_SCOPE",
  "MISSING_PERMISSIONS",
  "SUDO_MODE_REQUIRED",
  "BOT_IS_PRIVATE",
  "UNKNOWN_APPLICATION",
  "UNKNOWN_GUILD",
  "UNKNOWN_USER",
  "BOT_USER_NOT_FOUND",
  "NOT_FOUND",
  "METHOD_NOT_ALLOWED",
  "REQUEST_TIMEOUT",
  "PAYLOAD_TOO_LARGE",
  "UNSUPPORTED_MEDIA_TYPE",
  "RATE_LIMITED",
  "INTERNAL_SERVER_ERROR",
  "SERVICE_UNAVAILABLE",
]));

/** One fault of a request. */
export const FieldError = component("FieldError", z.object({ path: z.string(), code: z.string(), message: z.string() }));

/** An error of every endpoint outside the OAuth family. */
export const ApiError = component(
  "ApiError",
  z.object({ code: ApiErrorCode, message: z.string().min(1), errors: z.array(FieldError).exactOptional() }),
);

/** A 64-bit identifier written as a decimal string without leading zeros, at most 9223372036854775807. It sorts by the time it was made (milliseconds since 2015-01-01T00:00:00Z in its upper 42 bits). */
export const SnowflakeType = component("SnowflakeType", keywords.format("snowflake").max(19).regex(/^(0|[1-9][0-9]*)$/u));

/** An error that the authorization endpoint reports to the redirect URI (RFC 6749 4.1.2.1). */
export const AuthorizationErrorCode = component("AuthorizationErrorCode", z.enum([
  "invalid_request",
  "unauthorized_client",
  "access_denied",
  "unsupported_response_type",
  "invalid_scope",
  "server_error",
  "temporarily_unavailable",
]));

/** An error that only a request with `prompt=none` can get. */
export const PromptErrorCode = component("PromptErrorCode", z.enum(["login_required", "consent_required"]));

/** An identifier in a JSON request. Send the string; an integer is taken too as long as JSON carries it without loss. */
export const SnowflakeInput = component("SnowflakeInput", z.union([SnowflakeType, z.int().min(0).max(9007199254740991)]));

/** A user's agreement to what an application asks for. */
export const AuthorizeConsentRequest = component("AuthorizeConsentRequest", z.object({
  client_id: SnowflakeInput,
  guild_id: SnowflakeInput.exactOptional(),
  permissions: keywords.format("uint64-decimal").min(1).max(20).regex(/^[0-9]+$/u).exactOptional(),
  redirect_uri: z.string().min(1).max(2048).exactOptional(),
  response_type: z.literal("code").exactOptional(),
  scope: z.string().min(1).max(1024),
  state: z.string().max(2048).exactOptional(),
  code_challenge: z.string().min(43).max(43).regex(/^[A-Za-z0-9_-]+$/u).exactOptional(),
  code_challenge_method: z.literal("S256").exactOptional(),
}));

/** The outcome of a consent. */
export const OAuth2ConsentResponse = component("OAuth2ConsentResponse", z.object({ redirect_to: z.string().min(1) }));

/** The caller is known and may not do this. */
export const AccessError = component("AccessError", z.object({
  code: z.enum(["ACCESS_DENIED", "MISSING_PERMISSIONS", "SUDO_MODE_REQUIRED", "BOT_IS_PRIVATE"]),
  message: z.string().min(1),
}));

/** An authorization code in exchange for tokens. */
export const TokenRequestOneOf0 = component("TokenRequestOneOf0", z.object({
  client_id: SnowflakeType.exactOptional(),
  client_secret: z.string().min(1).max(256).exactOptional(),
  code: z.string().min(1).max(256),
  grant_type: z.literal("authorization_code"),
  redirect_uri: z.string().min(1).max(2048),
  code_verifier: z.string().min(43).max(128).regex(/^[A-Za-z0-9._~-]+$/u).exactOptional(),
}));

/** A refresh token in exchange for a new pair. */
export const TokenRequestOneOf1 = component("TokenRequestOneOf1", z.object({
  client_id: SnowflakeType.exactOptional(),
  client_secret: z.string().min(1).max(256).exactOptional(),
  grant_type: z.literal("refresh_token"),
  refresh_token: z.string().min(1).max(256),
  scope: z.string().min(1).max(1024).exactOptional(),
}));

/** A token for the application's own bot account. */
export const ClientCredentialsTokenRequest = component("ClientCredentialsTokenRequest", z.object({
  client_id: SnowflakeType.exactOptional(),
  client_secret: z.string().min(1).max(256).exactOptional(),
  grant_type: z.literal("client_credentials"),
  scope: z.string().min(1).max(1024).exactOptional(),
}));

/** A request for tokens, told apart by `grant_type`. */
export const TokenRequest = component("TokenRequest", z.discriminatedUnion(
  "grant_type",
  [TokenRequestOneOf0, TokenRequestOneOf1, ClientCredentialsTokenRequest],
));

/** A pair of tokens. */
export const OAuth2TokenResponse = component("OAuth2TokenResponse", z.object({
  access_token: z.string().min(1),
  expires_in: z.int32().min(1).max(2147483647),
  refresh_token: z.string().min(1),
  scope: z.string(),
  token_type: z.literal("Bearer"),
}));

/** An access token without a refresh token (RFC 6749 4.4.3). */
export const ClientCredentialsTokenResponse = component("ClientCredentialsTokenResponse", z.object({
  access_token: z.string().min(1),
  expires_in: z.int32().min(1).max(2147483647),
  scope: z.string(),
  token_type: z.literal("Bearer"),
}));

/** An error of the token, revocation and introspection endpoints (RFC 6749 5.2). */
export const OAuthErrorCode = component("OAuthErrorCode", z.enum([
  "invalid_request",
  "invalid_client",
  "invalid_grant",
  "unauthorized_client",
  "unsupported_grant_type",
  "invalid_scope",
  "server_error",
  "temporarily_unavailable",
]));

/** An error of the OAuth2 endpoints. */
export const OAuthError = component("OAuthError", z.object({ error: OAuthErrorCode, error_description: z.string().min(1) }));

/** What kind of token the client believes it is (RFC 7009 2.1). Only a hint. */
export const RevokeRequestFormTokenTypeHint = component("RevokeRequestFormTokenTypeHint", z.enum(["access_token", "refresh_token"]));

/** A token to revoke. */
export const RevokeRequestForm = component("RevokeRequestForm", z.object({
  client_id: SnowflakeType.exactOptional(),
  client_secret: z.string().min(1).max(256).exactOptional(),
  token: z.string().min(1).max(1024),
  token_type_hint: z.union([RevokeRequestFormTokenTypeHint, z.string().min(1).max(256)]).exactOptional(),
}));

/** An object without members. */
export const EmptyObject = component("EmptyObject", z.strictObject({}));

/** A token to introspect. */
export const IntrospectRequestForm = component("IntrospectRequestForm", z.object({
  client_id: SnowflakeType.exactOptional(),
  client_secret: z.string().min(1).max(256).exactOptional(),
  token: z.string().min(1).max(1024),
}));

/** A non-negative integer of at most 31 bits. */
export const Int32Type = component("Int32Type", z.int32().min(0).max(2147483647));

/** What the provider knows of a token (RFC 7662 2.2). */
export const OAuth2IntrospectResponse = component("OAuth2IntrospectResponse", z.object({
  active: z.boolean(),
  client_id: SnowflakeType.exactOptional(),
  exp: Int32Type.exactOptional(),
  iat: Int32Type.exactOptional(),
  scope: z.string().exactOptional(),
  sub: SnowflakeType.exactOptional(),
  token_type: z.enum(["Bearer", "refresh_token"]).exactOptional(),
  username: z.string().exactOptional(),
}));

/** Public badges of an account, as a bit set. */
export const PublicUserFlags = component("PublicUserFlags", z.int32().min(0).max(2147483647));

/** The user that an access token acts for. */
export const OAuth2UserInfoResponse = component("OAuth2UserInfoResponse", z.object({
  avatar: z.string().nullable(),
  discriminator: z.string().regex(/^[0-9]{4}$/u),
  email: z.string().nullable().exactOptional(),
  flags: PublicUserFlags.exactOptional(),
  global_name: z.string().nullable(),
  id: SnowflakeType,
  sub: SnowflakeType,
  username: z.string(),
  verified: z.boolean().nullable().exactOptional(),
}));

/** The access token is valid but was not granted the scope that the operation needs. */
export const MissingScopeError = component(
  "MissingScopeError",
  z.object({ code: z.literal("MISSING_OAUTH_SCOPE"), message: z.string().min(1), required_scope: Scope }),
);

/** Features of an application, as a bit set. */
export const ApplicationFlags = component("ApplicationFlags", z.int32().min(0).max(2147483647));

/** The application that an access token was issued to. */
export const OAuth2MeResponseApplication = component("OAuth2MeResponseApplication", z.object({
  bot_public: z.boolean(),
  bot_require_code_grant: z.boolean(),
  description: z.string().nullable(),
  flags: ApplicationFlags,
  icon: z.string().nullable(),
  id: SnowflakeType,
  name: z.string(),
}));

/** The user that an access token acts for. */
export const OAuth2MeResponseUser = component("OAuth2MeResponseUser", z.object({
  avatar: z.string().nullable(),
  avatar_color: Int32Type.nullable(),
  bot: z.boolean().exactOptional(),
  discriminator: z.string().regex(/^[0-9]{4}$/u),
  email: z.string().nullable().exactOptional(),
  flags: PublicUserFlags,
  global_name: z.string().nullable(),
  id: SnowflakeType,
  system: z.boolean().exactOptional(),
  username: z.string(),
  verified: z.boolean().nullable().exactOptional(),
}));

/** What an access token stands for. */
export const OAuth2MeResponse = component("OAuth2MeResponse", z.object({
  application: OAuth2MeResponseApplication,
  expires: keywords.format("date-time"),
  scopes: z.array(z.string()),
  user: OAuth2MeResponseUser.exactOptional(),
}));

/** An application that a user has authorized. */
export const OAuth2AuthorizationResponseApplication = component("OAuth2AuthorizationResponseApplication", z.object({
  bot_public: z.boolean(),
  description: z.string().nullable(),
  icon: z.string().nullable(),
  id: SnowflakeType,
  name: z.string(),
}));

/** One application that the user has authorized. */
export const OAuth2AuthorizationResponse = component("OAuth2AuthorizationResponse", z.object({
  application: OAuth2AuthorizationResponseApplication,
  authorized_at: keywords.format("date-time"),
  scopes: z.array(z.string()),
}));

/** The applications that the user has authorized, latest first. */
export const OAuth2AuthorizationsListResponse = component("OAuth2AuthorizationsListResponse", z.array(OAuth2AuthorizationResponse));

/** A redirect URI to register: absolute, https to any host, or http to a loopback host (`localhost`, `*.localhost`, `127.0.0.1`, `[::1]`). No fragment, no user information, no wildcard, and no spelling of a host that browsers read as another one, such as `127.1`. */
export const OAuth2RedirectURICreateType = component(
  "OAuth2RedirectURICreateType",
  z.string().min(1).max(2048).regex(/^(?:https:\/\/[^\s/?#@*\\]+|http:\/\/(?:(?:[A-Za-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?)(?:[/?][^\s#*\\]*)?$/u),
);

/** A new application. */
export const ApplicationCreateRequest = component("ApplicationCreateRequest", z.object({
  bot_public: z.boolean().exactOptional(),
  bot_require_code_grant: z.boolean().exactOptional(),
  name: z.string().min(1).max(100).regex(/\S/u),
  redirect_uris: z.array(OAuth2RedirectURICreateType).max(10).nullable().exactOptional(),
}));

/** A kind of second factor: 0 TOTP, 1 SMS, 2 WebAuthn. */
export const AuthenticatorType = component("AuthenticatorType", z.literal([0, 1, 2]));

/** Behaviour of a bot account, as a bit set. Bits without a name are ignored on input. */
export const BotFlags = component("BotFlags", z.int32().min(0).max(2147483647));

/** The bot account of an application. */
export const ApplicationBotResponse = component("ApplicationBotResponse", z.object({
  authenticator_types: z.array(AuthenticatorType).exactOptional(),
  avatar: z.string().nullable().exactOptional(),
  banner: z.string().nullable().exactOptional(),
  bio: z.string().nullable(),
  discriminator: z.string().regex(/^[0-9]{4}$/u),
  flags: BotFlags,
  id: SnowflakeType,
  mfa_enabled: z.boolean().exactOptional(),
  token: z.string().min(1).exactOptional(),
  username: z.string(),
}));

/** What an owner may know of a client secret. */
export const ClientSecretMetadata = component("ClientSecretMetadata", z.object({
  created_at: keywords.format("date-time"),
  last_used_at: keywords.format("date-time").nullable(),
  expires_at: keywords.format("date-time").nullable(),
}));

/** An application as its owner sees it. */
export const ApplicationResponse = component("ApplicationResponse", z.object({
  bot: ApplicationBotResponse.exactOptional(),
  bot_public: z.boolean(),
  bot_require_code_grant: z.boolean(),
  client_secret: z.string().min(1).exactOptional(),
  client_secrets: z.array(ClientSecretMetadata).max(2).exactOptional(),
  id: SnowflakeType,
  name: z.string(),
  redirect_uris: z.array(z.string()).max(20),
}));

/** The caller's applications, oldest first. */
export const ApplicationListResponse = component("ApplicationListResponse", z.array(ApplicationResponse));

/** The confirmation that an operation which cannot be undone asks for. */
export const SudoRequest = component("SudoRequest", z.object({ password: z.string().max(256).exactOptional() }));

/** A redirect URI to register in an update. The rule is that of OAuth2RedirectURICreateType, unless the operator allows updates to take http for any host. */
export const OAuth2RedirectURIUpdateType = component(
  "OAuth2RedirectURIUpdateType",
  z.string().min(1).max(2048).regex(/^https?:\/\/[^\s/?#@*\\]+(?:[/?][^\s#*\\]*)?$/u),
);

/** Changes to an application. An absent member stays as it is. */
export const ApplicationUpdateRequest = component("ApplicationUpdateRequest", z.object({
  bot_public: z.boolean().exactOptional(),
  bot_require_code_grant: z.boolean().exactOptional(),
  name: z.string().min(1).max(100).regex(/\S/u).exactOptional(),
  redirect_uris: z.array(OAuth2RedirectURIUpdateType).max(10).nullable().exactOptional(),
}));

/** The confirmation, and how the old secret ends. */
export const ClientSecretResetRequest = component("ClientSecretResetRequest", z.object({
  password: z.string().max(256).exactOptional(),
  overlap_seconds: z.int32().min(0).max(604800).exactOptional(),
}));

/** An application as everyone sees it. */
export const ApplicationPublicResponse = component("ApplicationPublicResponse", z.object({
  bot: ApplicationBotResponse.nullable(),
  bot_public: z.boolean(),
  description: z.string().nullable(),
  icon: z.string().nullable(),
  id: SnowflakeType,
  name: z.string(),
  redirect_uris: z.array(z.string()).max(20),
  scopes: z.array(z.string()),
}));

/** One security-relevant event. It never holds a secret. */
export const AuditLogEntry = component("AuditLogEntry", z.object({
  id: SnowflakeType,
  action: z.string(),
  outcome: z.enum(["success", "failure"]),
  actor_id: SnowflakeType.nullable(),
  application_id: SnowflakeType.nullable(),
  grant_id: z.string().nullable(),
  request_id: z.string().nullable(),
  created_at: keywords.format("date-time"),
}));

/** Entries, latest first. */
export const AuditLogResponse = component("AuditLogResponse", z.array(AuditLogEntry).max(100));

/** An application as an administrator sees it. */
export const AdminApplicationResponse = component("AdminApplicationResponse", z.object({
  id: SnowflakeType,
  name: z.string(),
  owner_id: SnowflakeType.nullable(),
  description: z.string().nullable(),
  icon: z.string().nullable(),
  redirect_uris: z.array(z.string()).max(20),
  bot_public: z.boolean(),
  bot_require_code_grant: z.boolean(),
  flags: ApplicationFlags,
  trusted: z.boolean(),
  created_at: keywords.format("date-time"),
}));

/** A PNG, JPEG, GIF or WebP image in Base64, bare or as a data URI, at most 10 MiB when decoded. The kind is decided by the image's first bytes, whatever the data URI says. */
export const Base64ImageType = component(
  "Base64ImageType",
  z.string().min(1).max(13981039).regex(/^(?:data:image\/(?:png|jpeg|gif|webp);base64,)?[A-Za-z0-9+/]+={0,2}$/u),
);

/** An account name of letters, digits and underscores. `everyone` and `here` are reserved in any case. */
export const UsernameType = component(
  "UsernameType",
  z.string().min(1).max(32).regex(/^(?![Ee][Vv][Ee][Rr][Yy][Oo][Nn][Ee]$|[Hh][Ee][Rr][Ee]$)[A-Za-z0-9_]+$/u),
);

/** Changes to a bot's profile. An absent member stays as it is. */
export const BotProfileUpdateRequest = component("BotProfileUpdateRequest", z.object({
  avatar: Base64ImageType.nullable().exactOptional(),
  banner: Base64ImageType.nullable().exactOptional(),
  bio: z.string().max(1024).nullable().exactOptional(),
  bot_flags: BotFlags.exactOptional(),
  discriminator: z.string().regex(/^[0-9]{1,4}$/u).exactOptional(),
  username: UsernameType.exactOptional(),
}));

/** A bot's profile. */
export const BotProfileResponse = component("BotProfileResponse", z.object({
  avatar: z.string().nullable(),
  banner: z.string().nullable(),
  bio: z.string().nullable(),
  discriminator: z.string().regex(/^[0-9]{4}$/u),
  id: SnowflakeType,
  username: z.string(),
}));

/** A bot with its new token. */
export const BotTokenResetResponse = component(
  "BotTokenResetResponse",
  z.object({ bot: ApplicationBotResponse, token: z.string().min(1) }),
);

/** The application that a bot token belongs to. */
export const ApplicationsMeResponse = component("ApplicationsMeResponse", z.object({
  bot: ApplicationBotResponse.exactOptional(),
  bot_public: z.boolean(),
  bot_require_code_grant: z.boolean(),
  description: z.string().nullable(),
  flags: ApplicationFlags,
  icon: z.string().nullable(),
  id: SnowflakeType,
  name: z.string(),
}));

/** What a bot needs to know before it connects. */
export const GatewayBotResponse = component("GatewayBotResponse", z.object({
  url: keywords.format("uri"),
  shards: z.int32().min(1),
  session_start_limit: z.object({
    total: z.int32().min(0),
    remaining: z.int32().min(0),
    reset_after: z.int32().min(0),
    max_concurrency: z.int32().min(1),
  }),
}));

/** A new account. */
export const RegisterRequest = component("RegisterRequest", z.object({
  email: keywords.format("email").min(3).max(256),
  username: UsernameType,
  global_name: z.string().min(1).max(32).regex(/\S/u).nullable().exactOptional(),
  password: z.string().min(8).max(256),
  date_of_birth: keywords.format("date").exactOptional(),
  consent: z.boolean().exactOptional(),
}));

/** A new session. */
export const AuthSessionResponse = component("AuthSessionResponse", z.object({ user_id: SnowflakeType, token: z.string().min(1) }));

/** Credentials of an account. */
export const LoginRequest = component(
  "LoginRequest",
  z.object({ email: z.string().min(1).max(256), password: z.string().min(1).max(256) }),
);

/** A user. */
export const UserResponse = component("UserResponse", z.object({
  id: SnowflakeType,
  username: z.string(),
  discriminator: z.string().regex(/^[0-9]{4}$/u),
  global_name: z.string().nullable(),
  avatar: z.string().nullable(),
  avatar_color: Int32Type.nullable(),
  banner: z.string().nullable(),
  bio: z.string().nullable(),
  flags: PublicUserFlags,
  bot: z.boolean().exactOptional(),
  system: z.boolean().exactOptional(),
  email: z.string().nullable().exactOptional(),
  verified: z.boolean().exactOptional(),
}));

/** Changes to the caller's account. An absent member stays as it is. */
export const UserUpdateRequest = component("UserUpdateRequest", z.object({
  username: UsernameType.exactOptional(),
  global_name: z.string().min(1).max(32).regex(/\S/u).nullable().exactOptional(),
  bio: z.string().max(1024).nullable().exactOptional(),
  avatar: Base64ImageType.nullable().exactOptional(),
}));

/** An account at another service, linked to this one. */
export const ConnectionResponse = component("ConnectionResponse", z.object({
  id: SnowflakeType,
  type: z.string(),
  name: z.string(),
  verified: z.boolean(),
  visibility: z.literal([0, 1]),
}));

/** The linked accounts, oldest first. */
export const ConnectionListResponse = component("ConnectionListResponse", z.array(ConnectionResponse));

/** An account at another service. */
export const ConnectionCreateRequest = component("ConnectionCreateRequest", z.object({
  type: z.string().min(1).max(32).regex(/^[a-z0-9_]+$/u),
  name: z.string().min(1).max(256).regex(/\S/u),
  visibility: z.literal([0, 1]).exactOptional(),
}));

/** A guild as one of its members sees it. */
export const UserGuildResponse = component("UserGuildResponse", z.object({
  id: SnowflakeType,
  name: z.string(),
  icon: z.string().nullable(),
  owner: z.boolean(),
  owner_id: SnowflakeType,
  permissions: keywords.format("uint64-decimal").regex(/^[0-9]+$/u),
  features: z.array(z.string()),
}));

/** The user's guilds, by identifier. */
export const UserGuildListResponse = component("UserGuildListResponse", z.array(UserGuildResponse));

/** A new guild, owned by the caller. */
export const GuildCreateRequest = component("GuildCreateRequest", z.object({ name: z.string().min(1).max(100).regex(/\S/u) }));

/** A guild. */
export const GuildResponse = component("GuildResponse", z.object({
  id: SnowflakeType,
  name: z.string(),
  icon: z.string().nullable(),
  owner_id: SnowflakeType,
  system_channel_id: SnowflakeType.nullable(),
}));

/** A member of a guild. */
export const GuildMemberResponse = component(
  "GuildMemberResponse",
  z.object({ user: UserResponse, roles: z.array(SnowflakeType), joined_at: keywords.format("date-time") }),
);

/** A role of a guild. */
export const GuildRoleResponse = component("GuildRoleResponse", z.object({
  id: SnowflakeType,
  name: z.string(),
  permissions: keywords.format("uint64-decimal").regex(/^[0-9]+$/u),
  color: z.int32().min(0).max(16777215),
  position: z.int32().min(0),
}));

/** The guild's roles, lowest first. */
export const GuildRoleListResponse = component("GuildRoleListResponse", z.array(GuildRoleResponse));

/** Every schema under the name that the document gives it. */
export const componentSchemas = {
  Scope,
  AuthorizationServerMetadata,
  RateLimitError,
  ApiErrorCode,
  FieldError,
  ApiError,
  SnowflakeType,
  AuthorizationErrorCode,
  PromptErrorCode,
  SnowflakeInput,
  AuthorizeConsentRequest,
  OAuth2ConsentResponse,
  AccessError,
  TokenRequestOneOf0,
  TokenRequestOneOf1,
  ClientCredentialsTokenRequest,
  TokenRequest,
  OAuth2TokenResponse,
  ClientCredentialsTokenResponse,
  OAuthErrorCode,
  OAuthError,
  RevokeRequestFormTokenTypeHint,
  RevokeRequestForm,
  EmptyObject,
  IntrospectRequestForm,
  Int32Type,
  OAuth2IntrospectResponse,
  PublicUserFlags,
  OAuth2UserInfoResponse,
  MissingScopeError,
  ApplicationFlags,
  OAuth2MeResponseApplication,
  OAuth2MeResponseUser,
  OAuth2MeResponse,
  OAuth2AuthorizationResponseApplication,
  OAuth2AuthorizationResponse,
  OAuth2AuthorizationsListResponse,
  OAuth2RedirectURICreateType,
  ApplicationCreateRequest,
  AuthenticatorType,
  BotFlags,
  ApplicationBotResponse,
  ClientSecretMetadata,
  ApplicationResponse,
  ApplicationListResponse,
  SudoRequest,
  OAuth2RedirectURIUpdateType,
  ApplicationUpdateRequest,
  ClientSecretResetRequest,
  ApplicationPublicResponse,
  AuditLogEntry,
  AuditLogResponse,
  AdminApplicationResponse,
  Base64ImageType,
  UsernameType,
  BotProfileUpdateRequest,
  BotProfileResponse,
  BotTokenResetResponse,
  ApplicationsMeResponse,
  GatewayBotResponse,
  RegisterRequest,
  AuthSessionResponse,
  LoginRequest,
  UserResponse,
  UserUpdateRequest,
  ConnectionResponse,
  ConnectionListResponse,
  ConnectionCreateRequest,
  UserGuildResponse,
  UserGuildListResponse,
  GuildCreateRequest,
  GuildResponse,
  GuildMemberResponse,
  GuildRoleResponse,
  GuildRoleListResponse,
};
