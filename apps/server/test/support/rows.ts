import type { Row } from "../../src/db/schema.ts";

/** Whole rows for tests that care for one or two of their columns. */
export function userRow(given: Partial<Row<"users">> & { id: string }): Row<"users"> {
  return {
    username: `user_${given.id}`,
    usernameLower: `user_${given.id}`,
    discriminator: 1,
    globalName: null,
    email: null,
    emailLower: null,
    emailVerified: false,
    passwordHash: null,
    dateOfBirth: null,
    avatar: null,
    banner: null,
    bio: null,
    avatarColor: null,
    flags: 0,
    botFlags: 0,
    bot: false,
    system: false,
    createdAt: 1_780_000_000_000,
    deletedAt: null,
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
