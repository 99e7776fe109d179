import { and, eq, exists, gt, isNull } from "drizzle-orm";
import type { Transaction, Work } from "../../db/database.ts";
import { statement } from "../../db/statement.ts";
import { type Minted, mint } from "../../lib/secret.ts";

interface NewCode {
  readonly grantId: string;
  /** Null when the user was not sent anywhere. */
  readonly redirectUri: string | null;
  /** The S256 challenge; null without PKCE. */
  readonly codeChallenge: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}

const insertCode = statement<NewCode & { id: string; secretHash: string }>()("insert_code", (q, t, p) =>
  q.insert(t.authorizationCodes).values({
    id: p.id,
    secretHash: p.secretHash,
    grantId: p.grantId,
    redirectUri: p.redirectUri,
    codeChallenge: p.codeChallenge,
    createdAt: p.createdAt,
    expiresAt: p.expiresAt,
  }),
);

export function* issueCode(tx: Transaction, code: NewCode): Work<Minted> {
  const minted = mint("code", code.createdAt);
  yield* tx.send(insertCode, { ...code, id: minted.id, secretHash: minted.hash });
  return minted;
}

/** The code with its grant; none when the application is gone. */
export const findCode = statement<{ id: string }>()("find_code", (q, t, p) =>
  q
    .select({
      secretHash: t.authorizationCodes.secretHash,
      redirectUri: t.authorizationCodes.redirectUri,
      codeChallenge: t.authorizationCodes.codeChallenge,
      expiresAt: t.authorizationCodes.expiresAt,
      spentAt: t.authorizationCodes.spentAt,
      burntAt: t.authorizationCodes.burntAt,
      grantId: t.authorizationCodes.grantId,
      applicationId: t.grants.applicationId,
      scope: t.grants.scope,
      grantedAt: t.grants.createdAt,
      revokedAt: t.grants.revokedAt,
    })
    .from(t.authorizationCodes)
    .innerJoin(t.grants, eq(t.grants.id, t.authorizationCodes.grantId))
    .where(eq(t.authorizationCodes.id, p.id)),
);

/** One of any number of exchanges gets the row; for all others, and for a code that must not be spent, there is none. */
export const spendCode = statement<{ id: string; applicationId: string; now: number }>()(
  "spend_code",
  (q, t, p) =>
    q
      .update(t.authorizationCodes)
      .set({ spentAt: p.now })
      .where(
        and(
          eq(t.authorizationCodes.id, p.id),
          isNull(t.authorizationCodes.spentAt),
          isNull(t.authorizationCodes.burntAt),
          gt(t.authorizationCodes.expiresAt, p.now),
          exists(
            q
              .select({ id: t.grants.id })
              .from(t.grants)
              .where(
                and(
                  eq(t.grants.id, t.authorizationCodes.grantId),
                  eq(t.grants.applicationId, p.applicationId),
                  isNull(t.grants.revokedAt),
                ),
              ),
          ),
        ),
      )
      .returning({ id: t.authorizationCodes.id }),
);

/** Nobody can spend it any more. */
export const burnCode = statement<{ id: string; now: number }>()("burn_code", (q, t, p) =>
  q
    .update(t.authorizationCodes)
    .set({ burntAt: p.now })
    .where(and(eq(t.authorizationCodes.id, p.id), isNull(t.authorizationCodes.spentAt))),
);
