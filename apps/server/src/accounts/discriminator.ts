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
  const rows = yield* tx.run(findTakenDiscriminators, { usernameLower });
  const taken = new Set(rows.map(({ discriminator }) => discriminator));
  const start = randomInt(DISCRIMINATORS);
  for (let offset = 0; offset < DISCRIMINATORS; offset++) {
    const number = (start + offset) % DISCRIMINATORS;
    if (!taken.has(number) && (yield* claim(number))) return number;
  }
  throw new ApiError("USERNAME_NOT_AVAILABLE");
}
