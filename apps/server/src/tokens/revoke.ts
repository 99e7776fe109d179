import { occasion, recordEvent } from "../audit/event.ts";
import type { Transaction, Work } from "../db/database.ts";
import type { ClientCaller } from "../http/caller.ts";
import type { Context } from "../http/operation.ts";
import { isAuthentic, readCredential } from "../lib/credential.ts";
import type { TokenDeps } from "./deps.ts";
import { findAccessToken, revokeAccessToken } from "./store/access-tokens.ts";
import { revokeGrant } from "./store/grants.ts";
import { findRefreshToken } from "./store/refresh-tokens.ts";

/**
 * RFC 7009 2.1. The token tells its own kind, so the client's hint is not needed. Whatever comes of it, the answer is the
 * same (2.2), unless nobody knows what came of it because the storage failed.
 */
export function revoke(
  deps: TokenDeps,
  token: string,
  client: ClientCaller,
  context: Context,
): Promise<void> {
  return deps.db.atomically((tx) => end(tx, deps, token, client, context), { interleaved: true });
}

function* end(
  tx: Transaction,
  deps: TokenDeps,
  token: string,
  { applicationId }: ClientCaller,
  context: Context,
): Work<void> {
  const now = deps.clock.now();
  const found = (yield* findRefresh(tx, token, now)) ?? (yield* findAccess(tx, token, now));
  if (!found) return;

  // RFC 7009 2.1: the token was issued to the client that asks; another client's lives on.
  const isOwn = found.applicationId === applicationId;
  if (isOwn) yield* found.end();

  const event = { ...occasion(deps, context), applicationId, grantId: found.grantId };
  yield* recordEvent(tx, { ...event, action: "token.revoke", outcome: isOwn ? "success" : "failure" });
}

interface Revocable {
  readonly applicationId: string;
  readonly grantId: string;
  end(): Work<void>;
}

/** RFC 7009 2.1: a refresh token takes all access tokens of the same grant with it, also when it was rotated since. */
function* findRefresh(tx: Transaction, text: string, now: number): Work<Revocable | undefined> {
  const presented = readCredential("refresh", text);
  const [token] = yield* tx.run(findRefreshToken, { id: presented.id });
  if (!isAuthentic(token, presented) || token.revokedAt !== null) return undefined;
  const { applicationId, grantId } = token;
  return { applicationId, grantId, end: () => tx.send(revokeGrant, { id: grantId, now }) };
}

function* findAccess(tx: Transaction, text: string, now: number): Work<Revocable | undefined> {
  const presented = readCredential("access", text);
  const { id } = presented;
  const [token] = yield* tx.run(findAccessToken, { id, now });
  if (!isAuthentic(token, presented)) return undefined;
  const { applicationId, grantId } = token;
  return { applicationId, grantId, end: () => tx.send(revokeAccessToken, { id, now }) };
}
