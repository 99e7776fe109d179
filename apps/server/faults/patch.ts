import { readFileSync } from "node:fs";
import { join } from "node:path";

export type PatchFamily = "oauth" | "authentication";

/** One mistake in the server's own logic, as a change of its source text. */
export interface Patch {
  /** As `code-not-single-use`: what FAULT names. */
  readonly name: string;
  readonly family: PatchFamily;
  /** What the server does wrong then, in one sentence. */
  readonly says: string;
  readonly edits: readonly Edit[];
}

export interface Edit {
  /** Below `src`. */
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}

export const SOURCE: string = join(import.meta.dirname, "../src");

/** The source has changed, so that nobody knows any more whether the fault is one. */
export class StalePatch extends Error {
  override readonly name = "StalePatch";
}

export function filesOf({ edits }: Patch): string[] {
  return [...new Set(edits.map(({ file }) => file))];
}

/** The file as it is with the fault. */
export function patched({ name, edits }: Patch, file: string): string {
  const own = edits.filter((edit) => edit.file === file);
  return own.reduce((text, edit) => edited(name, text, edit), readFileSync(join(SOURCE, file), "utf8"));
}

function edited(name: string, text: string, { file, find, replace }: Edit): string {
  const parts = text.split(find);
  if (parts.length === 2) return parts.join(replace);
  throw new StalePatch(
    `${name}: «${find}» stands ${parts.length - 1} times in src/${file}, not once. Adapt the fault in apps/server/faults/catalogue to the source as it is now.`,
  );
}
