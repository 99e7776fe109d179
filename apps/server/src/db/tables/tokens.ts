import type { Kit } from "../columns.ts";

export function defineTokens(kit: Kit) {
  const { table, text, integer, time } = kit;

  // The three tables below grow with every login and are found by primary key only. Each further index is one more page to
  // write per token, so they have none: their ids grow with time, and expired rows are found by the id of that time. For
  // the same reason grantId is no foreign key: deleting a grant would scan them all, and a token without a grant is dead.
  const authorizationCodes = table("authorization_codes", {
    id: text().primaryKey(),
    secretHash: text().notNull(),
    grantId: text().notNull(),
    redirectUri: text(),
    codeChallenge: text(),
    createdAt: time().notNull(),
    expiresAt: time().notNull(),
    spentAt: time(),
    burntAt: time(),
  });

  const accessTokens = table("access_tokens", {
    id: text().primaryKey(),
    secretHash: text().notNull(),
    grantId: text().notNull(),
    scope: text().notNull(),
    createdAt: time().notNull(),
    expiresAt: time().notNull(),
    revokedAt: time(),
  });

  const refreshTokens = table("refresh_tokens", {
    id: text().primaryKey(),
    secretHash: text().notNull(),
    grantId: text().notNull(),
    scope: text().notNull(),
    generation: integer().notNull(),
    createdAt: time().notNull(),
    expiresAt: time().notNull(),
    spentAt: time(),
    successorId: text(),
    successorAccessId: text(),
  });

  return { authorizationCodes, accessTokens, refreshTokens };
}

export type TokensTables = ReturnType<typeof defineTokens>;
