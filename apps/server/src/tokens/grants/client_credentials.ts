import { formatScope, includesAll, parseScope } from "../../lib/scopes.ts";
import { mint } from "../../lib/secret.ts";
import type { TokenDeps } from "../deps.ts";
import { insertClientAccessToken } from "../store/access-tokens.ts";
import { CLIENT_SCOPES } from "../store/grants.ts";
import { refuse, type StatementGrant } from "./outcome.ts";

/** RFC 6749 4.4: the application gets a token for its own bot. */
export function clientCredentials({
  db,
  config,
}: Pick<TokenDeps, "db" | "config">): StatementGrant<"client_credentials"> {
  return async ({ body, client: { secretId }, now }) => {
    // RFC 6749 3.3: what the client may not have is refused, rather than left out in silence.
    const scopes = parseScope(body.scope ?? "bot");
    if (scopes === undefined || !includesAll(CLIENT_SCOPES, scopes))
      return refuse("invalid_scope", "not for a client's own token");

    const { id, token, hash } = mint("access", now);
    const scope = formatScope(scopes);
    const expiresAt = now + config.accessTokenSeconds * 1000;
    const [issued] = await db.write(insertClientAccessToken, {
      id,
      secretHash: hash,
      scope,
      createdAt: now,
      expiresAt,
      secretId,
    });

    // RFC 6749 5.2: the secret was replaced between the authentication and now.
    if (!issued) return refuse("invalid_client", "secret replaced meanwhile");

    // RFC 6749 4.4.3: no refresh token, because the client can always ask again.
    return { access_token: token, token_type: "Bearer", expires_in: config.accessTokenSeconds, scope };
  };
}
