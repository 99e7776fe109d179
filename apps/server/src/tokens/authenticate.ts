import type { Subject, TokenCaller } from "../http/caller.ts";
import { isAuthentic, readCredential } from "../lib/credential.ts";
import { parseScope } from "../lib/scopes.ts";
import type { TokenDeps } from "./deps.ts";
import { findAccessToken } from "./store/access-tokens.ts";

/** RFC 6750 2.1: who sends this bearer token; undefined unless it is an access token that works now. */
export async function authenticateAccessToken(
  { db, clock }: Pick<TokenDeps, "db" | "clock">,
  text: string,
): Promise<TokenCaller | undefined> {
  const presented = readCredential("access", text);
  const [token] = await db.read(findAccessToken, { id: presented.id, now: clock.now() });
  if (!isAuthentic(token, presented)) return undefined;
  const { userId, applicationId, grantId, expiresAt } = token;
  const scopes = parseScope(token.scope) ?? [];
  const subject = subjectOf(token);
  return { kind: "token", userId, applicationId, grantId, tokenId: presented.id, scopes, expiresAt, subject };
}

/** Without what authenticates. */
function subjectOf(row: Subject): Subject {
  return {
    username: row.username,
    discriminator: row.discriminator,
    globalName: row.globalName,
    avatar: row.avatar,
    avatarColor: row.avatarColor,
    flags: row.flags,
    bot: row.bot,
    system: row.system,
    email: row.email,
    emailVerified: row.emailVerified,
  };
}
