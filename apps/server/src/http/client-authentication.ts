import { parseBasic } from "./basic.ts";
import type { Authenticators, ClientCaller } from "./caller.ts";
import { OAuthError } from "./errors.ts";
import type { Fields } from "./parse.ts";

export const CHALLENGE = { headers: { "www-authenticate": 'Basic realm="fluxer", charset="UTF-8"' } };

/** RFC 6749 2.3.1: by HTTP Basic or by client_id and client_secret in the body. */
export function authenticateClient(
  authenticators: Authenticators,
  authorization: string | null,
  fields: Fields,
): Promise<ClientCaller> {
  return authorization === null
    ? byBody(authenticators, fields)
    : byBasic(authenticators, authorization, fields);
}

async function byBasic(authenticators: Authenticators, authorization: string, fields: Fields) {
  const basic = parseBasic(authorization);
  // RFC 6749 5.2: whoever tries the Authorization header is answered with the scheme that the server takes.
  if (basic === undefined) throw new OAuthError("invalid_client", "unusable Authorization header", CHALLENGE);
  // RFC 6749 2.3: the client MUST NOT use more than one authentication method in each request.
  if (fields.client_secret) throw new OAuthError("invalid_request", "Basic and client_secret together");
  if (fields.client_id && fields.client_id !== basic.id)
    throw new OAuthError("invalid_request", "two client ids");
  const caller = await authenticators.client(basic.id, basic.secret);
  if (caller === undefined)
    throw new OAuthError("invalid_client", "unknown client or wrong secret", CHALLENGE);
  return caller;
}

async function byBody(authenticators: Authenticators, { client_id: id, client_secret: secret }: Fields) {
  if (!id || !secret) throw new OAuthError("invalid_client", "no client credentials");
  const caller = await authenticators.client(id, secret);
  if (caller === undefined) throw new OAuthError("invalid_client", "unknown client or wrong secret");
  return caller;
}
