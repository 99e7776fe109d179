import { type Entry, type Plan, requestBytes } from "../load/plan.ts";
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
}

export type Plans = Readonly<Record<Operation, Plan>>;

/**
 * Requests of all operations in a fixed order in which each comes as often as its share says, spread evenly. The codes
 * are those that the consents give; the plan's own are there for the beginning. `basicOf` gives an application's
 * credentials as they stand in a header.
 */
export function createMix(plans: Plans, basicOf: (applicationId: string) => string): Mix {
  const code = createSupply(plans.code);
  const consent = consenting(plans.consent, (given, applicationId) =>
    code.add([[basicOf(applicationId), given]]),
  );
  const own = { code, consent };
  const supplies = Object.fromEntries(
    Object.entries(plans).map(([name, plan]) => [name, Reflect.get(own, name) ?? createSupply(plan)]),
  ) as Record<Operation, Pick<Supply, "take">>;
  const order = spreadOut(SHARES);
  let turn = 0;
  return {
    take() {
      const operation = order[turn++ % order.length];
      const ticket = operation && supplies[operation].take();
      return operation && ticket && { ...ticket, operation, expect: plans[operation].expect };
    },
  };
}

/** The second value of an entry is the application that the user agrees to. */
function consenting(plan: Plan, onCode: (code: string, applicationId: string) => void): Pick<Supply, "take"> {
  const tickets = plan.pool.map((entry: Entry): Ticket => {
    const done = (body: string) => {
      const code = /[?&]code=(\w+)/.exec(body)?.[1];
      if (code !== undefined) onCode(code, entry[1] ?? "");
    };
    return { bytes: requestBytes(plan, entry), done };
  });
  let next = 0;
  return { take: () => tickets[next++ % tickets.length] };
}

/** Each name as often as its share, at even distances. */
export function spreadOut<Name extends string>(shares: Readonly<Record<Name, number>>): Name[] {
  const places = (Object.entries(shares) as [Name, number][]).flatMap(([name, share]) =>
    Array.from({ length: share }, (_, index) => ({ name, place: (index + 0.5) / share })),
  );
  return places.toSorted((left, right) => left.place - right.place).map(({ name }) => name);
}
