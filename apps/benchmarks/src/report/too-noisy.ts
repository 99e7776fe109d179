/** The machine was too busy for figures; the message says what to do. */
export class TooNoisy extends Error {
  override readonly name = "TooNoisy";
}
