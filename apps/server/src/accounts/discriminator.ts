import { randomInt } from "node:crypto";
import type { Transaction, Work } from "../db/database.ts";
import { ApiError } from "../http/errors.ts";
import { findTakenDiscriminators } from "./store/users.ts";

const DISCRIMINATORS = 10_000;
const GUESSES = 5;

/**
 * A random free number behind a username. `claim` tells whether the number could be had. Guessing is enough until a name
 * is nearly full; then the free numbers are looked up.
 */
export function* allocateDiscriminator(
  tx: Transaction,
  usernameLower: string,
  claim: (discriminator: number) => Work<boolean>,
): Work<number> {
  for (let guesses = 0; guesses < GUESSES; guesses++) {
    const guess = randomInt(DISCRIMINATORS);
    if (yield* claim(guess)) return guess;
  }
  const taken = new Set(
    (yield* tx.run(findTakenDiscriminators, { usernameLower })).map((row) => row.discriminator),
  );
  const free = Array.from({ length: DISCRIMINATORS }, (_, n) => n).filter((n) => !taken.has(n));
  const chosen = free.length > 0 ? free[randomInt(free.length)] : undefined;
  if (chosen === undefined || !(yield* claim(chosen))) throw new ApiError("USERNAME_NOT_AVAILABLE");
  return chosen;
}
