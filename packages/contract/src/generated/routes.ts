// Generated from openapi/openapi.yaml by `npm run generate`; do not edit.

import { createRoute, z } from "@hono/zod-openapi";
import * as input from "../input.ts";
import * as keywords from "../keywords.ts";
import { specification } from "../specification.ts";
import bundle from "./openapi.json" with { type: "json" };
import * as schemas from "./schemas.ts";

const { operation, responses } = specification(bundle);

export const getAuthorizationServerMetadata = createRoute({
  ...operation("get", "/.well-known/oauth-authorization-server"),
  method: "get",
  path: "/.well-known/oauth-authorization-server",
  responses: responses("get", "/.well-known/oauth-authorization-server", {
    200: { "application/json": schemas.AuthorizationServerMetadata },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
  }),
});

export const authorize = createRoute({
  ...operation("get", "/oauth2/authorize"),
  method: "get",
  path: "/oauth2/authorize",
  request: {
    query: z.object({
      client_id: schemas.SnowflakeType,
      redirect_uri: z.string().min(1).max(2048).exactOptional(),
      response_type: z.string().exactOptional(),
      scope: z.string().exactOptional(),
      state: z.string().exactOptional(),
      prompt: z.string().exactOptional(),
      permissions: z.string().exactOptional(),
      guild_id: z.string().exactOptional(),
      code_challenge: z.string().exactOptional(),
      code_challenge_method: z.string().exactOptional(),
    }),
  },
  responses: responses("get", "/oauth2/authorize", {
    200: { "text/html": z.string() },
    302: {},
    400: { "text/html": z.string() },
    429: { "text/html": z.string() },
    500: { "text/html": z.string() },
    503: { "text/html": z.string() },
  }),
});

