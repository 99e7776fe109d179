import { createSecretKey, type KeyObject } from "node:crypto";
import type { Transaction, Work } from "../../db/database.ts";
import { isAuthentic, readCredential } from "../../lib/credential.ts";
import { formatScope, includesAll, parseScope } from "../../lib/scopes.ts";
import { nextId } from "../../lib/time-ordered-id.ts";
import type { TokenDeps } from "../deps.ts";
import { revokeGrant } from "../store/grants.ts";
import { findRefreshToken, findReplacement, spendRefreshToken } from "../store/refresh-tokens.ts";
import { type Exchange, type Grant, type Outcome, refuse } from "./outcome.ts";
import { issuePair, showPair } from "./pair.ts";
import { successorsOf } from "./successors.ts";

/** RFC 6749 6 with the rotation of RFC 9700 4.14.2: a refresh token becomes the next pair, once. */
export function refreshToken({ config, keys }: Pick<TokenDeps, "config" | "keys">): Grant<"refresh_token"> {
  // Bytes would be made into a key for each token anew, which takes five times as long as the rest.
  const key = createSecretKey(keys.derive("refresh token successors"));
  const retryMilliseconds = config.refreshRetrySeconds * 1000;

  return function* rotate(tx: Transaction, request: Exchange<"refresh_token">): Work<Outcome> {
    const { body, client, now } = request;
    const { applicationId } = client;
    const presented = readCredential("refresh", body.refresh_token);
    const { id } = presented;
    const [token] = yield* tx.run(findRefreshToken, { id });

    // RFC 6749 5.2: a token that was never issued is an invalid grant.
    if (!isAuthentic(token, presented)) return refuse("invalid_grant", "unknown refresh token");
    const { grantId, grantedAt, scope: grantedScope } = token;

    // RFC 6749 6: the token is bound to the client it was issued to. Another one changes nothing about it.
    if (token.applicationId !== applicationId)
      return refuse("invalid_grant", "another client's refresh token", { grantId });

    // RFC 6749 5.2: not revoked.
    if (token.revokedAt !== null) return refuse("invalid_grant", "revoked grant", { grantId });

    const scope = narrow(grantedScope, body.scope);
    if (token.spentAt !== null) {
      const text = body.refresh_token;
      return yield* repeat(tx, { id, grantId, text, scope, now, key, retryMilliseconds });
    }

    // RFC 6749 5.2: not expired.
    if (token.expiresAt <= now) return refuse("invalid_grant", "expired refresh token", { grantId });

    // RFC 6749 6: no scope that was not granted.
    if (scope === undefined) return refuse("invalid_scope", "more than was granted", { grantId });

    // What was read may have changed since; of all rotations at once this statement lets one through. The others read
    // again, for it makes a difference whether the token was used or the grant was ended meanwhile.
    const ids = { refreshId: nextId(now), accessId: nextId(now) };
    const spending = { id, applicationId, now, successorId: ids.refreshId, successorAccessId: ids.accessId };
    const [spent] = yield* tx.run(spendRefreshToken, spending);
    if (!spent) return yield* rotate(tx, request);

    const pair = successorsOf(key, body.refresh_token, ids);
    const generation = token.generation + 1;
    return yield* issuePair(tx, config, { pair, grantId, grantedAt, scope, grantedScope, generation, now });
  };
}

/** What is asked for, in canonical order; all that was granted when nothing is; undefined when it is more than that. */
function narrow(granted: string, asked: string | undefined): string | undefined {
  if (asked === undefined) return granted;
  const scopes = parseScope(asked);
  return scopes && includesAll(parseScope(granted) ?? [], scopes) ? formatScope(scopes) : undefined;
}

interface Repetition {
  readonly id: string;
  readonly grantId: string;
  readonly text: string;
  readonly scope: string | undefined;
  readonly now: number;
  readonly key: KeyObject;
  readonly retryMilliseconds: number;
}

/**
 * RFC 9700 4.14.2: that a spent token comes again means that two parties hold it, and as nobody knows which one is the
 * thief the grant ends. A client that lost the answer is told apart by time, and by nobody having used that answer yet.
 */
function* repeat(tx: Transaction, repetition: Repetition): Work<Outcome> {
  const { id, grantId, text, scope, now, key, retryMilliseconds } = repetition;
  const [next] = yield* tx.run(findReplacement, { id, now });
  // In both directions, because the clocks of two nodes differ.
  if (!next || Math.abs(now - next.createdAt) >= retryMilliseconds) {
    yield* tx.send(revokeGrant, { id: grantId, now });
    return refuse("invalid_grant", "refresh token used again", { action: "refresh_token.replay", grantId });
  }
  if (next.scope !== scope) return refuse("invalid_scope", "a retry with another scope", { grantId });
  // Rounded up, so that a retry at once gets the same answer to the last byte, also one that began before the rotation or
  // on a node whose clock is behind.
  const lifetime = next.expiresAt - Math.max(now, next.createdAt);
  return showPair(successorsOf(key, text, next), next.scope, Math.ceil(lifetime / 1000));
}
