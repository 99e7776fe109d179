import type { Patch } from "../patch.ts";
import { patchesOf } from "./entry.ts";

const STORE = "tokens/store/codes.ts";
const ISSUE = "authorization/grant.ts";

/** RFC 6749 4.1 and RFC 7636: what is wrong with a code, its binding and its proof. */
export const CODES: readonly Patch[] = patchesOf("oauth", "tokens/grants/authorization_code.ts", [
  [
    "code-not-single-use",
    "A code can be exchanged any number of times.",
    ["if (code.spentAt !== null) {", "if (false) {"],
    ["if (!spent) return yield* exchange(tx, request);", "void spent;"],
  ],
  [
    "code-replay-keeps-tokens",
    "A code that comes again is refused, but what it gave the first time lives on.",
    [
      'yield* tx.send(revokeGrant, { id: grantId, now });\n      return refuse("invalid_grant", "code used again"',
      'return refuse("invalid_grant", "code used again"',
    ],
  ],
  [
    "code-of-any-client",
    "Any client can exchange a code that was issued to another one.",
    ["if (code.applicationId !== applicationId)", "if (false)"],
    ["spendCode, { id, applicationId, now }", "spendCode, { id, applicationId: code.applicationId, now }"],
  ],
  [
    "code-spent-by-a-wrong-client",
    "A client that presents another one's code is refused, but the code is used up by it.",
    [
      'if (code.applicationId !== applicationId)\n      return refuse("invalid_grant", "another client\'s code", { grantId });',
      'if (code.applicationId !== applicationId) {\n yield* tx.send(burnCode, { id, now });\n return refuse("invalid_grant", "another client\'s code", { grantId });\n}',
    ],
  ],
  [
    "code-for-any-redirect-uri",
    "A code is exchanged whatever redirect URI comes with it.",
    ["if (code.redirectUri !== body.redirect_uri)", "if (false)"],
  ],
  [
    "code-for-a-longer-redirect-uri",
    "The redirect URI of the exchange need only begin like that of the request.",
    [
      "if (code.redirectUri !== body.redirect_uri)",
      'if (!body.redirect_uri.startsWith(code.redirectUri ?? ""))',
    ],
  ],
  [
    "code-without-its-verifier",
    "A code that was asked for with a challenge is exchanged without a verifier.",
    ["if (code.codeChallenge !== null && body.code_verifier === undefined)", "if (false)"],
  ],
  [
    "code-with-any-verifier",
    "The verifier must be there, but it is not compared with the challenge.",
    ["if (body.code_verifier !== undefined && !isVerified(", "if (false && !isVerified("],
  ],
  [
    "code-with-a-plain-verifier",
    "The challenge itself is taken for the verifier, as with the method plain.",
    [
      'return sameHash(challenge ?? "", hashOf(verifier));',
      'return challenge === verifier || sameHash(challenge ?? "", hashOf(verifier));',
    ],
  ],
  [
    "code-with-a-verifier-nobody-asked-for",
    "A verifier is taken for a code that was asked for without a challenge.",
    [
      "if (body.code_verifier !== undefined && !isVerified(",
      "if (code.codeChallenge !== null && body.code_verifier !== undefined && !isVerified(",
    ],
  ],
  [
    "code-challenge-forgotten",
    "The challenge of the authorization request is not kept with the code.",
    [ISSUE, "codeChallenge: codeChallenge ?? null,", "codeChallenge: null,"],
  ],
  [
    "code-never-expires",
    "A code can be exchanged at any later time.",
    ["if (code.expiresAt <= now)", "if (false)"],
    [STORE, "gt(t.authorizationCodes.expiresAt, p.now),", ""],
  ],
  [
    "code-lives-ten-minutes",
    "A code lives ten times as long as it should.",
    [ISSUE, "now + config.codeSeconds * 1000", "now + config.codeSeconds * 10_000"],
  ],
  [
    "code-lifetime-in-milliseconds",
    "The lifetime of a code is taken for milliseconds, so that it is gone before a client can use it.",
    [ISSUE, "now + config.codeSeconds * 1000", "now + config.codeSeconds"],
  ],
  [
    "code-of-an-ended-grant",
    "A code is exchanged though the user took the consent back meanwhile.",
    ["if (code.revokedAt !== null)", "if (false)"],
    [STORE, "isNull(t.grants.revokedAt),", ""],
  ],
  [
    "code-with-more-scopes",
    "A code gives the scope email beside those that the user agreed to.",
    [
      ISSUE,
      "createGrant(tx, { id: grantId, applicationId: application.id, userId, scopes, now })",
      'createGrant(tx, { id: grantId, applicationId: application.id, userId, scopes: [...scopes, "email"], now })',
    ],
  ],
  [
    "code-of-another-user",
    "The tokens of a code act for the application's owner and not for the user who agreed.",
    [
      ISSUE,
      "createGrant(tx, { id: grantId, applicationId: application.id, userId, scopes, now })",
      "createGrant(tx, { id: grantId, applicationId: application.id, userId: application.ownerId ?? userId, scopes, now })",
    ],
  ],
]);
