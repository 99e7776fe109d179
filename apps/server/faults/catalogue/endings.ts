import type { Patch } from "../patch.ts";
import { patchesOf } from "./entry.ts";

const OAUTH_ERROR = 'import type { ClientCaller } from "../http/caller.ts";';

/** RFC 7009, deauthorizing, resetting and deleting: what should end and does not, or ends and should not. */
export const ENDINGS: readonly Patch[] = [
  ...patchesOf("oauth", "tokens/revoke.ts", [
    [
      "revocation-of-any-client",
      "A client can revoke another client's token.",
      ["const isOwn = found.applicationId === applicationId;", "const isOwn = true;"],
    ],
    [
      "revocation-does-nothing",
      "Revocation answers and leaves the token alive.",
      ["if (isOwn) yield* found.end();", ""],
    ],
    [
      "revocation-of-a-refresh-token-keeps-access",
      "Revoking a refresh token leaves the access tokens of its grant alive.",
      [
        "end: () => tx.send(revokeGrant, { id: grantId, now }) };",
        "end: () => tx.send(spendRefreshToken, { id: presented.id, applicationId, now, successorId: null, successorAccessId: null } as never) };",
      ],
      ["import { findRefreshToken } from", "import { findRefreshToken, spendRefreshToken } from"],
    ],
    [
      "revocation-of-an-access-token-ends-the-grant",
      "Revoking an access token ends the refresh token too.",
      [
        "end: () => tx.send(revokeAccessToken, { id, now }) };",
        "end: () => tx.send(revokeGrant, { id: grantId, now }) };",
      ],
    ],
    [
      "revocation-of-an-unknown-token-is-an-error",
      "A token that nobody knows is answered with an error.",
      ["if (!found) return;", 'if (!found) throw new OAuthError("invalid_request", "unknown token");'],
      [OAUTH_ERROR, `${OAUTH_ERROR}\nimport { OAuthError } from "../http/errors.ts";`],
    ],
    [
      "revocation-of-a-foreign-token-is-an-error",
      "Another client's token is answered with an error, which tells that it exists.",
      [
        "if (isOwn) yield* found.end();",
        'if (!isOwn) throw new OAuthError("invalid_request", "foreign token");\nyield* found.end();',
      ],
      [OAUTH_ERROR, `${OAUTH_ERROR}\nimport { OAuthError } from "../http/errors.ts";`],
    ],
    [
      "revocation-trusts-the-hint",
      "A token is looked for only among the kind that the client's hint names.",
      [
        "tokens/endpoints.ts",
        "async revokeOauth2Token({ body, caller, context, reply }) {\n      await revoke(",
        'async revokeOauth2Token({ body, caller, context, reply }) {\n      const hinted = { access_token: "fxa_", refresh_token: "fxr_" }[body.token_type_hint ?? ""] ?? "";\n      if (body.token.startsWith(hinted)) await revoke(',
      ],
    ],
  ]),
  ...patchesOf("oauth", "tokens/authorizations.ts", [
    [
      "deauthorizing-keeps-tokens",
      "Taking the consent back leaves the application's tokens alive.",
      ["yield* revokeGrantsOfUser(tx, { userId, applicationId, now: event.createdAt });", ""],
    ],
    [
      "deauthorizing-keeps-the-consent",
      "Taking the consent back ends the tokens, but the application is listed on.",
      ["yield* tx.run(deleteConsents, { userId, applicationId })", "yield* tx.run(listConsents, { userId })"],
    ],
  ]),
  ...patchesOf("oauth", "tokens/store/grants.ts", [
    [
      "deauthorizing-for-everybody",
      "When one user takes the consent back, every user's tokens of the application end.",
      [
        "eq(t.grants.userId, p.userId),\n          eq(t.grants.applicationId, p.applicationId),",
        "eq(t.grants.applicationId, p.applicationId),",
      ],
    ],
    [
      "deauthorizing-every-application",
      "When a user takes one consent back, the tokens of all applications end.",
      [
        "eq(t.grants.userId, p.userId),\n          eq(t.grants.applicationId, p.applicationId),",
        "eq(t.grants.userId, p.userId),",
      ],
    ],
  ]),
  ...patchesOf("oauth", "applications/secret-reset.ts", [
    [
      "secret-reset-keeps-the-old-secret",
      "The old client secret still works after it was replaced at once.",
      ["yield* tx.send(deleteSecrets, { applicationId });", ""],
    ],
    [
      "secret-reset-keeps-tokens",
      "What was got with the old client secret outlives it.",
      ["yield* revokeGrantsOfApplication(tx, { applicationId, now });", ""],
    ],
    [
      "secret-overlap-never-ends",
      "An old client secret works long after its overlap.",
      [
        "yield* tx.send(endCurrentSecret, { applicationId, expiresAt });",
        "yield* tx.send(endCurrentSecret, { applicationId, expiresAt: expiresAt * 2 });",
      ],
    ],
    [
      "secret-overlap-ignored",
      "The old client secret dies at once though an overlap was asked for.",
      ["if (overlapSeconds > 0) yield*", "if (false) yield*"],
    ],
    [
      "secret-overlap-in-milliseconds",
      "The overlap is taken for milliseconds.",
      ["now + overlapSeconds * 1000", "now + overlapSeconds"],
    ],
    [
      "secrets-pile-up",
      "A second overlap leaves three client secrets alive.",
      ["yield* tx.send(deleteEndingSecrets, { applicationId });", ""],
    ],
  ]),
  ...patchesOf("oauth", "applications/delete.ts", [
    [
      "deletion-keeps-the-application",
      "A deleted application loses its owner and lives on with its tokens.",
      [
        "applications/store/applications.ts",
        "q.delete(t.applications).where(eq(t.applications.id, p.id)),",
        "q.update(t.applications).set({ ownerId: null }).where(eq(t.applications.id, p.id)),",
      ],
    ],
    [
      "deletion-keeps-the-bot-account",
      "The bot of a deleted application is shown as if nothing had happened.",
      ["yield* tx.send(markBotDeleted, {", "void ({"],
    ],
    [
      "deletion-keeps-memberships",
      "The bot of a deleted application stays in its guilds.",
      ["yield* removeBot(tx, id);", ""],
    ],
  ]),
  ...patchesOf("oauth", "applications/bots.ts", [
    [
      "bot-reset-keeps-the-old-token",
      "A reset shows a new bot token, but the old one is the one that works.",
      ["yield* tx.send(setBotTokenHash, { id, hash });", ""],
    ],
  ]),
];
