import type { Cost } from "./cost.ts";
import type { Sizes } from "./fill.ts";

/** The assumptions of docs/scale.md, "A billion users". */
const USERS = 1e9;
const GRANTS = 3 * USERS;
const USED = GRANTS / 5;
const CHECKS_A_DAY = 5;
const PEAK = 3;
const DAY = 86_400;
const WEEK = 7 * DAY;
const YEAR = 31.5e6;
/** A core's, at the peak. */
const BUSY = 0.6;
export const CORES_OF_A_PRIMARY = 64;

const ROWS: readonly (readonly [table: string, rows: number])[] = [
  ["users", USERS],
  ["consents", GRANTS],
  ["grants", GRANTS],
  ["authorization_codes", GRANTS],
  ["access_tokens", 1.5 * USED],
  ["refresh_tokens", 27 * USED],
  ["audit_log", GRANTS],
];

/** Bytes of each table with its indexes. */
export function bytesOf(sizes: Sizes): { table: string; rows: number; bytes: number }[] {
  return ROWS.map(([table, rows]) => {
    const { table: own, indexes } = sizes[table] ?? { table: Number.NaN, indexes: Number.NaN };
    return { table, rows, bytes: rows * (own + indexes) };
  });
}

const CHECKS = (USED * CHECKS_A_DAY * PEAK) / DAY;
// A consent and its exchange are taken as two refreshes.
const LOAD: readonly (readonly [name: string, rate: number, operation: string, times: number])[] = [
  ["introspection", CHECKS, "introspect", 1],
  ["userinfo, @me", CHECKS, "@me", 1],
  ["refresh", (USED * PEAK) / WEEK, "refresh", 1],
  ["consent and exchange", (GRANTS * PEAK) / YEAR, "refresh", 2],
];

export interface Demand {
  readonly name: string;
  /** Requests a second. */
  readonly rate: number;
  readonly serverCores: number;
  readonly databaseCores: number;
  readonly statements: number;
}

/** What the peak asks for, the sum last. */
export function demandOf(costs: readonly Cost[], statements: ReadonlyMap<string, number>): Demand[] {
  const each = LOAD.map(([name, rate, operation, times]): Demand => {
    const cost = costs.find((one) => one.operation === operation);
    const cores = (milliseconds = Number.NaN) => (rate * times * milliseconds) / 1000 / BUSY;
    return {
      ...{ name, rate, serverCores: cores(cost?.server), databaseCores: cores(cost?.database) },
      statements: rate * times * (statements.get(operation) ?? Number.NaN),
    };
  });
  const sum = (of: (demand: Demand) => number) => each.reduce((total, demand) => total + of(demand), 0);
  const all: Demand = {
    ...{ name: "all", rate: sum(({ rate }) => rate), serverCores: sum(({ serverCores }) => serverCores) },
    databaseCores: sum(({ databaseCores }) => databaseCores),
    statements: sum((demand) => demand.statements),
  };
  return [...each, all];
}

/** How many primaries the peak takes, and for how many users a core and a primary are enough. */
export function limitsOf(all: Pick<Demand, "serverCores" | "databaseCores" | "statements">) {
  const shards = Math.ceil(all.databaseCores / CORES_OF_A_PRIMARY);
  return {
    shards,
    statementsPerShard: all.statements / shards,
    usersPerServerCore: USERS / all.serverCores,
    usersPerPrimary: (USERS * CORES_OF_A_PRIMARY) / all.databaseCores,
  };
}
