// Holds zod's verdicts against ajv's.
import { Specification } from "../bundle.ts";
import type { Node } from "../nodes.ts";
import type { Case } from "./case.ts";
import { allCases, type Generated } from "./cases.ts";
import { mutations } from "./mutations.ts";
import { Oracle } from "./oracle.ts";

export interface Disagreement {
  name: string;
  value: unknown;
  expected: boolean;
}

export interface Agreement {
  cases: number;
  values: number;
  accepted: number;
  disagreements: Disagreement[];
  /** What was never accepted, so that only half of it was tested. */
  neverAccepted: string[];
}

const SEED = 20261122;

export function compare(document: Node, generated: Generated, least: number): Agreement {
  const cases = allCases(new Specification(document), new Oracle(document), generated);
  const listed = cases.reduce((sum, { values }) => sum + values.length, 0);
  const random = Math.ceil(Math.max(least - listed, least / 4) / Math.max(1, cases.length));
  const results = cases.map((one, index) => judge(one, random, SEED + index));
  return {
    cases: cases.length,
    values: results.reduce((sum, { values }) => sum + values, 0),
    accepted: results.reduce((sum, { accepted }) => sum + accepted, 0),
    disagreements: results.flatMap(({ disagreements }) => disagreements),
    neverAccepted: results.filter(({ accepted }) => accepted === 0).map(({ name }) => name),
  };
}

function judge({ name, zod, values, refused, isPossible, expected }: Case, random: number, seed: number) {
  const all = [...values, ...mutations(values, random, seed).filter(isPossible)];
  const verdicts = [
    ...all.map((value) => ({ name, value, expected: expected(value), actual: zod.safeParse(value).success })),
    ...refused.map((value) => ({ name, value, expected: false, actual: zod.safeParse(value).success })),
  ];
  return {
    name,
    values: verdicts.length,
    accepted: verdicts.filter((verdict) => verdict.expected).length,
    disagreements: verdicts.filter((verdict) => verdict.expected !== verdict.actual),
  };
}

export function report({ cases, values, accepted, disagreements, neverAccepted }: Agreement): string {
  const lines = disagreements.slice(0, 50).map(({ name, value, expected }) => {
    const verdicts = expected ? "ajv accepts, zod refuses" : "ajv refuses, zod accepts";
    return `${name}: ${verdicts} ${JSON.stringify(value)?.slice(0, 400)}`;
  });
  return [
    ...lines,
    ...neverAccepted.map((name) => `${name}: no value was accepted, so the comparison says little`),
    `${values} values over ${cases} schemas (${accepted} valid), ${disagreements.length} disagreements`,
  ].join("\n");
}
