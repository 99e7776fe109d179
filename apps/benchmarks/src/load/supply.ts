import { type Plan, requestBytes } from "./plan.ts";

/** The next request of a plan, and what becomes of it with its answer. */
export interface Supply {
  /** Undefined when everything is used up. */
  take(): Ticket | undefined;
  /** More entries of the plan. What serves once is replaced: what is left from earlier may have expired. */
  add(pool: Plan["pool"]): void;
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
  const tickets = plan.pool.map((entry): Ticket => ({ bytes: requestBytes(plan, entry), done: undefined }));
  let next = 0;
  return {
    take() {
      if (next === tickets.length) next = 0;
      return tickets[next++];
    },
    add(pool) {
      for (const entry of pool) tickets.push({ bytes: requestBytes(plan, entry), done: undefined });
    },
  };
}

function once(plan: Plan): Supply {
  let waiting = plan.pool.map((entry): Ticket => ({ bytes: requestBytes(plan, entry), done: undefined }));
  let next = 0;
  return {
    take: () => waiting[next++],
    add(pool) {
      waiting = pool.map((entry): Ticket => ({ bytes: requestBytes(plan, entry), done: undefined }));
      next = 0;
    },
  };
}

function rotating(plan: Plan, member: string): Supply {
  let entries = [...plan.pool];
  let next = 0;
  return {
    take() {
      const entry = entries[next++];
      if (entry === undefined) return undefined;
      // What was taken is dropped now and then, not each time, because that moves all that follow.
      if (next === 10_000) {
        entries = entries.slice(next);
        next = 0;
      }
      return {
        bytes: requestBytes(plan, entry),
        done: (body) => entries.push([...entry.slice(0, -1), successor(body, member)]),
      };
    },
    add: (pool) => void entries.push(...pool),
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
