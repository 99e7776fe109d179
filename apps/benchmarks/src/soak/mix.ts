import type { Plan } from "../load/plan.ts";
import { createSupply, type Supply, type Ticket } from "../load/supply.ts";
import type { Operation } from "../operations.ts";

/** Of a hundred requests; reads come several times for each token that is issued, as with most providers. */
export const SHARES: Readonly<Record<Operation, number>> = {
  introspect: 40,
  userinfo: 16,
  me: 16,
  client_credentials: 10,
  refresh: 8,
  code: 2,
  consent: 2,
  applications: 6,
};

export interface Asked extends Ticket {
  readonly operation: Operation;
  readonly expect: Plan["expect"];
}

export interface Mix {
  /** Undefined when an operation has nothing left to ask for. */
  take(): Asked | undefined;
  add(operation: Operation, pool: Plan["pool"]): void;
}

/** Requests of all operations in a fixed order in which each comes as often as its share says, spread evenly. */
export function createMix(plans: Partial<Record<Operation, Plan>>): Mix {
  const supplies = new Map<Operation, { supply: Supply; expect: Plan["expect"] }>();
  for (const [operation, plan] of Object.entries(plans) as [Operation, Plan][])
    supplies.set(operation, { supply: createSupply(plan), expect: plan.expect });
  const order = spreadOut(SHARES);
  let turn = 0;
  return {
    take() {
      const operation = order[turn++ % order.length];
      const found = operation && supplies.get(operation);
      const ticket = found?.supply.take();
      return operation && found && ticket && { ...ticket, operation, expect: found.expect };
    },
    add: (operation, pool) => supplies.get(operation)?.supply.add(pool),
  };
}

/** Each name as often as its share, at even distances. */
export function spreadOut<Name extends string>(shares: Readonly<Record<Name, number>>): Name[] {
  const places = (Object.entries(shares) as [Name, number][]).flatMap(([name, share]) =>
    Array.from({ length: share }, (_, index) => ({ name, place: (index + 0.5) / share })),
  );
  return places.toSorted((left, right) => left.place - right.place).map(({ name }) => name);
}
