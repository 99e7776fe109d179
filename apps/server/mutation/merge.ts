import type { schema } from "@stryker-mutator/api/core";

type Report = schema.MutationTestResult;

/**
 * A run of everything, with what became of those that were tried again. The suite only grew meanwhile, so what was noticed
 * once is noticed still. Throws where the server's source is another than it was.
 */
export function merged(whole: Report, again: Report): Report {
  const files = Object.entries(whole.files).map(([file, before]) => {
    const after = again.files[file];
    if (after === undefined) return [file, before] as const;
    if (after.source !== before.source)
      throw new Error(`${file} has changed since the run of everything: run everything again`);
    const states = new Map(after.mutants.map((mutant) => [keyOf(mutant), mutant]));
    const mutants = before.mutants.map((mutant) => {
      const now = states.get(keyOf(mutant));
      // Of what is outside the range that was asked for, the later report says nothing.
      return now === undefined || now.status === "Ignored" ? mutant : { ...now, id: mutant.id };
    });
    return [file, { ...before, mutants }] as const;
  });
  return { ...whole, files: Object.fromEntries(files) };
}

function keyOf({ location: { start, end }, mutatorName, replacement }: schema.MutantResult): string {
  return [start.line, start.column, end.line, end.column, mutatorName, replacement].join(" ");
}
