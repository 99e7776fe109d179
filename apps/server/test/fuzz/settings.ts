const { FUZZ_SEED, FUZZ_COUNT, FUZZ_CASE } = process.env;

/** Another one in each run, unless it is said. */
export const seed = FUZZ_SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(FUZZ_SEED);
export const count = FUZZ_COUNT === undefined ? 100_000 : Number(FUZZ_COUNT);

/** These cases, or the one that is to be seen again. */
export function numbersFrom(from: number, to: number): readonly number[] {
  return FUZZ_CASE === undefined
    ? Array.from({ length: to - from }, (_, n) => from + n)
    : [Number(FUZZ_CASE)];
}

export const FUZZ_PATIENCE = 600_000;
