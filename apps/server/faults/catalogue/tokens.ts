import type { Patch } from "../patch.ts";
import { patchesOf } from "./entry.ts";

/** What tokens are good for, how long, and what is told of them. */
export const TOKENS: readonly Patch[] = [
  ...patchesOf("oauth", "tokens/grants/pair.ts", [
    [
      "expires-in-in-milliseconds",
      "The client is told the lifetime of its token in milliseconds.",
      [
        "showPair(pair, scope, config.accessTokenSeconds)",
        "showPair(pair, scope, config.accessTokenSeconds * 1000)",
      ],
    ],
    [
      "access-token-lives-longer",
      "An access token lives ten times as long as the client is told.",
      [
        "const expiresAt = createdAt + config.accessTokenSeconds * 1000;",
        "const expiresAt = createdAt + config.accessTokenSeconds * 10_000;",
      ],
    ],
    [
      "access-token-lifetime-in-milliseconds",
      "The lifetime of an access token is taken for milliseconds.",
      [
        "const expiresAt = createdAt + config.accessTokenSeconds * 1000;",
        "const expiresAt = createdAt + config.accessTokenSeconds;",
      ],
    ],
  ]),
  ...patchesOf("oauth", "tokens/store/access-tokens.ts", [
    [
      "access-token-never-expires",
      "An expired access token is taken, and told as active.",
      [", gt(t.accessTokens.expiresAt, now));", ");"],
    ],
    [
      "access-token-revoked-in-name-only",
      "A revoked access token is taken, and told as active.",
      ["isNull(t.accessTokens.revokedAt), isNull(t.grants.revokedAt)", "isNull(t.grants.revokedAt)"],
    ],
    [
      "access-token-of-an-ended-grant",
      "An access token outlives the grant that it came from.",
      ["isNull(t.accessTokens.revokedAt), isNull(t.grants.revokedAt)", "isNull(t.accessTokens.revokedAt)"],
    ],
  ]),
  ...patchesOf("oauth", "lib/scopes.ts", [
    [
      "scopes-in-the-order-asked",
      "Scopes are told in the order in which they were asked for.",
      [
        "return scopes.length === named.size ? scopes : undefined;",
        "return scopes.length === named.size ? ([...named] as Scope[]) : undefined;",
      ],
      ['return SCOPES.filter((scope) => scopes.includes(scope)).join(" ");', 'return scopes.join(" ");'],
    ],
    [
      "unknown-scopes-left-out",
      "A scope that nobody knows is left out in silence.",
      [
        "return scopes.length === named.size ? scopes : undefined;",
        "return scopes.length > 0 ? scopes : undefined;",
      ],
    ],
    [
      "scopes-split-at-commas",
      "Scopes may be separated by commas.",
      ['const named = new Set(text.split(" "));', "const named = new Set(text.split(/[ ,]/));"],
    ],
  ]),
  ...patchesOf("oauth", "tokens/grants/client_credentials.ts", [
    [
      "client-credentials-with-a-refresh-token",
      "A client's own token comes with a refresh token.",
      [
        "expires_in: config.accessTokenSeconds, scope }",
        "expires_in: config.accessTokenSeconds, refresh_token: token, scope }",
      ],
    ],
    [
      "client-credentials-with-every-scope-by-default",
      "A client that names no scope gets every one that a client can have.",
      ['parseScope(body.scope ?? "bot")', 'parseScope(body.scope ?? "identify guilds bot")'],
    ],
    [
      "client-credentials-leave-out-what-is-not-allowed",
      "Scopes that a client cannot have are left out in silence.",
      [
        'const scopes = parseScope(body.scope ?? "bot");',
        'const scopes = parseScope(body.scope ?? "bot")?.filter((scope) => CLIENT_SCOPES.includes(scope));',
      ],
    ],
    [
      "client-credentials-with-user-scopes",
      "A client's own token can have the scopes of a user.",
      [
        "tokens/store/grants.ts",
        'export const CLIENT_SCOPES: readonly Scope[] = ["identify", "guilds", "bot"];',
        'export const CLIENT_SCOPES: readonly Scope[] = ["identify", "email", "guilds", "connections", "bot"];',
      ],
    ],
  ]),
  ...patchesOf("oauth", "tokens/introspect.ts", [
    [
      "introspection-of-any-client",
      "A client is told of another client's tokens.",
      [" || token.applicationId !== applicationId) return", ") return"],
    ],
    [
      "introspection-says-why",
      "A client is told whose token it is that does not work.",
      [
        "return { active: false };",
        "return { active: false, client_id: token?.applicationId ?? applicationId } as never;",
      ],
    ],
    [
      "introspection-times-in-milliseconds",
      "Introspection tells times in milliseconds.",
      ["return Math.floor(milliseconds / 1000);", "return milliseconds;"],
    ],
    [
      "introspection-of-the-client-as-subject",
      "Introspection names the client as the subject of a user's token.",
      ["sub: token.userId,", "sub: applicationId,"],
    ],
    [
      "introspection-of-refresh-tokens-as-bearer",
      "Introspection calls a refresh token a Bearer token, so that a resource server takes it.",
      ['type: "refresh_token" }', 'type: "Bearer" }'],
    ],
    [
      "introspection-expiry-from-now",
      "Introspection tells that a token was issued just now, whenever that was.",
      ["iat: seconds(token.createdAt),", "iat: seconds(clock.now()),"],
    ],
  ]),
  ...patchesOf("oauth", "tokens/store/introspection.ts", [
    [
      "introspection-of-spent-refresh-tokens",
      "A spent refresh token is told as active.",
      ["isNull(t.refreshTokens.spentAt),", ""],
    ],
    [
      "introspection-of-revoked-refresh-tokens",
      "A revoked refresh token is told as active.",
      [
        "isNull(t.refreshTokens.spentAt),\n        isNull(t.grants.revokedAt),",
        "isNull(t.refreshTokens.spentAt),",
      ],
    ],
    [
      "introspection-of-expired-refresh-tokens",
      "An expired refresh token is told as active.",
      [
        "isNull(t.grants.revokedAt),\n        gt(t.refreshTokens.expiresAt, p.now),",
        "isNull(t.grants.revokedAt),",
      ],
    ],
  ]),
];
