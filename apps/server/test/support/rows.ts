import { newUser } from "../../src/accounts/registration.ts";
import type { Row } from "../../src/db/schema.ts";

/** Whole rows for tests that care for one or two of their columns. */
export function userRow(given: Partial<Row<"users">> & { id: string }): Row<"users"> {
  return {
    ...newUser(given.id, `user_${given.id}`, 1_780_000_000_000),
    discriminator: 1,
    ...given,
  };
}

export function codeRow(
  given: Partial<Row<"authorizationCodes">> & { id: string },
): Row<"authorizationCodes"> {
  return {
    secretHash: "hash",
    grantId: "grant",
    redirectUri: null,
    codeChallenge: null,
    createdAt: 1_780_000_000_000,
    expiresAt: 1_780_000_060_000,
    spentAt: null,
    burntAt: null,
    ...given,
  };
}
