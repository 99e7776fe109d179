// The load generator's process: does what its parent asks for, one thing at a time.
import type { Plan } from "./plan.ts";
import { type Run, run } from "./run.ts";
import { createSupply, type Supply } from "./supply.ts";

export type Order =
  | { readonly do: "plan"; readonly name: string; readonly plan: Plan }
  | { readonly do: "add"; readonly name: string; readonly pool: Plan["pool"] }
  | { readonly do: "run"; readonly name: string; readonly run: Run };

const known = new Map<string, { plan: Plan; supply: Supply }>();

process.on("message", async (order: Order) => {
  try {
    process.send?.({ done: await obey(order) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) });
  }
});
process.on("disconnect", () => process.exit());

async function obey(order: Order): Promise<unknown> {
  if (order.do === "plan") {
    known.set(order.name, { plan: order.plan, supply: createSupply(order.plan) });
    return undefined;
  }
  const found = known.get(order.name);
  if (found === undefined) throw new TypeError(`there is no plan ${order.name}`);
  if (order.do === "add") return found.supply.renew(order.pool);
  return run(order.run, found.supply, found.plan.expect);
}
