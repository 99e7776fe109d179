import type { Patch } from "../patch.ts";
import { patchesOf } from "./entry.ts";

/** RFC 6749 4.1.1 and 4.1.2, RFC 8252, RFC 9207: the authorization request, the consent and where its answer goes. */
export const AUTHORIZING: readonly Patch[] = [
  ...patchesOf("oauth", "authorization/redirect-uri.ts", [
    [
      "any-redirect-uri",
      "The code is sent to any redirect URI, registered or not.",
      ["if (registered.includes(requested)) return true;", "if (requested !== undefined) return true;"],
    ],
    [
      "redirect-uri-by-prefix",
      "A redirect URI need only begin like a registered one.",
      [
        "if (registered.includes(requested)) return true;",
        "if (registered.some((uri) => requested.startsWith(uri))) return true;",
      ],
    ],
    [
      "redirect-uri-by-host",
      "Any path at the host of a registered redirect URI will do.",
      [
        "if (registered.includes(requested)) return true;",
        "if (registered.some((uri) => URL.parse(uri)?.host === URL.parse(requested)?.host)) return true;",
      ],
    ],
    [
      "redirect-uri-without-its-query",
      "The query of a redirect URI is not compared.",
      [
        "if (registered.includes(requested)) return true;",
        'if (registered.some((uri) => uri.split("?")[0] === requested.split("?")[0])) return true;',
      ],
    ],
    [
      "redirect-uri-in-any-case",
      "Redirect URIs are compared without regard to case.",
      [
        "if (registered.includes(requested)) return true;",
        "if (registered.some((uri) => uri.toLowerCase() === requested.toLowerCase())) return true;",
      ],
    ],
    [
      "redirect-uri-without-its-port",
      "The port of any redirect URI may vary, not only that of a loopback address.",
      [
        "if (registered.includes(requested)) return true;",
        'if (registered.some((uri) => uri.replace(/:[0-9]+/, "") === requested.replace(/:[0-9]+/, ""))) return true;',
      ],
    ],
    [
      "loopback-port-compared",
      "A native application cannot choose the port of its loopback redirect URI.",
      ["const wanted = withoutLoopbackPort(requested);", "const wanted = undefined as string | undefined;"],
    ],
  ]),
  ...patchesOf("oauth", "authorization/checks.ts", [
    [
      "redirect-uri-not-needed",
      "A request without a redirect URI is granted.",
      [
        "if (addsBotOnly(parameters) && !application.botRequireCodeGrant) return undefined;",
        "return undefined;",
      ],
    ],
    [
      "code-grant-not-required",
      "A bot whose application requires the code grant is added without it.",
      ["addsBotOnly(parameters) && !application.botRequireCodeGrant", "addsBotOnly(parameters)"],
    ],
    [
      "any-response-type",
      "Any response type is taken for code.",
      [
        'if (response_type === "code" || (response_type === undefined && redirectUri === undefined)) return;',
        "if (response_type !== null || redirectUri === undefined) return;",
      ],
    ],
    [
      "scope-by-default",
      "A request without a scope gets the scope identify.",
      [
        'const scopes = parseScope(scope ?? "");\n  if (scopes) return scopes;',
        'const scopes = parseScope(scope ?? "identify");\n  if (scopes) return scopes;',
      ],
    ],
    [
      "admin-for-every-application",
      "Any application can ask for the scope admin.",
      ["if (trusted || ", "if (true || "],
    ],
    [
      "plain-challenge-taken",
      "The challenge method plain is taken.",
      [
        'if (code_challenge_method === "S256") return code_challenge;',
        'if (code_challenge_method === "S256" || code_challenge_method === "plain") return code_challenge;',
      ],
    ],
    [
      "bad-challenge-ignored",
      "A challenge that is none is ignored, and the code needs no verifier.",
      [
        "if (code_challenge === undefined || !/^[A-Za-z0-9_-]{43}$/.test(code_challenge)) {",
        "if (code_challenge !== undefined && !/^[A-Za-z0-9_-]{43}$/.test(code_challenge)) return undefined;\n  if (code_challenge === undefined) {",
      ],
    ],
    [
      "private-bot-for-everybody",
      "A bot that is not public can be added by anyone.",
      ['if (!scopes.includes("bot") || application.botPublic ||', 'if (!scopes.includes("bot") || true ||'],
    ],
    [
      "repeated-parameters-at-authorize",
      "Of a parameter that was sent twice to the authorization endpoint the first counts.",
      [
        "const name = repeated.find(isParameter);",
        "const name = repeated.find((each) => each === null && isParameter(each));",
      ],
    ],
  ]),
  ...patchesOf("oauth", "authorization/response.ts", [
    [
      "state-dropped",
      "The state does not come back with the code.",
      ["addParameters(redirectUri, { code, state, iss })", "addParameters(redirectUri, { code, iss })"],
    ],
    [
      "state-dropped-from-errors",
      "The state does not come back with an error.",
      [
        "{ error, error_description: DESCRIPTIONS[error], state, iss }",
        "{ error, error_description: DESCRIPTIONS[error], iss }",
      ],
    ],
    [
      "state-with-spaces-for-plus-signs",
      "A plus sign in the state comes back as a space.",
      ["encodeURIComponent(value)", 'encodeURIComponent(value).replaceAll("%2B", "+")'],
    ],
    [
      "iss-missing",
      "The issuer does not come back with the code.",
      ["addParameters(redirectUri, { code, state, iss })", "addParameters(redirectUri, { code, state })"],
    ],
    [
      "iss-missing-from-errors",
      "The issuer does not come back with an error.",
      [
        "{ error, error_description: DESCRIPTIONS[error], state, iss }",
        "{ error, error_description: DESCRIPTIONS[error], state }",
      ],
    ],
    [
      "registered-query-dropped",
      "The query of the registered redirect URI is lost in the answer.",
      ['const kept = query.join("?").split("&");', 'const kept = query.join("?").slice(0, 0).split("&");'],
    ],
    ["answer-in-the-fragment", "The code comes back in the fragment.", ["}?", "}#"]],
  ]),
  ...patchesOf("oauth", "authorization/authorize.ts", [
    [
      "errors-sent-to-any-redirect-uri",
      "An error is sent to a redirect URI that is not registered.",
      [
        "let target: Target | undefined;",
        "let target: Target | undefined = { redirectUri: parameters.redirect_uri, state: parameters.state };",
      ],
    ],
    [
      "errors-kept-from-the-client",
      "An error is shown to the user though the application could be told.",
      [
        "if (target?.redirectUri === undefined) throw asPage(error);",
        "if (error !== undefined) throw asPage(error);",
      ],
    ],
    [
      "prompt-none-shows-a-page",
      "A request with prompt=none is answered with a page.",
      ['const isSilent = request.prompt === "none";', "const isSilent = false;"],
    ],
  ]),
  ...patchesOf("oauth", "authorization/grant.ts", [
    [
      "prompt-consent-ignored",
      "A user who agreed before is not asked again though the application wants that.",
      ['if (prompt === "consent" || scopes.includes("bot"))', 'if (scopes.includes("bot"))'],
    ],
    [
      "consent-remembered-for-any-scope",
      "Who agreed to some scopes once is taken to agree to all others.",
      ["includesAll(parseScope(scope) ?? [], scopes)", "scope !== undefined"],
    ],
  ]),
  ...patchesOf("oauth", "authorization/metadata.ts", [
    [
      "issuer-with-a-slash",
      "The metadata names another issuer than the answers do.",
      ["issuer: publicUrl,", 'issuer: publicUrl + "/",'],
    ],
    [
      "token-endpoint-elsewhere",
      "The metadata names a token endpoint that does not exist.",
      ["/oauth2/token`,", "/oauth/token`,"],
    ],
  ]),
  ...patchesOf("oauth", "guilds/add-bot.ts", [
    [
      "bot-added-without-permission",
      "Anyone can add a bot to any guild.",
      ["if (allowed === undefined || !mayManageGuild(allowed))", "if (false)"],
    ],
    [
      "bot-permissions-unmasked",
      "A bot gets permission bits that do not exist.",
      ["const granted = permissions & KNOWN_PERMISSIONS;", "const granted = permissions;"],
      [
        "lib/permissions.ts",
        "value < 1n << 64n ? value & KNOWN_PERMISSIONS : undefined",
        "value < 1n << 64n ? value : undefined",
      ],
    ],
    [
      "bot-joins-twice",
      "A bot that is a member already is added again without a word.",
      [
        'if (joined.length === 0) throw new ApiError("BOT_ALREADY_IN_GUILD");',
        "if (joined.length === 0) return;",
      ],
    ],
  ]),
  ...patchesOf("oauth", "applications/redirect-uri.ts", [
    [
      "plain-http-registered",
      "A redirect URI over plain http can be registered for any host.",
      [
        '(uri.startsWith("https:") || isLoopback(host) || mayUseHttp(uri))',
        '(uri.startsWith("http") || mayUseHttp(uri))',
      ],
    ],
    [
      "loopback-by-its-beginning",
      "A host that only begins with localhost is taken for a loopback address.",
      [
        "return /^(?:(?:.+\\.)?localhost|127\\.0\\.0\\.1|\\[::1\\])$/i.test(host);",
        "return /^(?:(?:.+\\.)?localhost|127\\.0\\.0\\.1|\\[::1\\])/i.test(host);",
      ],
    ],
  ]),
];
