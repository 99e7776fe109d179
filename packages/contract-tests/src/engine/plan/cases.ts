import type { NamedCase } from "../adapter.ts";
import type { Case } from "../run/case.ts";
import type { Operation } from "../spec/operation.ts";
import { authenticationCases } from "./authentication.ts";
import { bodyFaultCases } from "./body-faults.ts";
import { bodyLimitCases } from "./body-limits.ts";
import { mediaCases } from "./media.ts";
import { strayCases } from "./methods.ts";
import { parameterFaultCases, parameterLimitCases } from "./parameter-faults.ts";
import { credentialsFor, type Plan, REFUSED, recipeOf } from "./plan.ts";
import { successCases } from "./success.ts";

/** Every case of a run, in order: what must work first, so that a broken server is told in its simplest form. */
export function planCases(from: Omit<Plan, "gaps"> & Partial<Plan>): Case[] {
  const plan: Plan = { gaps: [], ...from };
  const { operations } = plan.spec;
  const each = (cases: (plan: Plan, operation: Operation) => Case[]) =>
    operations.flatMap((operation) => cases(plan, operation));
  return [
    ...each(successCases),
    ...each(namedCases),
    ...each(authenticationCases),
    // Among these none needs another to have run: a server must not mind their order.
    ...shuffled(plan.random, [...each(parameterFaultCases), ...each(parameterLimitCases)]),
    ...each(mediaCases),
    ...shuffled(plan.random, [...each(bodyLimitCases), ...each(bodyFaultCases)]),
    ...strayCases(plan),
    ...plan.adapter.flows,
  ];
}

function shuffled<T>(random: Plan["random"], all: readonly T[]): T[] {
  const mixed = [...all];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}

function namedCases(plan: Plan, operation: Operation): Case[] {
  return (recipeOf(plan, operation).cases ?? []).map((each) => ({
    operation,
    name: each.name,
    expects: each.expect.status,
    run: async (call) => {
      const parts = await each.request(call);
      await call(operation, parts, { by: await callerOf(plan, operation, each, call), expect: each.expect });
    },
  }));
}

function callerOf(plan: Plan, operation: Operation, { by }: NamedCase, call: Parameters<Case["run"]>[0]) {
  if (by === null) return undefined;
  return by ? by(call) : credentialsFor(plan, operation, call, REFUSED);
}
