import type { Explanation } from "./survivors.ts";

/** Every survivor belongs to one of these, or the suite lacks a case. */
export const EXPLANATIONS: readonly Explanation[] = [
  {
    title: "Only between two statements of one request",
    why: "What happens when a code, a token, a secret or an application ends while it is being used. The server's own tests hold that open (`test/races`); from outside it is luck.",
    places: [
      ["src/tokens/exchange.ts", 'const isBasic = error === "invalid_client"'],
      ["src/tokens/grants/authorization_code.ts", "if (!spent) return"],
      ["src/tokens/grants/client_credentials.ts", "if (!issued) return"],
      ["src/tokens/grants/refresh_token.ts", "if (!spent) return"],
      ["src/tokens/subject.ts", "throw gone()"],
      ["src/tokens/subject.ts", "function gone()"],
      ["src/tokens/subject.ts", 'new ApiError("INVALID_TOKEN"'],
    ],
  },
  {
    title: "Only with PostgreSQL",
    why: "Which transactions may run beside each other; SQLite has one writer.",
    places: [
      ["src/tokens/exchange.ts", "{ interleaved: true }"],
      ["src/tokens/revoke.ts", "{ interleaved: true }"],
    ],
  },
  {
    title: "The same in other words",
    why: "The changed code does what it did: a value that is read back the same, a default for what is never absent, a name that an insertion does not use.",
    places: [
      ["src/tokens/authenticate.ts", "parseScope(token.scope) ?? []"],
      ["src/tokens/authorizations.ts", "if (!latest) return []"],
      ["src/tokens/authorizations.ts", "parseScope(scope) ?? []"],
      ["src/tokens/authorizations.ts", 'outcome: "success"'],
      ["src/tokens/revoke.ts", 'outcome: isOwn ? "success" : "failure"'],
      ["src/tokens/grants/authorization_code.ts", 'challenge ?? ""'],
      ["src/tokens/grants/refresh_token.ts", "parseScope(granted) ?? []"],
      ["src/tokens/store/access-tokens.ts", ".as("],
    ],
  },
  {
    title: "Within the server",
    why: "Labels and numbers that no answer shows: the label of a derived key, the generation of a refresh token, the kind of a grant.",
    places: [
      ["src/tokens/grants/refresh_token.ts", 'keys.derive("refresh token successors")'],
      ["src/tokens/grants/refresh_token.ts", "token.generation + 1"],
      ["src/tokens/store/grants.ts", 'kind: "'],
    ],
  },
  {
    title: "The operator's choice",
    why: "How long a grant and the window for a retry last to the second; the document says only that they end.",
    places: [
      ["src/tokens/grants/pair.ts", "const refreshExpiresAt"],
      ["src/tokens/grants/refresh_token.ts", "Math.abs(now - next.createdAt) >= retryMilliseconds"],
    ],
  },
  {
    title: "What the audit log says beyond the document",
    why: "Whose log tells that one client tried another's code or token, and whether what was revoked may be revoked once more in it.",
    places: [
      ["src/tokens/grants/authorization_code.ts", '"another client\'s code"'],
      ["src/tokens/grants/refresh_token.ts", '"another client\'s refresh token"'],
      ["src/tokens/revoke.ts", "token.revokedAt !== null"],
    ],
  },
  {
    title: "Nobody is so",
    why: "No operation makes an account that speaks for the platform.",
    places: [["src/tokens/subject.ts", "row.system && { system: true }"]],
  },
];