export const grantOauth2Consent = createRoute({
  ...operation("post", "/oauth2/authorize/consent"),
  method: "post",
  path: "/oauth2/authorize/consent",
  request: {
    body: { required: true, content: { "application/json": { schema: schemas.AuthorizeConsentRequest } } },
  },
  responses: responses("post", "/oauth2/authorize/consent", {
    200: { "application/json": schemas.OAuth2ConsentResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    404: { "application/json": schemas.ApiError },
    408: { "application/json": schemas.ApiError },
    413: { "application/json": schemas.ApiError },
    415: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const exchangeOauth2Token = createRoute({
  ...operation("post", "/oauth2/token"),
  method: "post",
  path: "/oauth2/token",
  request: {
    body: {
      required: true,
      content: {
        "application/x-www-form-urlencoded": { schema: schemas.TokenRequest },
        "multipart/form-data": { schema: schemas.TokenRequest },
      },
    },
  },
  responses: responses("post", "/oauth2/token", {
    200: {
      "application/json": keywords.anyOf([schemas.OAuth2TokenResponse, schemas.ClientCredentialsTokenResponse]),
    },
    400: { "application/json": schemas.OAuthError },
    401: { "application/json": schemas.OAuthError },
    408: { "application/json": schemas.OAuthError },
    413: { "application/json": schemas.OAuthError },
    415: { "application/json": schemas.OAuthError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.OAuthError },
    503: { "application/json": schemas.OAuthError },
  }),
});

export const revokeOauth2Token = createRoute({
  ...operation("post", "/oauth2/token/revoke"),
  method: "post",
  path: "/oauth2/token/revoke",
  request: {
    body: {
      required: true,
      content: {
        "application/x-www-form-urlencoded": { schema: schemas.RevokeRequestForm },
        "multipart/form-data": { schema: schemas.RevokeRequestForm },
      },
    },
  },
  responses: responses("post", "/oauth2/token/revoke", {
    200: { "application/json": schemas.EmptyObject },
    400: { "application/json": schemas.OAuthError },
    401: { "application/json": schemas.OAuthError },
    408: { "application/json": schemas.OAuthError },
    413: { "application/json": schemas.OAuthError },
    415: { "application/json": schemas.OAuthError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.OAuthError },
    503: { "application/json": schemas.OAuthError },
  }),
});

export const revokeOauth2TokenAlias = createRoute({
  ...operation("post", "/oauth2/revoke"),
  method: "post",
  path: "/oauth2/revoke",
  request: {
    body: {
      required: true,
      content: {
        "application/x-www-form-urlencoded": { schema: schemas.RevokeRequestForm },
        "multipart/form-data": { schema: schemas.RevokeRequestForm },
      },
    },
  },
  responses: responses("post", "/oauth2/revoke", {
    200: { "application/json": schemas.EmptyObject },
    400: { "application/json": schemas.OAuthError },
    401: { "application/json": schemas.OAuthError },
    408: { "application/json": schemas.OAuthError },
    413: { "application/json": schemas.OAuthError },
    415: { "application/json": schemas.OAuthError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.OAuthError },
    503: { "application/json": schemas.OAuthError },
  }),
});

export const introspectOauth2Token = createRoute({
  ...operation("post", "/oauth2/introspect"),
  method: "post",
  path: "/oauth2/introspect",
  request: {
    body: {
      required: true,
      content: {
        "application/x-www-form-urlencoded": { schema: schemas.IntrospectRequestForm },
        "multipart/form-data": { schema: schemas.IntrospectRequestForm },
      },
    },
  },
  responses: responses("post", "/oauth2/introspect", {
    200: { "application/json": schemas.OAuth2IntrospectResponse },
    400: { "application/json": schemas.OAuthError },
    401: { "application/json": schemas.OAuthError },
    408: { "application/json": schemas.OAuthError },
    413: { "application/json": schemas.OAuthError },
    415: { "application/json": schemas.OAuthError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.OAuthError },
    503: { "application/json": schemas.OAuthError },
  }),
});

export const getOauth2UserInformation = createRoute({
  ...operation("get", "/oauth2/userinfo"),
  method: "get",
  path: "/oauth2/userinfo",
  responses: responses("get", "/oauth2/userinfo", {
    200: { "application/json": schemas.OAuth2UserInfoResponse },
    401: { "application/json": schemas.ApiError },
    403: {
      "application/json": z.discriminatedUnion("code", [schemas.AccessError, schemas.MissingScopeError]),
    },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const getCurrentOauth2User = createRoute({
  ...operation("get", "/oauth2/@me"),
  method: "get",
  path: "/oauth2/@me",
  responses: responses("get", "/oauth2/@me", {
    200: { "application/json": schemas.OAuth2MeResponse },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const listUserOauth2Authorizations = createRoute({
  ...operation("get", "/oauth2/@me/authorizations"),
  method: "get",
  path: "/oauth2/@me/authorizations",
  responses: responses("get", "/oauth2/@me/authorizations", {
    200: { "application/json": schemas.OAuth2AuthorizationsListResponse },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const deauthorizeApplication = createRoute({
  ...operation("delete", "/oauth2/@me/authorizations/{applicationId}"),
  method: "delete",
  path: "/oauth2/@me/authorizations/{applicationId}",
  request: { params: z.object({ applicationId: schemas.SnowflakeType }) },
  responses: responses("delete", "/oauth2/@me/authorizations/{applicationId}", {
    204: {},
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    404: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const createOauth2Application = createRoute({
  ...operation("post", "/oauth2/applications"),
  method: "post",
  path: "/oauth2/applications",
  request: {
    body: { required: true, content: { "application/json": { schema: schemas.ApplicationCreateRequest } } },
  },
  responses: responses("post", "/oauth2/applications", {
    200: { "application/json": schemas.ApplicationResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    408: { "application/json": schemas.ApiError },
    413: { "application/json": schemas.ApiError },
    415: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const listUserApplications = createRoute({
  ...operation("get", "/oauth2/applications/@me"),
  method: "get",
  path: "/oauth2/applications/@me",
  responses: responses("get", "/oauth2/applications/@me", {
    200: { "application/json": schemas.ApplicationListResponse },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const listUserApplicationsAlias = createRoute({
  ...operation("get", "/users/@me/applications"),
  method: "get",
  path: "/users/@me/applications",
  responses: responses("get", "/users/@me/applications", {
    200: { "application/json": schemas.ApplicationListResponse },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const getApplication = createRoute({
  ...operation("get", "/oauth2/applications/{id}"),
  method: "get",
  path: "/oauth2/applications/{id}",
  request: { params: z.object({ id: schemas.SnowflakeType }) },
  responses: responses("get", "/oauth2/applications/{id}", {
    200: { "application/json": schemas.ApplicationResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    404: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const updateApplication = createRoute({
  ...operation("patch", "/oauth2/applications/{id}"),
  method: "patch",
  path: "/oauth2/applications/{id}",
  request: {
    params: z.object({ id: schemas.SnowflakeType }),
    body: { required: true, content: { "application/json": { schema: schemas.ApplicationUpdateRequest } } },
  },
  responses: responses("patch", "/oauth2/applications/{id}", {
    200: { "application/json": schemas.ApplicationResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    404: { "application/json": schemas.ApiError },
    408: { "application/json": schemas.ApiError },
    413: { "application/json": schemas.ApiError },
    415: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const deleteApplication = createRoute({
  ...operation("delete", "/oauth2/applications/{id}"),
  method: "delete",
  path: "/oauth2/applications/{id}",
  request: {
    params: z.object({ id: schemas.SnowflakeType }),
    body: { required: false, content: { "application/json": { schema: schemas.SudoRequest } } },
  },
  responses: responses("delete", "/oauth2/applications/{id}", {
    204: {},
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    404: { "application/json": schemas.ApiError },
    408: { "application/json": schemas.ApiError },
    413: { "application/json": schemas.ApiError },
    415: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const resetClientSecret = createRoute({
  ...operation("post", "/oauth2/applications/{id}/client-secret/reset"),
  method: "post",
  path: "/oauth2/applications/{id}/client-secret/reset",
  request: {
    params: z.object({ id: schemas.SnowflakeType }),
    body: { required: false, content: { "application/json": { schema: schemas.ClientSecretResetRequest } } },
  },
  responses: responses("post", "/oauth2/applications/{id}/client-secret/reset", {
    200: { "application/json": schemas.ApplicationResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    404: { "application/json": schemas.ApiError },
    408: { "application/json": schemas.ApiError },
    413: { "application/json": schemas.ApiError },
    415: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const getPublicApplication = createRoute({
  ...operation("get", "/oauth2/applications/{id}/public"),
  method: "get",
  path: "/oauth2/applications/{id}/public",
  request: { params: z.object({ id: schemas.SnowflakeType }) },
  responses: responses("get", "/oauth2/applications/{id}/public", {
    200: { "application/json": schemas.ApplicationPublicResponse },
    400: { "application/json": schemas.ApiError },
    404: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const listApplicationAuditLogs = createRoute({
  ...operation("get", "/oauth2/applications/{id}/audit-logs"),
  method: "get",
  path: "/oauth2/applications/{id}/audit-logs",
  request: {
    params: z.object({ id: schemas.SnowflakeType }),
    query: z.object({
      before: schemas.SnowflakeType.exactOptional(),
      limit: input.text("integer", z.int32().min(1).max(100)).default(50),
    }),
  },
  responses: responses("get", "/oauth2/applications/{id}/audit-logs", {
    200: { "application/json": schemas.AuditLogResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    404: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const getAdminApplication = createRoute({
  ...operation("get", "/admin/applications/{id}"),
  method: "get",
  path: "/admin/applications/{id}",
  request: { params: z.object({ id: schemas.SnowflakeType }) },
  responses: responses("get", "/admin/applications/{id}", {
    200: { "application/json": schemas.AdminApplicationResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: {
      "application/json": z.discriminatedUnion("code", [schemas.AccessError, schemas.MissingScopeError]),
    },
    404: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const updateBotProfile = createRoute({
  ...operation("patch", "/oauth2/applications/{id}/bot"),
  method: "patch",
  path: "/oauth2/applications/{id}/bot",
  request: {
    params: z.object({ id: schemas.SnowflakeType }),
    body: { required: true, content: { "application/json": { schema: schemas.BotProfileUpdateRequest } } },
  },
  responses: responses("patch", "/oauth2/applications/{id}/bot", {
    200: { "application/json": schemas.BotProfileResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    404: { "application/json": schemas.ApiError },
    408: { "application/json": schemas.ApiError },
    413: { "application/json": schemas.ApiError },
    415: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const resetBotToken = createRoute({
  ...operation("post", "/oauth2/applications/{id}/bot/reset-token"),
  method: "post",
  path: "/oauth2/applications/{id}/bot/reset-token",
  request: {
    params: z.object({ id: schemas.SnowflakeType }),
    body: { required: false, content: { "application/json": { schema: schemas.SudoRequest } } },
  },
  responses: responses("post", "/oauth2/applications/{id}/bot/reset-token", {
    200: { "application/json": schemas.BotTokenResetResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    404: { "application/json": schemas.ApiError },
    408: { "application/json": schemas.ApiError },
    413: { "application/json": schemas.ApiError },
    415: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const listCurrentUserApplications = createRoute({
  ...operation("get", "/applications/@me"),
  method: "get",
  path: "/applications/@me",
  responses: responses("get", "/applications/@me", {
    200: { "application/json": schemas.ApplicationsMeResponse },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const getGatewayBot = createRoute({
  ...operation("get", "/gateway/bot"),
  method: "get",
  path: "/gateway/bot",
  responses: responses("get", "/gateway/bot", {
    200: { "application/json": schemas.GatewayBotResponse },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const register = createRoute({
  ...operation("post", "/auth/register"),
  method: "post",
  path: "/auth/register",
  request: { body: { required: true, content: { "application/json": { schema: schemas.RegisterRequest } } } },
  responses: responses("post", "/auth/register", {
    200: { "application/json": schemas.AuthSessionResponse },
    400: { "application/json": schemas.ApiError },
    408: { "application/json": schemas.ApiError },
    413: { "application/json": schemas.ApiError },
    415: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const login = createRoute({
  ...operation("post", "/auth/login"),
  method: "post",
  path: "/auth/login",
  request: { body: { required: true, content: { "application/json": { schema: schemas.LoginRequest } } } },
  responses: responses("post", "/auth/login", {
    200: { "application/json": schemas.AuthSessionResponse },
    400: { "application/json": schemas.ApiError },
    408: { "application/json": schemas.ApiError },
    413: { "application/json": schemas.ApiError },
    415: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const logout = createRoute({
  ...operation("post", "/auth/logout"),
  method: "post",
  path: "/auth/logout",
  responses: responses("post", "/auth/logout", {
    204: {},
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const getCurrentUser = createRoute({
  ...operation("get", "/users/@me"),
  method: "get",
  path: "/users/@me",
  responses: responses("get", "/users/@me", {
    200: { "application/json": schemas.UserResponse },
    401: { "application/json": schemas.ApiError },
    403: {
      "application/json": z.discriminatedUnion("code", [schemas.AccessError, schemas.MissingScopeError]),
    },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const updateCurrentUser = createRoute({
  ...operation("patch", "/users/@me"),
  method: "patch",
  path: "/users/@me",
  request: { body: { required: true, content: { "application/json": { schema: schemas.UserUpdateRequest } } } },
  responses: responses("patch", "/users/@me", {
    200: { "application/json": schemas.UserResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    408: { "application/json": schemas.ApiError },
    413: { "application/json": schemas.ApiError },
    415: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const listConnections = createRoute({
  ...operation("get", "/users/@me/connections"),
  method: "get",
  path: "/users/@me/connections",
  responses: responses("get", "/users/@me/connections", {
    200: { "application/json": schemas.ConnectionListResponse },
    401: { "application/json": schemas.ApiError },
    403: {
      "application/json": z.discriminatedUnion("code", [schemas.AccessError, schemas.MissingScopeError]),
    },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const createConnection = createRoute({
  ...operation("post", "/users/@me/connections"),
  method: "post",
  path: "/users/@me/connections",
  request: {
    body: { required: true, content: { "application/json": { schema: schemas.ConnectionCreateRequest } } },
  },
  responses: responses("post", "/users/@me/connections", {
    200: { "application/json": schemas.ConnectionResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    408: { "application/json": schemas.ApiError },
    413: { "application/json": schemas.ApiError },
    415: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const listCurrentUserGuilds = createRoute({
  ...operation("get", "/users/@me/guilds"),
  method: "get",
  path: "/users/@me/guilds",
  responses: responses("get", "/users/@me/guilds", {
    200: { "application/json": schemas.UserGuildListResponse },
    401: { "application/json": schemas.ApiError },
    403: {
      "application/json": z.discriminatedUnion("code", [schemas.AccessError, schemas.MissingScopeError]),
    },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const getUser = createRoute({
  ...operation("get", "/users/{id}"),
  method: "get",
  path: "/users/{id}",
  request: { params: z.object({ id: schemas.SnowflakeType }) },
  responses: responses("get", "/users/{id}", {
    200: { "application/json": schemas.UserResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: {
      "application/json": z.discriminatedUnion("code", [schemas.AccessError, schemas.MissingScopeError]),
    },
    404: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const listAuditLogs = createRoute({
  ...operation("get", "/admin/audit-logs"),
  method: "get",
  path: "/admin/audit-logs",
  request: {
    query: z.object({
      before: schemas.SnowflakeType.exactOptional(),
      limit: input.text("integer", z.int32().min(1).max(100)).default(50),
    }),
  },
  responses: responses("get", "/admin/audit-logs", {
    200: { "application/json": schemas.AuditLogResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: {
      "application/json": z.discriminatedUnion("code", [schemas.AccessError, schemas.MissingScopeError]),
    },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const createGuild = createRoute({
  ...operation("post", "/guilds"),
  method: "post",
  path: "/guilds",
  request: {
    body: { required: true, content: { "application/json": { schema: schemas.GuildCreateRequest } } },
  },
  responses: responses("post", "/guilds", {
    200: { "application/json": schemas.GuildResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    408: { "application/json": schemas.ApiError },
    413: { "application/json": schemas.ApiError },
    415: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const getGuild = createRoute({
  ...operation("get", "/guilds/{id}"),
  method: "get",
  path: "/guilds/{id}",
  request: { params: z.object({ id: schemas.SnowflakeType }) },
  responses: responses("get", "/guilds/{id}", {
    200: { "application/json": schemas.GuildResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    404: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const getGuildMember = createRoute({
  ...operation("get", "/guilds/{id}/members/{userId}"),
  method: "get",
  path: "/guilds/{id}/members/{userId}",
  request: { params: z.object({ id: schemas.SnowflakeType, userId: schemas.SnowflakeType }) },
  responses: responses("get", "/guilds/{id}/members/{userId}", {
    200: { "application/json": schemas.GuildMemberResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    404: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const listGuildRoles = createRoute({
  ...operation("get", "/guilds/{id}/roles"),
  method: "get",
  path: "/guilds/{id}/roles",
  request: { params: z.object({ id: schemas.SnowflakeType }) },
  responses: responses("get", "/guilds/{id}/roles", {
    200: { "application/json": schemas.GuildRoleListResponse },
    400: { "application/json": schemas.ApiError },
    401: { "application/json": schemas.ApiError },
    403: { "application/json": schemas.AccessError },
    404: { "application/json": schemas.ApiError },
    429: { "application/json": schemas.RateLimitError },
    500: { "application/json": schemas.ApiError },
    503: { "application/json": schemas.ApiError },
  }),
});

export const routes = {
  getAuthorizationServerMetadata,
  authorize,
  grantOauth2Consent,
  exchangeOauth2Token,
  revokeOauth2Token,
  revokeOauth2TokenAlias,
  introspectOauth2Token,
  getOauth2UserInformation,
  getCurrentOauth2User,
  listUserOauth2Authorizations,
  deauthorizeApplication,
  createOauth2Application,
  listUserApplications,
  listUserApplicationsAlias,
  getApplication,
  updateApplication,
  deleteApplication,
  resetClientSecret,
  getPublicApplication,
  listApplicationAuditLogs,
  getAdminApplication,
  updateBotProfile,
  resetBotToken,
  listCurrentUserApplications,
  getGatewayBot,
  register,
  login,
  logout,
  getCurrentUser,
  updateCurrentUser,
  listConnections,
  createConnection,
  listCurrentUserGuilds,
  getUser,
  listAuditLogs,
  createGuild,
  getGuild,
  getGuildMember,
  listGuildRoles,
};
