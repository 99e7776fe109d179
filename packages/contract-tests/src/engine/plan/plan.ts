import type { Adapter, Recipe, Use } from "../adapter.ts";
import { unwritable } from "../http/parameters.ts";
import type { Authorization, RequestParts } from "../http/request.ts";
import { type Call, type Case, NotTested } from "../run/case.ts";
import type { Expectation } from "../run/expectation.ts";
import type { Alternative, Operation } from "../spec/operation.ts";
import type { Spec } from "../spec/spec.ts";
import type { MemberKnowledge } from "./member-knowledge.ts";
import type { Random } from "./random.ts";
import { exampleRequest } from "./sample.ts";

/** What cases are planned from. */
export interface Plan {
  spec: Spec;
  adapter: Adapter;
  random: Random;
  /** What could not be planned, for the list of what was not seen. */
  gaps: Gap[];
}

/** A value that is not sent, and why. */
export interface Gap {
  operationId: string;
  /** The media type of the body, or the parameter, as `query limit`. */
  place: string;
  schema: string;
  value: unknown;
  side: "at" | "beyond";
  reason: string;
}

export const SUCCEEDS: Use = { succeeds: true };
export const REFUSED: Use = { succeeds: false };

export function recipeOf({ spec, adapter }: Plan, operation: Operation): Recipe {
  return adapter.recipe(operation) ?? { request: () => plainRequest(spec, operation) };
}

function plainRequest(spec: Spec, operation: Operation): RequestParts {
  const reasons = operation.parameters.flatMap((each) => (each.required ? (unwritable(each) ?? []) : []));
  if (reasons[0] !== undefined) throw new NotTested(reasons[0]);
  return exampleRequest(spec, operation);
}

/** What is known of a parameter or member beyond its schema. */
export function knowledgeOf(plan: Plan, operation: Operation, member: string): MemberKnowledge {
  return recipeOf(plan, operation).members?.[member] ?? {};
}

export async function requestFor(
  plan: Plan,
  operation: Operation,
  call: Call,
  use: Use,
): Promise<RequestParts> {
  return recipeOf(plan, operation).request(call, use);
}

/** Credentials that satisfy one security alternative, the first unless said otherwise. */
export async function credentialsFor(
  plan: Plan,
  operation: Operation,
  call: Call,
  use: Use,
  alternative?: Alternative,
): Promise<Authorization> {
  const own = recipeOf(plan, operation).authorize;
  if (own && alternative === undefined) return own(call, use);
  const chosen = alternative ?? operation.security[0] ?? {};
  const needsNone = Object.keys(chosen).length === 0 && plan.adapter.isPublic(operation);
  return needsNone ? {} : plan.adapter.authorize(call, operation, chosen);
}

/** A case that sends one request, otherwise valid, and expects one kind of answer. */
export function faultCase(
  plan: Plan,
  operation: Operation,
  name: string,
  expect: Expectation,
  spoil: (parts: RequestParts) => RequestParts,
  use: Use = REFUSED,
): Case {
  return {
    operation,
    name,
    expects: expect.status,
    run: async (call) => {
      const parts = spoil(await requestFor(plan, operation, call, use));
      const by = await credentialsFor(plan, operation, call, use);
      await call(operation, parts, { by, expect });
    },
  };
}

export function describe(alternative: Alternative): string {
  const parts = Object.entries(alternative).map(([scheme, scopes]) => [scheme, ...scopes].join(" "));
  return parts.length === 0 ? "no scheme" : parts.join(" and ");
}
