import type { Patch } from "../patch.ts";
import { patchesOf } from "./entry.ts";

const STORE = "tokens/store/refresh-tokens.ts";
const SPEND = `const [spent] = yield* tx.run(spendRefreshToken, spending);
    if (!spent) return yield* rotate(tx, request);`;
const ISSUE =
  "return yield* issuePair(tx, config, { pair, grantId, grantedAt, scope, grantedScope, generation, now });";

/** RFC 6749 6 and RFC 9700 4.14.2: what is wrong with rotation, replay and narrowing. */
export const REFRESHING: readonly Patch[] = patchesOf("oauth", "tokens/grants/refresh_token.ts", [
  [
    "refresh-not-rotated",
    "The same refresh token comes back and stays good.",
    [SPEND, "void spending;"],
    [
      ISSUE,
      "const next = yield* issuePair(tx, config, { pair, grantId, grantedAt, scope, grantedScope, generation, now });\nreturn { ...next, refresh_token: body.refresh_token };",
    ],
  ],
  [
    "refresh-old-token-stays-good",
    "A refresh gives a new refresh token, but the old one is not used up.",
    [SPEND, "void spending;"],
  ],
  [
    "refresh-replay-keeps-the-family",
    "A spent refresh token that comes again is refused, but its successors live on.",
    [
      'yield* tx.send(revokeGrant, { id: grantId, now });\n    return refuse("invalid_grant", "refresh token used again"',
      'return refuse("invalid_grant", "refresh token used again"',
    ],
  ],
  [
    "refresh-retry-at-any-time",
    "A spent refresh token gives its successors again at any later time, not only shortly after.",
    ["Math.abs(now - next.createdAt) >= retryMilliseconds", "false"],
  ],
  [
    "refresh-retry-after-the-successor-was-used",
    "A spent refresh token gives its successors again though they have been used.",
    [STORE, "isNull(successor.spentAt),", ""],
  ],
  [
    "refresh-of-any-client",
    "Any client can spend another client's refresh token.",
    ["if (token.applicationId !== applicationId)", "if (false)"],
    [
      "const spending = { id, applicationId, now,",
      "const spending = { id, applicationId: token.applicationId, now,",
    ],
  ],
  [
    "refresh-in-an-ended-grant",
    "A refresh token is taken though its grant was revoked.",
    ["if (token.revokedAt !== null)", "if (false)"],
    [STORE, "isNull(t.grants.revokedAt),", ""],
  ],
  [
    "refresh-never-expires",
    "A refresh token can be spent at any later time.",
    ["if (token.expiresAt <= now)", "if (false)"],
    [STORE, "gt(t.refreshTokens.expiresAt, p.now),", ""],
  ],
  [
    "refresh-lifetime-in-milliseconds",
    "The lifetime of a refresh token is taken for milliseconds.",
    [
      "tokens/grants/pair.ts",
      "createdAt + config.refreshTokenSeconds * 1000, grantEndsAt",
      "createdAt + config.refreshTokenSeconds, grantEndsAt",
    ],
  ],
  [
    "refresh-widens-the-scope",
    "A refresh gives any scope that it asks for.",
    ["scopes && includesAll(parseScope(granted) ?? [], scopes) ?", "scopes ?"],
  ],
  [
    "refresh-ignores-the-scope",
    "A refresh that asks for fewer scopes gets all of them.",
    ["if (asked === undefined) return granted;", "if (asked !== null) return granted;"],
  ],
  [
    "refresh-narrows-for-good",
    "After a refresh with fewer scopes no later one can have all that the user agreed to.",
    [ISSUE, ISSUE.replace("grantedScope,", "grantedScope: scope,")],
  ],
  [
    "refresh-narrows-in-name-only",
    "A refresh with fewer scopes tells them, but the access token has all.",
    [
      "tokens/grants/pair.ts",
      "secretHash: access.hash,\n    grantId,\n    scope,",
      "secretHash: access.hash,\n    grantId,\n    scope: grantedScope,",
    ],
  ],
  [
    "refresh-adds-a-scope",
    "A refresh without a scope gets the scope connections as well.",
    [
      "if (asked === undefined) return granted;",
      'if (asked === undefined) return formatScope([...(parseScope(granted) ?? []), "connections"]);',
    ],
  ],
]);
