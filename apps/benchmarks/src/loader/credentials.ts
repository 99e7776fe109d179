import { base62Number } from "@fluxer-oauth2/server/src/lib/base62.ts";
import { hashOf } from "@fluxer-oauth2/server/src/lib/secret.ts";
import { firstSnowflakeAt } from "@fluxer-oauth2/server/src/lib/snowflake.ts";
import { firstIdAt } from "@fluxer-oauth2/server/src/lib/time-ordered-id.ts";
import type { Index, Timeline } from "./timeline.ts";

/** What a client or a browser holds, and what the server keeps of it. */
export interface Credential {
  readonly id: string;
  readonly token: string;
}

const UNIQUE_WIDTH = 6;
const PREFIXES = { access: "fxa_", refresh: "fxr_", code: "fxc_", secret: "fxs_", session: "flx_" } as const;
type Kind = keyof typeof PREFIXES;

/** As the server makes them, but that the part for counter and node is a number of ours. */
export function idAt(time: number, unique: number): string {
  return firstIdAt(time) + base62Number(unique, UNIQUE_WIDTH);
}

// Nobody has to guess these, so an index with the right number of characters behind it is secret enough.
const INDEX_WIDTH = 8;
const FILL = "LoadedByTheBenchmarksAndNotAtAllRandom000";

function credential(kind: Kind, id: string, index: number): Credential {
  const fill = kind === "session" ? FILL.slice(0, 22 - INDEX_WIDTH) : FILL.slice(0, 43 - INDEX_WIDTH);
  return { id, token: PREFIXES[kind] + id + base62Number(index, INDEX_WIDTH) + fill };
}

export type Credentials = ReturnType<typeof createCredentials>;

/** Every identifier and credential in a loaded database, worked out from its number. */
export function createCredentials(timeline: Timeline) {
  const { pairTime, userTime, applicationTime } = timeline;
  return {
    userId: (user: Index) => firstSnowflakeAt(userTime(user)),
    session: (user: Index) => credential("session", idAt(userTime(user), user), user),
    applicationId: (application: Index) => firstSnowflakeAt(applicationTime(application)),
    clientSecret: (application: Index) =>
      credential("secret", idAt(applicationTime(application), application), application),
    clientGrantId: (application: Index) => idAt(applicationTime(application), application),
    // A grant is as old as its first pair.
    grantId: (grant: Index) => idAt(pairTime(grant), grant),
    code: (grant: Index) => credential("code", idAt(pairTime(grant), grant), grant),
    refreshId: (pair: Index) => idAt(pairTime(pair), 2 * pair),
    accessId: (pair: Index) => idAt(pairTime(pair), 2 * pair + 1),
    refresh: (pair: Index) => credential("refresh", idAt(pairTime(pair), 2 * pair), pair),
    access: (pair: Index) => credential("access", idAt(pairTime(pair), 2 * pair + 1), pair),
  };
}

export function kept({ id, token }: Credential): { id: string; secretHash: string } {
  return { id, secretHash: hashOf(token) };
}
