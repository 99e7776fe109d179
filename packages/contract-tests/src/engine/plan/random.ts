/** The same numbers for the same seed, on every machine. */
export interface Random {
  /** From 0 up to, but not with, `limit`. */
  below(limit: number): number;
  /** Lower-case letters and digits. */
  word(length: number): string;
  digits(length: number): string;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  // mulberry32: small, and good enough for names.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const of = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[below(alphabet.length)]).join("");
  return {
    below,
    word: (length) => of(LETTERS, length),
    digits: (length) => (length < 1 ? "" : of("123456789", 1) + of("0123456789", length - 1)),
  };
}
