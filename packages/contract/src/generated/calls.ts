// Generated from openapi/openapi.yaml by `npm run generate`; do not edit.

export interface Call {
  /** The security alternatives, in the order of the document. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  /** Whether the body is sent as a form rather than as JSON. */
  readonly form: boolean;
  /** The statuses that are documented one by one. */
  readonly statuses: readonly number[];
}

/** How to call each operation, by method in lower case and path. */
export const calls: ReadonlyMap<string, Call> = /* @__PURE__ */ new Map(Object.entries<Call>({
  "get /.well-known/oauth-authorization-server": { security: [{}], form: false, statuses: [200, 429, 500] },
  "get /oauth2/authorize": { security: [{}], form: false, statuses: [200, 302, 400, 429, 500, 503] },
  "post /oauth2/authorize/consent": {
    security: [{ session: [] }],
    form: false,
    statuses: [200, 400, 401, 403, 404, 408, 413, 415, 429, 500, 503],
  },
  "post /oauth2/token": {
    security: [{ clientBasic: [] }, {}],
    form: true,
    statuses: [200, 400, 401, 408, 413, 415, 429, 500, 503],
  },
  "post /oauth2/token/revoke": {
    security: [{ clientBasic: [] }, {}],
    form: true,
    statuses: [200, 400, 401, 408, 413, 415, 429, 500, 503],
  },
  "post /oauth2/revoke": {
    security: [{ clientBasic: [] }, {}],
    form: true,
    statuses: [200, 400, 401, 408, 413, 415, 429, 500, 503],
  },
  "post /oauth2/introspect": {
    security: [{ clientBasic: [] }, {}],
    form: true,
    statuses: [200, 400, 401, 408, 413, 415, 429, 500, 503],
  },
  "get /oauth2/userinfo": { security: [{ accessToken: ["identify"] }], form: false, statuses: [200, 401, 403, 429, 500, 503] },
  "get /oauth2/@me": { security: [{ accessToken: [] }], form: false, statuses: [200, 401, 403, 429, 500, 503] },
  "get /oauth2/@me/authorizations": { security: [{ session: [] }], form: false, statuses: [200, 401, 403, 429, 500, 503] },
  "delete /oauth2/@me/authorizations/{applicationId}": { security: [{ session: [] }], form: false, statuses: [204, 400, 401, 403, 404, 429, 500, 503] },
  "post /oauth2/applications": {
    security: [{ session: [] }],
    form: false,
    statuses: [200, 400, 401, 403, 408, 413, 415, 429, 500, 503],
  },
  "get /oauth2/applications/@me": { security: [{ session: [] }], form: false, statuses: [200, 401, 403, 429, 500, 503] },
  "get /users/@me/applications": { security: [{ session: [] }], form: false, statuses: [200, 401, 403, 429, 500, 503] },
  "get /oauth2/applications/{id}": { security: [{ session: [] }], form: false, statuses: [200, 400, 401, 403, 404, 429, 500, 503] },
  "patch /oauth2/applications/{id}": {
    security: [{ session: [] }],
    form: false,
    statuses: [200, 400, 401, 403, 404, 408, 413, 415, 429, 500, 503],
  },
  "delete /oauth2/applications/{id}": {
    security: [{ session: [] }],
    form: false,
    statuses: [204, 400, 401, 403, 404, 408, 413, 415, 429, 500, 503],
  },
  "post /oauth2/applications/{id}/client-secret/reset": {
    security: [{ session: [] }],
    form: false,
    statuses: [200, 400, 401, 403, 404, 408, 413, 415, 429, 500, 503],
  },
  "get /oauth2/applications/{id}/public": { security: [{}], form: false, statuses: [200, 400, 404, 429, 500, 503] },
  "get /oauth2/applications/{id}/audit-logs": { security: [{ session: [] }], form: false, statuses: [200, 400, 401, 403, 404, 429, 500, 503] },
  "get /admin/applications/{id}": {
    security: [{ accessToken: ["admin"] }],
    form: false,
    statuses: [200, 400, 401, 403, 404, 429, 500, 503],
  },
  "patch /oauth2/applications/{id}/bot": {
    security: [{ session: [] }],
    form: false,
    statuses: [200, 400, 401, 403, 404, 408, 413, 415, 429, 500, 503],
  },
  "post /oauth2/applications/{id}/bot/reset-token": {
    security: [{ session: [] }],
    form: false,
    statuses: [200, 400, 401, 403, 404, 408, 413, 415, 429, 500, 503],
  },
  "get /applications/@me": { security: [{ botToken: [] }], form: false, statuses: [200, 401, 403, 429, 500, 503] },
  "get /gateway/bot": { security: [{ botToken: [] }], form: false, statuses: [200, 401, 403, 429, 500, 503] },
  "post /auth/register": { security: [{}], form: false, statuses: [200, 400, 408, 413, 415, 429, 500, 503] },
  "post /auth/login": { security: [{}], form: false, statuses: [200, 400, 408, 413, 415, 429, 500, 503] },
  "post /auth/logout": { security: [{ session: [] }], form: false, statuses: [204, 401, 403, 429, 500, 503] },
  "get /users/@me": {
    security: [{ session: [] }, { botToken: [] }, { accessToken: ["identify"] }],
    form: false,
    statuses: [200, 401, 403, 429, 500, 503],
  },
  "patch /users/@me": {
    security: [{ session: [] }],
    form: false,
    statuses: [200, 400, 401, 403, 408, 413, 415, 429, 500, 503],
  },
  "get /users/@me/connections": {
    security: [{ session: [] }, { accessToken: ["connections"] }],
    form: false,
    statuses: [200, 401, 403, 429, 500, 503],
  },
  "post /users/@me/connections": {
    security: [{ session: [] }],
    form: false,
    statuses: [200, 400, 401, 403, 408, 413, 415, 429, 500, 503],
  },
  "get /users/@me/guilds": {
    security: [{ session: [] }, { accessToken: ["guilds"] }],
    form: false,
    statuses: [200, 401, 403, 429, 500, 503],
  },
  "get /users/{id}": {
    security: [{ session: [] }, { botToken: [] }, { accessToken: ["admin"] }],
    form: false,
    statuses: [200, 400, 401, 403, 404, 429, 500, 503],
  },
  "get /admin/audit-logs": {
    security: [{ accessToken: ["admin"] }],
    form: false,
    statuses: [200, 400, 401, 403, 429, 500, 503],
  },
  "post /guilds": {
    security: [{ session: [] }],
    form: false,
    statuses: [200, 400, 401, 403, 408, 413, 415, 429, 500, 503],
  },
  "get /guilds/{id}": {
    security: [{ session: [] }, { botToken: [] }],
    form: false,
    statuses: [200, 400, 401, 403, 404, 429, 500, 503],
  },
  "get /guilds/{id}/members/{userId}": {
    security: [{ session: [] }, { botToken: [] }],
    form: false,
    statuses: [200, 400, 401, 403, 404, 429, 500, 503],
  },
  "get /guilds/{id}/roles": {
    security: [{ session: [] }, { botToken: [] }],
    form: false,
    statuses: [200, 400, 401, 403, 404, 429, 500, 503],
  },
}));
