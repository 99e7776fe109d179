import { ANCHOR } from "../contestants/anchors.ts";
import { POSTGRES_ANCHOR } from "../contestants/postgres.ts";
import type { Operation } from "../operations.ts";
import { median } from "../statistics.ts";
import type { Figure, Results } from "./results.ts";

/** This provider's rate as a multiple of somebody else's in the same rounds. */
export interface Comparison {
  readonly title: string;
  /** Undefined where there is nobody to compare with. */
  readonly factorOf: (operation: Operation) => number | undefined;
}

export function comparisons({ figures, contestants }: Results): Comparison[] {
  const of = (name: string, operation: Operation) =>
    figures.find((figure) => figure.contestant === name && figure.operation === operation);
  const peers = contestants.filter(({ group }) => group === "peer").map(({ name }) => name);
  const bestPeer = (operation: Operation) =>
    peers
      .flatMap((name) => of(name, operation) ?? [])
      .toSorted((left, right) => right.rate - left.rate)
      .at(0);
  return [
    {
      title: "this provider, SQLite, against a bare Hono route with its core to 100 %",
      factorOf: (operation) => times(of("ours", operation), unbound(of(ANCHOR, operation))),
    },
    {
      title: "this provider, SQLite, against the fastest of the other providers",
      factorOf: (operation) => times(of("ours", operation), bestPeer(operation)),
    },
    {
      title: "this provider, PostgreSQL, against the bare route that reads a row there",
      factorOf: (operation) => times(of("ours-postgres", operation), of(POSTGRES_ANCHOR, operation)),
    },
  ];
}

/**
 * The load generator costs as much for a request as a bare route, so it may hold that down, and a share of it would be too
 * high. What the route would reach at the processor time that a request costs it is never too low.
 */
function unbound(figure: Figure | undefined): Figure | undefined {
  if (figure === undefined) return undefined;
  const { rounds, utilisation } = figure;
  return { ...figure, rounds: rounds.map((rate) => rate / Math.min(1, utilisation)) };
}

/** Round by round, so that a drift of the machine does not show. */
function times(own: Figure | undefined, other: Figure | undefined): number | undefined {
  if (own === undefined || other === undefined) return undefined;
  return median(own.rounds.map((rate, round) => rate / (other.rounds[round] ?? Number.NaN)));
}
