import { LIFETIME as PENDING } from "../authorization/pending.ts";
import type { Config } from "../config.ts";
import { firstSnowflakeAt } from "../lib/snowflake.ts";
import { firstIdAt } from "../lib/time-ordered-id.ts";
import {
  type Delete,
  deleteEndedGrants,
  deleteEndedWindows,
  deleteEvents,
  deleteExpired,
  deleteRevokedGrants,
  deleteWithoutGrant,
  findStart,
  type Prunable,
} from "./store.ts";

export type PruneConfig = Pick<
  Config,
  "accessTokenSeconds" | "refreshTokenSeconds" | "codeSeconds" | "sessionSeconds" | "auditLogSeconds"
>;

/** One walk through a table, from the youngest row that may be over to the oldest. */
export interface Task {
  readonly findStart: ReturnType<typeof findStart>;
  /** In this order, each with the table whose rows it deletes. */
  readonly deletes: readonly (readonly [Prunable, Delete])[];
  /** Rows from this key on are too young. */
  readonly before: string;
  /** What ended then or earlier may go. */
  readonly until: number;
}

/** The clocks of two servers differ, and a request that began before the end may commit after it. */
const LEEWAY = 10 * 60_000;
const AFTER_EVERY_KEY = "\u{10ffff}";

const walk = (name: Prunable, ...deletes: Task["deletes"]) => ({ findStart: findStart(name), deletes });

// Made once. What ends a grant comes before what the grant keeps.
const WALKS = {
  grants: walk("grants", ["grants", deleteRevokedGrants]),
  refreshTokens: walk(
    "refreshTokens",
    ["grants", deleteEndedGrants("refreshTokens")],
    ["refreshTokens", deleteWithoutGrant("refreshTokens")],
  ),
  codes: walk(
    "authorizationCodes",
    ["grants", deleteEndedGrants("authorizationCodes")],
    ["authorizationCodes", deleteWithoutGrant("authorizationCodes")],
  ),
  accessTokens: walk("accessTokens", ["accessTokens", deleteExpired("accessTokens")]),
  pending: walk("authorizationRequests", ["authorizationRequests", deleteExpired("authorizationRequests")]),
  sessions: walk("sessions", ["sessions", deleteExpired("sessions")]),
  auditLog: walk("auditLog", ["auditLog", deleteEvents]),
  rateLimits: walk("rateLimits", ["rateLimits", deleteEndedWindows]),
};

/**
 * All that can be over at this time. A row is over by what stands in it, its key says only where to look: a key grows
 * with time, so whatever was made a lifetime ago lies before the key of that time.
 */
export function tasksAt(now: number, config: PruneConfig): Task[] {
  const until = now - LEEWAY;
  const olderThan = (milliseconds: number) => ({ before: firstIdAt(until - milliseconds), until });
  // A pair is made at once; when both halves are over, nothing else of its grant is younger.
  const pair = Math.max(config.accessTokenSeconds, config.refreshTokenSeconds) * 1000;
  const audit = config.auditLogSeconds;
  return [
    // First what is read once and goes. The other three are read again in every pass, as long as a grant keeps their rows.
    { ...WALKS.accessTokens, ...olderThan(config.accessTokenSeconds * 1000) },
    { ...WALKS.pending, ...olderThan(PENDING) },
    { ...WALKS.sessions, ...olderThan(config.sessionSeconds * 1000) },
    { ...WALKS.rateLimits, before: AFTER_EVERY_KEY, until },
    ...(audit === undefined
      ? []
      : [{ ...WALKS.auditLog, before: firstSnowflakeAt(now - audit * 1000), until }]),
    // Until the last token of a revoked grant has expired, whoever presents one is told apart from a guesser in the log.
    { ...WALKS.grants, before: firstIdAt(until - pair), until: until - pair },
    { ...WALKS.refreshTokens, ...olderThan(pair) },
    { ...WALKS.codes, ...olderThan(config.codeSeconds * 1000) },
  ];
}
