import type { Plan } from "../load/plan.ts";
import type { Operation } from "../operations.ts";

export type Plans = Readonly<Record<string, Plan>>;

/** The newest tenth of what is stored. */
const RECENT = 0.1;

/**
 * The benchmark's operations and the list of authorizations; where a request names a stored token it does so twice:
 * spread evenly over all of them, which no cache can hold, and over the newest ones, as most traffic is.
 */
export function growthPlans(plans: Partial<Record<Operation, Plan>>): Plans {
  const { applications, ...others } = plans;
  const authorizations = applications && {
    ...applications,
    path: "/oauth2/@me/authorizations",
    // Of a small database's users not everybody has agreed to something.
    expect: { status: 200, includes: [] },
  };
  const all = Object.entries({ ...others, applications, authorizations });
  return Object.fromEntries(all.flatMap(([name, plan]) => (plan === undefined ? [] : variants(name, plan))));
}

function variants(name: string, plan: Plan): [string, Plan][] {
  // A refresh token is new after its first use, and a code always; the other two name nothing that is stored in numbers.
  if (plan.use !== "cycle" || name === "client_credentials" || name === "consent") return [[name, plan]];
  return [
    [`${name}, any`, plan],
    [`${name}, recent`, { ...plan, pool: newest(plan.pool) }],
  ];
}

/** The last value of an entry is a credential, and those sort by the time of their making. */
function newest(pool: Plan["pool"]): Plan["pool"] {
  const oldestFirst = pool.toSorted((left, right) => ((left.at(-1) ?? "") < (right.at(-1) ?? "") ? -1 : 1));
  const chosen = oldestFirst.slice(-Math.ceil(pool.length * RECENT));
  // As unordered as before.
  return pool.filter((entry) => chosen.includes(entry));
}
