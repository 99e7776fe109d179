import { EXPLANATIONS } from "./explanations.ts";
import type { Mutant } from "./score.ts";

/** Why some mutants survive; each place is a file and a part of the line where the mutant begins. */
export interface Explanation {
  readonly title: string;
  readonly why: string;
  readonly places: readonly (readonly [file: string, line: string])[];
}

export interface Explained extends Explanation {
  readonly mutants: readonly Mutant[];
}

export function explain(survivors: readonly Mutant[]): { explained: Explained[]; unexplained: Mutant[] } {
  const explained = EXPLANATIONS.map((each) => ({
    ...each,
    mutants: survivors.filter((mutant) => concerns(each, mutant)),
  }));
  const known = new Set(explained.flatMap(({ mutants }) => mutants));
  return { explained, unexplained: survivors.filter((mutant) => !known.has(mutant)) };
}

function concerns({ places }: Explanation, mutant: Mutant): boolean {
  return places.some(([file, line]) => mutant.file === file && mutant.line.includes(line));
}
