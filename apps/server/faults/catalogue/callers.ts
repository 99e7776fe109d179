import type { Patch } from "../patch.ts";
import { patchesOf } from "./entry.ts";

/** Who is calling: each kind of credential, and one kind in the place of another. */
export const CALLERS: readonly Patch[] = [
  ...patchesOf("authentication", "accounts/sessions.ts", [
    [
      "session-found-but-not-compared",
      "A session token is looked up by its beginning, and the rest is not compared.",
      ["if (!isAuthentic(session, presented) ||", "if (session === undefined ||"],
    ],
    [
      "session-never-expires",
      "An expired session is taken.",
      [" || session.expiresAt <= clock.now()) return undefined;", ") return undefined;"],
    ],
    [
      "signing-out-does-nothing",
      "A session works on after signing out.",
      ["return db.write(deleteSession, { id });", "return Promise.resolve(id);"],
    ],
  ]),
  ...patchesOf("authentication", "tokens/authenticate.ts", [
    [
      "access-token-found-but-not-compared",
      "An access token is looked up by its beginning, and the rest is not compared.",
      ["if (!isAuthentic(token, presented)) return undefined;", "if (token === undefined) return undefined;"],
    ],
  ]),
  ...patchesOf("authentication", "applications/bots.ts", [
    [
      "bot-token-found-but-not-compared",
      "A bot token's application is looked up, and its secret is not compared.",
      [
        "if (!isAuthentic(known, { id: applicationId, hash })) return undefined;",
        "if (known === undefined) return undefined;",
      ],
    ],
  ]),
  ...patchesOf("authentication", "http/auth.ts", [
    [
      "bot-token-without-a-scheme",
      "A bot token is taken without its scheme.",
      [
        'return { kind: "session", token: authorization, challenge };',
        'return { kind: authorization.includes(".") ? "bot" : "session", token: authorization, challenge };',
      ],
    ],
    [
      "access-token-without-a-scheme",
      "An access token is taken without its scheme.",
      [
        'return { kind: "session", token: authorization, challenge };',
        'return { kind: authorization.startsWith("fxa_") ? "accessToken" : "session", token: authorization, challenge };',
      ],
    ],
    [
      "session-as-a-bearer-token",
      "A session token is taken as a Bearer token.",
      [
        'return { kind: "accessToken", token,',
        'return { kind: token.startsWith("flx_") ? "session" : "accessToken", token,',
      ],
    ],
    [
      "bot-token-as-a-bearer-token",
      "A bot token is taken as a Bearer token.",
      [
        'return { kind: "accessToken", token,',
        'return { kind: token.includes(".") ? "bot" : "accessToken", token,',
      ],
    ],
    [
      "access-token-as-a-bot-token",
      "An access token is taken with the scheme Bot.",
      [
        'if (scheme.toLowerCase() === "bot") return { kind: "bot",',
        'if (scheme.toLowerCase() === "bot") return { kind: token.startsWith("fxa_") ? "accessToken" : "bot",',
      ],
    ],
    [
      "schemes-in-one-case",
      "A scheme in another case is not known.",
      ["+([^ ]+)$/i.exec(authorization)", "+([^ ]+)$/.exec(authorization)"],
    ],
    [
      "session-for-everything",
      "A session is taken by every operation.",
      ['if (caller.kind === "user" && session) return;', 'if (caller.kind === "user") return;'],
    ],
    [
      "bot-token-for-everything",
      "A bot token is taken by every operation.",
      ['if (caller.kind === "bot" && botToken) return;', 'if (caller.kind === "bot") return;'],
    ],
    [
      "access-token-for-everything",
      "An access token is taken by every operation.",
      [
        'if (caller.kind !== "token" || scopes === undefined) {',
        'if (caller.kind === "token" && scopes === undefined) return;\n  if (caller.kind !== "token" || scopes === undefined) {',
      ],
    ],
    [
      "no-scope-needed",
      "No operation looks at the scopes of an access token.",
      ["if (missing === undefined) return;", "if (missing !== null) return;"],
    ],
    [
      "no-challenge-without-credentials",
      "A request without credentials is refused without a challenge.",
      [
        'throw new ApiError("UNAUTHORIZED", { headers: { "www-authenticate": requirement.challenge } });',
        'throw new ApiError("UNAUTHORIZED");',
      ],
    ],
    [
      "no-challenge-for-a-bad-token",
      "A token that does not work is refused without a challenge.",
      [
        'throw new ApiError("INVALID_TOKEN", { headers: { "www-authenticate": challenge } });',
        'throw new ApiError("INVALID_TOKEN");',
      ],
    ],
    [
      "no-challenge-for-a-missing-scope",
      "A token without the scope is refused without a challenge.",
      ['requiredScope: missing,\n    headers: { "www-authenticate": challenge },', "requiredScope: missing,"],
    ],
    [
      "missing-scope-not-named",
      "A token without the scope is refused without naming it.",
      ["requiredScope: missing,\n", ""],
    ],
  ]),
  ...patchesOf("authentication", "accounts/sudo.ts", [
    [
      "no-confirmation-needed",
      "What cannot be undone needs no password.",
      [
        'if (password === undefined || password === "") throw new ApiError("SUDO_MODE_REQUIRED");',
        'if (password === undefined || password === "") return;',
      ],
    ],
    [
      "any-password-confirms",
      "Any password confirms what cannot be undone.",
      [
        "if (await verifyPassword(account?.passwordHash, password)) return;",
        "if (account !== undefined) return;",
      ],
    ],
  ]),
  ...patchesOf("authentication", "accounts/sign-in.ts", [
    [
      "any-password-signs-in",
      "Any password signs in.",
      ["const session = account !== undefined && isRight ?", "const session = account !== undefined ?"],
    ],
  ]),
];
