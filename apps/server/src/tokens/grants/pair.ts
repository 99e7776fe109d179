import type { Schemas } from "@fluxer-oauth2/contract";
import type { Transaction, Work } from "../../db/database.ts";
import type { Minted } from "../../lib/secret.ts";
import type { TokenConfig } from "../deps.ts";
import { insertAccessToken } from "../store/access-tokens.ts";
import { insertRefreshToken } from "../store/refresh-tokens.ts";

export interface Pair {
  readonly access: Minted;
  readonly refresh: Minted;
}

interface Issue {
  readonly pair: Pair;
  readonly grantId: string;
  /** When the user agreed. */
  readonly grantedAt: number;
  /** Of the access token. */
  readonly scope: string;
  /** Of the refresh token: all that was granted. */
  readonly grantedScope: string;
  /** 0 for the pair of a code, then one more with each rotation. */
  readonly generation: number;
  readonly now: number;
}

/** Stores both tokens and shows them. */
export function* issuePair(
  tx: Transaction,
  config: TokenConfig,
  { pair, grantId, grantedAt, scope, grantedScope, generation, now: createdAt }: Issue,
): Work<Schemas["OAuth2TokenResponse"]> {
  const { access, refresh } = pair;
  const expiresAt = createdAt + config.accessTokenSeconds * 1000;
  // However often it is replaced, a refresh token does not outlive what the user agreed to (RFC 9700 4.14.2).
  const grantEndsAt = grantedAt + config.grantSeconds * 1000;
  const refreshExpiresAt = Math.min(createdAt + config.refreshTokenSeconds * 1000, grantEndsAt);
  yield* tx.send(insertAccessToken, {
    id: access.id,
    secretHash: access.hash,
    grantId,
    scope,
    createdAt,
    expiresAt,
  });
  yield* tx.send(insertRefreshToken, {
    id: refresh.id,
    secretHash: refresh.hash,
    grantId,
    scope: grantedScope,
    generation,
    createdAt,
    expiresAt: refreshExpiresAt,
  });
  return showPair(pair, scope, config.accessTokenSeconds);
}

export function showPair(pair: Pair, scope: string, expiresIn: number): Schemas["OAuth2TokenResponse"] {
  return {
    access_token: pair.access.token,
    token_type: "Bearer",
    expires_in: expiresIn,
    refresh_token: pair.refresh.token,
    scope,
  };
}
