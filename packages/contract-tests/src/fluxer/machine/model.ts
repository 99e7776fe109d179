import type { Client } from "../world/credentials.ts";

/** 0 or 1: two accounts, and an application of each, are enough to show what reaches too far. */
export type Index = 0 | 1;

export interface ModelApplication extends Client {
  index: Index;
  isDeleted: boolean;
  /** Replaced secrets, with the time at which each ends. */
  oldSecrets: { secret: string; endsAt: number }[];
  botToken: string;
  oldBotTokens: string[];
}

/** What a user agreed to once, or an application's own standing. Whatever was issued under it dies with it. */
export interface Grant {
  application: Index;
  /** Undefined for what the application got in its own name. */
  account: Index | undefined;
  scopes: readonly string[];
  hasEnded: boolean;
}

export interface Code {
  text: string;
  grant: Grant;
  issuedAt: number;
  isSpent: boolean;
}

export interface AccessToken {
  text: string;
  grant: Grant;
  scopes: readonly string[];
  expiresAt: number;
  isRevoked: boolean;
}

export interface RefreshToken {
  text: string;
  grant: Grant;
  expiresAt: number;
  /** What took its place. */
  next: { at: number; asked: string | undefined; access: AccessToken; refresh: RefreshToken } | undefined;
}

/** Everything that the server ought to know. */
export interface Model {
  /** Milliseconds since the run began, on the server's clock as far as it can be told from outside. */
  now(): number;
  applications: readonly [ModelApplication, ModelApplication];
  codes: Code[];
  accessTokens: AccessToken[];
  refreshTokens: RefreshToken[];
  /** The scope sets that were agreed to, by account and application. */
  consents: Map<string, Set<string>>;
  /** Seconds in which a refresh may be asked for again. */
  retryWindow: number;
  /** No time passes beyond this. */
  end: number;
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;
export const CODE_LIFETIME: number = 60 * SECOND;
export const REFRESH_LIFETIME: number = 30 * DAY;
/** Longer ago than this a server need not remember what was spent. */
export const MEMORY: number = DAY;
/** Nobody can tell from outside what a server thinks of the last moments before an end. */
const MARGIN = 5 * SECOND;

export function createModel(
  applications: Model["applications"],
  known: Pick<Model, "now" | "retryWindow" | "end">,
): Model {
  return {
    ...{ ...known, applications },
    codes: [],
    accessTokens: [],
    refreshTokens: [],
    consents: new Map(),
  };
}

export function isBefore({ now }: Model, time: number): boolean {
  return now() < time;
}

/** Whether it is too near to say on which side of it the server's clock is. */
export function isNear({ now }: Model, time: number): boolean {
  return Math.abs(now() - time) < MARGIN;
}

export function isAlive(model: Model, token: AccessToken | RefreshToken): boolean {
  const isUsedUp = "isRevoked" in token ? token.isRevoked : token.next !== undefined;
  return !token.grant.hasEnded && !isUsedUp && isBefore(model, token.expiresAt);
}

export function grantsOf({ codes, accessTokens, refreshTokens }: Model): Set<Grant> {
  return new Set([...codes, ...accessTokens, ...refreshTokens].map(({ grant }) => grant));
}

export function consentKey(account: Index, application: Index): string {
  return `${account} ${application}`;
}
