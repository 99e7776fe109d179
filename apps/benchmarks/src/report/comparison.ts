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
      title: "this provider, SQLite, against the fastest of the other providers",
      factorOf: (operation) => times(of("ours", operation), bestPeer(operation)),
    },
    {
      title: "this provider, PostgreSQL, against the bare route that reads a row there",
      factorOf: (operation) => times(of("ours-postgres", operation), of(POSTGRES_ANCHOR, operation)),
    },
  ];
}

/** Round by round, so that a drift of the machine does not show. */
function times(own: Figure | undefined, other: Figure | undefined): number | undefined {
  if (own === undefined || other === undefined) return undefined;
  return median(own.rounds.map((rate, round) => rate / (other.rounds[round] ?? Number.NaN)));
}
