import { type Entry, type Plan, requestBytes } from "./plan.ts";

/** The next request of a plan, and what becomes of it with its answer. */
export interface Supply {
  /** Undefined when everything is used up. */
  take(): Ticket | undefined;
  /** More entries of the plan, behind those that are left. */
  add(pool: Plan["pool"]): void;
  /** The same, but what serves once takes the place of what is left: that may have expired. */
  renew(pool: Plan["pool"]): void;
}

export interface Ticket {
  readonly bytes: Buffer;
  /** To be called with the body of a good answer. */
  readonly done: ((body: string) => void) | undefined;
}

export function createSupply(plan: Plan): Supply {
  if (plan.use === "cycle") return cycling(plan);
  return plan.use === "once" ? once(plan) : rotating(plan, plan.use.rotate);
}

function cycling(plan: Plan): Supply {
  const tickets = plan.pool.map((entry) => ticketOf(plan, entry));
  let next = 0;
  const add = (pool: Plan["pool"]) => {
    for (const entry of pool) tickets.push(ticketOf(plan, entry));
  };
  return {
    take() {
      if (next === tickets.length) next = 0;
      return tickets[next++];
    },
    add,
    renew: add,
  };
}

function once(plan: Plan): Supply {
  let waiting = plan.pool.map((entry) => ticketOf(plan, entry));
  let next = 0;
  return {
    take() {
      [waiting, next] = withoutTaken(waiting, next);
      return waiting[next++];
    },
    add(pool) {
      for (const entry of pool) waiting.push(ticketOf(plan, entry));
    },
    renew(pool) {
      waiting = pool.map((entry) => ticketOf(plan, entry));
      next = 0;
    },
  };
}

function ticketOf(plan: Plan, entry: Entry): Ticket {
  return { bytes: requestBytes(plan, entry), done: undefined };
}

/** What was taken is dropped now and then, not each time, because that moves all that follow. */
function withoutTaken<T>(all: T[], taken: number): [rest: T[], taken: number] {
  return taken < 10_000 ? [all, taken] : [all.slice(taken), 0];
}

function rotating(plan: Plan, member: string): Supply {
  let entries = [...plan.pool];
  let next = 0;
  const add = (pool: Plan["pool"]) => void entries.push(...pool);
  return {
    take() {
      [entries, next] = withoutTaken(entries, next);
      const entry = entries[next++];
      if (entry === undefined) return undefined;
      return {
        bytes: requestBytes(plan, entry),
        done: (body) => entries.push([...entry.slice(0, -1), successor(body, member)]),
      };
    },
    add,
    renew: add,
  };
}

function successor(body: string, member: string): string {
  // A chunked body has a line with its length in front.
  const value: unknown = Reflect.get(
    JSON.parse(body.slice(body.indexOf("{"), body.lastIndexOf("}") + 1)),
    member,
  );
  if (typeof value !== "string") throw new TypeError(`the answer has no ${member}`);
  return value;
}
