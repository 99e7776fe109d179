import type { Entry, Plan } from "../load/plan.ts";
import { OPERATION_NAMES, type Operation } from "../operations.ts";

/** Tells the parent where this server listens, and that every operation is to be answered alike. */
export function announce(port: number, plan: Plan): void {
  const plans: Partial<Record<Operation, Plan>> = {};
  for (const operation of OPERATION_NAMES) plans[operation] = plan;
  process.send?.({ port, plans });
  process.on("disconnect", () => process.exit());
}

/** The least that an HTTP server can be asked. */
export function plainPlan(pool: readonly Entry[] = [[]], path = "/bare"): Plan {
  return {
    method: "GET",
    path,
    headers: {},
    pool,
    use: "cycle",
    expect: { status: 200, includes: ['"ok":true'] },
  };
}
