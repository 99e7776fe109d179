import { parseJson } from "../json.ts";
import type { Spec } from "../spec/spec.ts";
import { type Answer, checkValue } from "./body.ts";
import type { Violation } from "./violation.ts";

/** What an answer outside every operation must have: these headers, and a body of this schema. */
export interface StrayPromise {
  schema?: string | undefined;
  headers?: readonly string[];
}

export function checkStray(spec: Spec, { schema, headers = [] }: StrayPromise, answer: Answer): Violation[] {
  const missing = headers.filter((name) => !answer.headers.has(name));
  const body = schema === undefined ? [] : checkValue(spec, schema, parseJson(answer.body) ?? answer.body);
  return [
    ...missing.map((name): Violation => {
      return { rule: "missing-header", message: `the header ${name} is missing`, pointer: schema ?? "#" };
    }),
    ...body,
  ];
}
