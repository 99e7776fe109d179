import type { CellState } from "../run/coverage.ts";

interface StateText {
  /** One character, for a table. */
  mark: string;
  words: string;
}

/** Best first; the order of legends and bars. */
export const STATES: Readonly<Record<CellState, StateText>> = {
  reached: { mark: "✓", words: "reached" },
  failed: { mark: "✗", words: "reached, with findings" },
  missing: { mark: "!", words: "missing" },
  unreachable: { mark: "–", words: "cannot be reached from outside" },
  untried: { mark: "·", words: "not tried" },
};

export const ALL_STATES: readonly CellState[] = Object.keys(STATES) as CellState[];

export type Tally = Readonly<Record<CellState, number>> & { readonly total: number };

export function tallyOf(all: readonly { state: CellState }[]): Tally {
  const tally = { reached: 0, failed: 0, missing: 0, unreachable: 0, untried: 0, total: all.length };
  for (const { state } of all) tally[state]++;
  return tally;
}

/** How many were had, well or not. */
export function triedIn({ reached, failed }: Tally): number {
  return reached + failed;
}

/** What a table cell says of many at once: the state that most wants looking at. */
export function worstOf({ failed, missing, untried, reached, total }: Tally): CellState {
  if (failed > 0) return "failed";
  if (missing > 0) return "missing";
  if (untried > 0) return "untried";
  return reached > 0 || total === 0 ? "reached" : "unreachable";
}
