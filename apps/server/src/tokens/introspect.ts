import type { Schemas } from "@fluxer-oauth2/contract";
import type { ClientCaller } from "../http/caller.ts";
import { isAuthentic, readCredential } from "../lib/credential.ts";
import type { TokenDeps } from "./deps.ts";
import { introspectAccessToken, introspectRefreshToken } from "./store/introspection.ts";

const KINDS = {
  access: { statement: introspectAccessToken, type: "Bearer" },
  refresh: { statement: introspectRefreshToken, type: "refresh_token" },
} as const;

/** RFC 7662 2.2, for the tokens of the client that asks. */
export async function introspect(
  { db, clock }: Pick<TokenDeps, "db" | "clock">,
  text: string,
  { applicationId }: ClientCaller,
): Promise<Schemas["OAuth2IntrospectResponse"]> {
  const kind = text.startsWith("fxr_") ? "refresh" : "access";
  const presented = readCredential(kind, text);
  const [token] = await db.read(KINDS[kind].statement, { id: presented.id, now: clock.now() });

  // RFC 7662 2.2: for a token that does not work, or that the client may not know of, there is nothing but this.
  if (!isAuthentic(token, presented) || token.applicationId !== applicationId) return { active: false };

  return {
    active: true,
    client_id: applicationId,
    sub: token.userId,
    username: token.username,
    scope: token.scope,
    token_type: KINDS[kind].type,
    iat: seconds(token.createdAt),
    exp: seconds(token.expiresAt),
  };
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
