import {
  type Authorization,
  type Call,
  type Case,
  type Expectation,
  operationOf,
  type RequestParts,
  type Spec,
} from "../../engine/index.ts";
import type { JsonObject } from "../../engine/json.ts";
import { bodyOf } from "../world/ask.ts";

/** One step of a flow: a call that must be answered so. Gives the body. */
export type Step = (
  id: string,
  parts: RequestParts,
  by: Authorization | undefined,
  expect: Expectation,
) => Promise<JsonObject>;

/** A case of several steps, in which one answer is about another. */
export function flow(spec: Spec, name: string, walk: (step: Step, call: Call) => Promise<void>): Case {
  return {
    operation: undefined,
    name,
    expects: [],
    run: (call) => walk(createSteps(spec, call), call),
  };
}

export function createSteps(spec: Spec, call: Call): Step {
  return async (id, parts, by, expect) => bodyOf(await call(operationOf(spec, id), parts, { by, expect }));
}

export const OK: Expectation = { status: [200] };
export const GONE: Expectation = { status: [204] };
export const INACTIVE: Expectation = {
  status: [200],
  body: { active: false, client_id: undefined, scope: undefined },
};
export const INVALID_GRANT: Expectation = { status: [400], body: { error: "invalid_grant" } };
export const INVALID_TOKEN: Expectation = { status: [401], body: { code: "INVALID_TOKEN" } };
