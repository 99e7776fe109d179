import type { Edit, Patch, PatchFamily } from "../patch.ts";

/** Name, what the server does wrong, and the changes of the source: `[find, replace]`, or with another file before. */
export type Entry = readonly [name: string, says: string, ...changes: readonly Change[]];
type Change =
  | readonly [find: string, replace: string]
  | readonly [file: string, find: string, replace: string];

/** The faults that are mainly about one file. */
export function patchesOf(family: PatchFamily, file: string, entries: readonly Entry[]): Patch[] {
  return entries.map(([name, says, ...changes]) => ({
    name,
    family,
    says,
    edits: changes.map(editIn(file)),
  }));
}

function editIn(own: string): (change: Change) => Edit {
  return (change) => {
    if (change.length === 3) return { file: change[0], find: change[1], replace: change[2] };
    return { file: own, find: change[0], replace: change[1] };
  };
}
