import {
  type AccessToken,
  CODE_LIFETIME,
  type Code,
  consentKey,
  type Grant,
  grantsOf,
  type Index,
  isBefore,
  isNear,
  type Model,
  REFRESH_LIFETIME,
  type RefreshToken,
} from "./model.ts";

/** What the token endpoint must answer. */
export type Verdict = "pair" | "the same pair" | "invalid_grant";

/** RFC 6749 4.1.2 and 4.1.3: what becomes of a code that a client presents as it should. */
export function presentCode(model: Model, code: Code, by: Index): Verdict {
  if (code.grant.application !== by) return "invalid_grant";
  if (code.isSpent) {
    code.grant.hasEnded = true;
    return "invalid_grant";
  }
  if (code.grant.hasEnded || !isBefore(model, code.issuedAt + CODE_LIFETIME)) return "invalid_grant";
  code.isSpent = true;
  return "pair";
}

/** RFC 6749 6 and RFC 9700 4.14.2, with a moment in which a client that lost the answer may ask again. */
export function presentRefresh(model: Model, token: RefreshToken, by: Index): Verdict {
  const { grant, next } = token;
  if (grant.application !== by || grant.hasEnded) return "invalid_grant";
  if (next) {
    if (isRetry(model, token)) return "the same pair";
    grant.hasEnded = true;
    return "invalid_grant";
  }
  return isBefore(model, token.expiresAt) ? "pair" : "invalid_grant";
}

export function isRetry(model: Model, { next }: RefreshToken): boolean {
  return next !== undefined && next.refresh.next === undefined && isBefore(model, windowEnd(model, next.at));
}

/** What no document settles: the end of the window, and a retry for a pair of which one half was revoked. */
export function isUnclear(model: Model, { next }: RefreshToken): boolean {
  if (!next || next.refresh.next) return false;
  const isHalf = next.access.isRevoked || !isBefore(model, next.access.expiresAt);
  const end = windowEnd(model, next.at);
  return isNear(model, end) || (isHalf && isBefore(model, end));
}

function windowEnd({ retryWindow }: Model, since: number): number {
  return since + retryWindow * 1000;
}

export function addPair(
  model: Model,
  grant: Grant,
  pair: { access: string; refresh: string; expiresIn: number; scopes: readonly string[] },
): { access: AccessToken; refresh: RefreshToken } {
  const now = model.now();
  const { scopes } = pair;
  const access = {
    text: pair.access,
    grant,
    scopes,
    expiresAt: now + pair.expiresIn * 1000,
    isRevoked: false,
  };
  const refresh = { text: pair.refresh, grant, expiresAt: now + REFRESH_LIFETIME, next: undefined };
  model.accessTokens.push(access);
  model.refreshTokens.push(refresh);
  return { access, refresh };
}

export function agree(model: Model, grant: Grant & { account: Index }, text: string): void {
  model.codes.push({ text, grant, issuedAt: model.now(), isSpent: false });
  const key = consentKey(grant.account, grant.application);
  const agreed = model.consents.get(key) ?? new Set();
  model.consents.set(key, agreed.add(grant.scopes.join(" ")));
}

/** RFC 7009 2.1: a refresh token takes its grant with it. Another client's token is none of the caller's business. */
export function revoke(token: AccessToken | RefreshToken, by: Index): void {
  if (token.grant.application !== by) return;
  if ("isRevoked" in token) token.isRevoked = true;
  else token.grant.hasEnded = true;
}

/** Whether there was anything to forget. */
export function deauthorize(model: Model, account: Index, application: Index): boolean {
  for (const grant of grantsOf(model)) {
    if (grant.account === account && grant.application === application) grant.hasEnded = true;
  }
  return model.consents.delete(consentKey(account, application));
}

export function endAll(model: Model, application: Index): void {
  for (const grant of grantsOf(model)) if (grant.application === application) grant.hasEnded = true;
}

/** Two secrets work at a time at most; without an overlap the old ones end, and all that was got with them. */
export function replaceSecret(model: Model, index: Index, secret: string, overlapSeconds: number): void {
  const application = model.applications[index];
  const now = model.now();
  for (const old of application.oldSecrets) old.endsAt = Math.min(old.endsAt, now);
  application.oldSecrets.push({ secret: application.secret, endsAt: now + overlapSeconds * 1000 });
  application.secret = secret;
  if (overlapSeconds === 0) endAll(model, index);
}

export function deleteApplication(model: Model, index: Index): void {
  endAll(model, index);
  model.applications[index].isDeleted = true;
  for (const account of [0, 1] as const) model.consents.delete(consentKey(account, index));
}
