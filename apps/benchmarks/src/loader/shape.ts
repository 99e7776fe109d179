/** How much of everything there is, all of it decided by the number of tokens. */
export interface Shape {
  /** Access and refresh tokens together. */
  readonly tokens: number;
  /** An access token and the refresh token that came with it. */
  readonly pairs: number;
  /** One consent each, with its code; its chain of pairs is as long as `pairs / grants`. */
  readonly grants: number;
  readonly users: number;
  readonly applications: number;
}

const PAIRS_PER_GRANT = 5;
const GRANTS_PER_USER = 5;
const USERS_PER_APPLICATION = 200;
/** A user agrees once to each of several applications. */
const LEAST_APPLICATIONS = 2 * GRANTS_PER_USER;
const MOST_APPLICATIONS = 1000;

export function shapeOf(tokens: number): Shape {
  const pairs = Math.max(1, Math.round(tokens / 2));
  const grants = Math.ceil(pairs / PAIRS_PER_GRANT);
  const users = Math.ceil(grants / GRANTS_PER_USER);
  const wanted = Math.ceil(users / USERS_PER_APPLICATION);
  const applications = Math.min(MOST_APPLICATIONS, Math.max(LEAST_APPLICATIONS, wanted));
  return { tokens: pairs * 2, pairs, grants, users, applications };
}

const DAY = 86_400_000;
/** Tokens of this many days, so that every access token is alive; a server issues them for seven. */
const SPAN = 5 * DAY;

/**
 * What a loaded database holds and when it was made. Everything else about it follows by arithmetic, so a process that
 * has these three numbers can present any token in it.
 */
export interface Loaded {
  readonly tokens: number;
  /** Epoch milliseconds of the oldest token. */
  readonly start: number;
  /** Epoch milliseconds of the loading; an access token is alive for at least two days from then. */
  readonly end: number;
}

export function loadedNow(tokens: number): Loaded {
  const end = Date.now();
  return { tokens: shapeOf(tokens).tokens, start: end - SPAN, end };
}
