import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "./verdict.ts";

const FILE = join(import.meta.dirname, "killers.json");

/** The title of the case that found each fault when all of them were last run. */
export const KILLERS: Readonly<Record<string, string>> = existsSync(FILE)
  ? JSON.parse(readFileSync(FILE, "utf8"))
  : {};

export function keepKillers(verdicts: readonly Verdict[]): void {
  const found = verdicts.flatMap(({ name, killer }) => (killer ? [[name, killer.case]] : []));
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(found), undefined, 2)}\n`);
}
