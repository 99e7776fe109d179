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
  const verdicts = withRandom(cases, least).flatMap(({ one, values }) => judge(one, values));
  const accepted = verdicts.filter(({ expected }) => expected);
  const names = new Set(accepted.map(({ name }) => name));
  return {
    cases: cases.length,
    values: verdicts.length,
    accepted: accepted.length,
    disagreements: verdicts.filter(({ expected, actual }) => expected !== actual),
    neverAccepted: cases.map(({ name }) => name).filter((name) => !names.has(name)),
  };
}

const ROUNDS = 10;

/** The listed values of each case and at least a quarter as many random ones, all different. */
function withRandom(cases: Case[], least: number): { one: Case; values: unknown[] }[] {
  const share = Math.ceil(least / 4 / Math.max(1, cases.length));
  let all = cases.map((one) => ({ one, values: distinct(one.values) }));
  for (let round = 0; round < ROUNDS; round++) {
    all = all.map(({ one, values }, index) => {
      const random = mutations(one.values, share, SEED + round * cases.length + index).filter(one.isPossible);
      return { one, values: distinct([...values, ...random]) };
    });
    if (all.reduce((sum, { values }) => sum + values.length, 0) >= least) break;
  }
  return all;
}

function judge(
  { name, zod, refused, expected }: Case,
  values: unknown[],
): (Disagreement & { actual: boolean })[] {
  const verdict = (value: unknown, right: boolean) => ({
    name,
    value,
    expected: right,
    actual: zod.safeParse(value).success,
  });
  return [
    ...values.map((value) => verdict(value, expected(value))),
    ...refused.map((value) => verdict(value, false)),
  ];
}

function distinct(values: unknown[]): unknown[] {
  const written = (value: unknown) =>
    JSON.stringify(value, (_, inner) => (Object.is(inner, -0) ? "-0" : inner));
  return [...new Map(values.map((value) => [written(value), value])).values()];
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
