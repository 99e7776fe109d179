import { ANCHORS } from "./anchors.ts";
import type { Contestant } from "./contestant.ts";
import { PEERS } from "./peers.ts";
import { onPostgres } from "./postgres.ts";
import { ON_SQLITE } from "./sqlite.ts";

/** In the order of the table. */
export function allContestants(): readonly Contestant[] {
  return [...ON_SQLITE, ...onPostgres(), ...PEERS, ...ANCHORS];
}
