import { readFileSync } from "node:fs";
import type { schema } from "@stryker-mutator/api/core";

export interface Mutant extends schema.MutantResult {
  readonly file: string;
  /** The first line of what it changes. */
  readonly line: string;
}

export interface Score {
  readonly killed: number;
  readonly timeout: number;
  readonly survived: number;
  readonly noCoverage: number;
  /** Left out by a rule of `private-text.ts`. */
  readonly ignored: number;
}

export function readReport(file: string): schema.MutationTestResult {
  return JSON.parse(readFileSync(file, "utf8"));
}

export function mutantsOf(report: schema.MutationTestResult): Mutant[] {
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split("\n");
    return mutants.map((mutant) => ({
      ...mutant,
      file,
      line: lines[mutant.location.start.line - 1]?.trim() ?? "",
    }));
  });
}

export function scoreOf(mutants: readonly Mutant[]): Score {
  const count = (state: schema.MutantStatus) => mutants.filter(({ status }) => status === state).length;
  return {
    killed: count("Killed"),
    timeout: count("Timeout"),
    survived: count("Survived"),
    noCoverage: count("NoCoverage"),
    ignored: count("Ignored"),
  };
}

/** How many of the mutants that could be noticed were. */
export function percentOf({ killed, timeout, survived, noCoverage }: Score): number {
  const noticed = killed + timeout;
  const all = noticed + survived + noCoverage;
  return all === 0 ? 100 : (100 * noticed) / all;
}

export function isSurvivor({ status }: Mutant): boolean {
  return status === "Survived" || status === "NoCoverage";
}
