import type { Patch } from "../patch.ts";
import { patchesOf } from "./entry.ts";

/** RFC 6749 2.3 and 5.2: how a client proves who it is, and what it is told when it cannot. */
export const CLIENTS: readonly Patch[] = [
  ...patchesOf("oauth", "applications/client-authenticator.ts", [
    [
      "client-secret-found-but-not-compared",
      "A client secret is looked up by its beginning, and the rest is not compared.",
      [
        "!isAuthentic(known, presented) || known.applicationId !== clientId",
        "known === undefined || known.applicationId !== clientId",
      ],
    ],
    [
      "client-secret-of-any-client",
      "Any client's secret authenticates every client id.",
      [
        "!isAuthentic(known, presented) || known.applicationId !== clientId",
        "!isAuthentic(known, presented)",
      ],
    ],
  ]),
  ...patchesOf("oauth", "http/basic.ts", [
    [
      "basic-not-decoded",
      "Client id and secret in Basic are not form-decoded.",
      ['return decodeURIComponent(text.replaceAll("+", " "));', "return text;"],
    ],
    [
      "basic-in-one-spelling",
      "Basic credentials are refused when the scheme is written in lower case.",
      ["{0,2})$/i.exec(authorization)", "{0,2})$/.exec(authorization)"],
    ],
  ]),
  ...patchesOf("oauth", "http/client-authentication.ts", [
    [
      "basic-and-body-together",
      "A client may authenticate in both ways at once.",
      ["if (fields.client_secret) throw", "if (false) throw"],
    ],
    [
      "two-client-ids",
      "The client id in the body may be another than that in Basic.",
      ["if (fields.client_id && fields.client_id !== basic.id)", "if (false)"],
    ],
    [
      "basic-refusal-without-a-challenge",
      "A client that tried Basic is refused without a challenge.",
      [
        'throw new OAuthError("invalid_client", "unknown client or wrong secret", CHALLENGE);',
        'throw new OAuthError("invalid_client", "unknown client or wrong secret");',
      ],
    ],
    [
      "unusable-basic-ignored",
      "An Authorization header that is no Basic is ignored where the body has credentials.",
      [
        "return authorization === null",
        "return authorization === null || parseBasic(authorization) === undefined",
      ],
    ],
  ]),
  ...patchesOf("oauth", "http/errors.ts", [
    [
      "invalid-client-is-400",
      "A failed client authentication is answered 400.",
      ["invalid_client: { status: 401,", "invalid_client: { status: 400,"],
    ],
    [
      "invalid-grant-is-401",
      "A code or refresh token that does not work is answered 401.",
      ["invalid_grant: {\n    status: 400,", "invalid_grant: {\n    status: 401,"],
    ],
  ]),
  ...patchesOf("oauth", "http/parse.ts", [
    [
      "repeated-parameters",
      "Of a form parameter that was sent twice the last counts.",
      [
        "if (name in fields) meetAgain(name);\n    else fields[name] = value;",
        'fields[name] = value;\n    if (name === "") meetAgain(name);',
      ],
    ],
  ]),
  ...patchesOf("oauth", "http/admission.ts", [
    [
      "empty-parameters-count",
      "A parameter without a value is not treated as omitted.",
      [
        "const fields = isFields(body) ? withoutEmpty(body) : {};",
        "const fields = isFields(body) ? body : {};",
      ],
      ["withoutEmpty } from", "withoutEmpty as _ } from"],
    ],
    [
      "token-in-the-query",
      "An access token is taken from the query.",
      [
        'identify(authenticators, context.headers.get("authorization"), requirement)',
        'identify(authenticators, context.headers.get("authorization") ?? queryToken(request.url), requirement)',
      ],
      [
        "type BodyReader = {",
        'function queryToken(url: string): string | null {\n  const token = new URL(url).searchParams.get("access_token");\n  return token && "Bearer " + token;\n}\n\ntype BodyReader = {',
      ],
    ],
  ]),
  ...patchesOf("oauth", "http/respond.ts", [
    [
      "tokens-may-be-cached",
      "Answers with tokens may be kept by caches.",
      ['"cache-control": "no-store",', '"cache-control": "private",'],
    ],
  ]),
];
