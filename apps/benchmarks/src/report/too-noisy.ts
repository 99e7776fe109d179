import type { Results } from "./results.ts";

/** The machine was too busy for figures; the message says what to do. */
export class TooNoisy extends Error {
  override readonly name = "TooNoisy";
  /** Of a run that came to its end all the same. */
  readonly results: Results | undefined;

  constructor(message: string, results?: Results) {
    super(message);
    this.results = results;
  }
}
