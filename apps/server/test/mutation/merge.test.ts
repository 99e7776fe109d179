import type { schema } from "@stryker-mutator/api/core";
import { describe, expect, it } from "vitest";
import { merged } from "../../mutation/merge.ts";

const mutant = (line: number, status: schema.MutantStatus, id = `${line}`): schema.MutantResult => ({
  id,
  mutatorName: "StringLiteral",
  replacement: '""',
  status,
  location: { start: { line, column: 1 }, end: { line, column: 9 } },
});
const report = (mutants: schema.MutantResult[], source = "one\ntwo\n"): schema.MutationTestResult => ({
  schemaVersion: "1.0",
  thresholds: { high: 80, low: 60 },
  files: { "src/a.ts": { language: "typescript", source, mutants } },
});
const states = ({ files }: schema.MutationTestResult) =>
  Object.values(files).flatMap(({ mutants }) => mutants.map(({ id, status }) => [id, status]));

describe("the report of a run of everything", () => {
  const whole = report([mutant(1, "Killed"), mutant(2, "Survived"), mutant(3, "Survived")]);

  it("takes on what became of those that were tried again, and keeps the rest", () => {
    const again = report([mutant(1, "Ignored", "x"), mutant(2, "Killed", "y")]);
    expect(states(merged(whole, again))).toEqual([
      ["1", "Killed"],
      ["2", "Killed"],
      ["3", "Survived"],
    ]);
    expect(merged(whole, { ...whole, files: {} })).toEqual(whole);
  });

  it("does not where the source has changed", () => {
    expect(() => merged(whole, report([], "two\n"))).toThrow("src/a.ts has changed");
  });
});
