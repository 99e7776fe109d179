/** What became of one fault. */
export interface Verdict {
  readonly name: string;
  readonly family: string;
  readonly says: string;
  readonly state: "killed" | "survived";
  /** An answer that the server without the fault does not give; undefined when none was seen. */
  readonly shown: string | undefined;
  /** The first case that found it, and what it said. */
  readonly killer: { readonly case: string; readonly message: string } | undefined;
  /** From the first request to the first finding, or to the end. */
  readonly seconds: number;
}

export interface Score {
  readonly killed: number;
  readonly total: number;
}

export function scoreOf(verdicts: readonly Pick<Verdict, "state">[]): Score {
  return { killed: verdicts.filter(({ state }) => state === "killed").length, total: verdicts.length };
}

export function percent({ killed, total }: Score): string {
  // Rounded down, so that no survivor is rounded away.
  return total === 0 ? "–" : `${(Math.floor((killed / total) * 1000) / 10).toFixed(1)} %`;
}

export function byFamily<V extends Pick<Verdict, "family">>(verdicts: readonly V[]): [string, V[]][] {
  return [...Map.groupBy(verdicts, ({ family }) => family)];
}
