import { and, eq, isNull } from "drizzle-orm";
import type { Transaction, Work } from "../../db/database.ts";
import type { Row } from "../../db/schema.ts";
import { everyColumn, statement } from "../../db/statement.ts";
import { formatScope, type Scope } from "../../lib/scopes.ts";

/** What an application may ask for in its own name, as its bot. */
export const CLIENT_SCOPES: readonly Scope[] = ["identify", "guilds", "bot"];

const insertGrant = statement<Row<"grants">>()("insert_grant", (q, t, p) =>
  q.insert(t.grants).values(everyColumn(t.grants, p)),
);

const setClientGrant = statement<{ applicationId: string; id: string }>()("set_client_grant", (q, t, p) =>
  q.update(t.applications).set({ clientGrantId: p.id }).where(eq(t.applications.id, p.applicationId)),
);

/** Everything that was issued under the grant is dead with the commit: each read of a token joins its grant. */
export const revokeGrant = statement<{ id: string; now: number }>()("revoke_grant", (q, t, p) =>
  q
    .update(t.grants)
    .set({ revokedAt: p.now })
    .where(and(eq(t.grants.id, p.id), isNull(t.grants.revokedAt))),
);

const revokeUserGrants = statement<{ userId: string; applicationId: string; now: number }>()(
  "revoke_grants_of_user",
  (q, t, p) =>
    q
      .update(t.grants)
      .set({ revokedAt: p.now })
      .where(
        and(
          eq(t.grants.userId, p.userId),
          eq(t.grants.applicationId, p.applicationId),
          isNull(t.grants.revokedAt),
        ),
      ),
);

const revokeApplicationGrants = statement<{ applicationId: string; now: number }>()(
  "revoke_grants_of_application",
  (q, t, p) =>
    q
      .update(t.grants)
      .set({ revokedAt: p.now })
      .where(and(eq(t.grants.applicationId, p.applicationId), isNull(t.grants.revokedAt))),
);

export interface NewGrant {
  readonly id: string;
  readonly applicationId: string;
  readonly userId: string;
  readonly scopes: readonly Scope[];
  readonly now: number;
}

/** What the user agreed to now. The code, and every token that comes of it, refers to this grant. */
export function* createGrant(tx: Transaction, { scopes, now, ...grant }: NewGrant): Work<void> {
  const scope = formatScope(scopes);
  yield* tx.send(insertGrant, {
    ...grant,
    kind: "authorization_code",
    scope,
    createdAt: now,
    revokedAt: null,
  });
}

export type NewClientGrant = Pick<NewGrant, "id" | "applicationId" | "now">;

/** The standing grant of all client_credentials tokens; the application's row, with this `clientGrantId`, comes first. */
export function* createClientGrant(tx: Transaction, { id, applicationId, now }: NewClientGrant): Work<void> {
  yield* tx.send(insertGrant, {
    id,
    applicationId,
    // The application's bot has the application's id.
    userId: applicationId,
    kind: "client_credentials",
    scope: formatScope(CLIENT_SCOPES),
    createdAt: now,
    revokedAt: null,
  });
}

/** A new standing grant in place of the old one, which `revokeGrantsOfApplication` ends with all others. */
export function* replaceClientGrant(tx: Transaction, grant: NewClientGrant): Work<void> {
  yield* createClientGrant(tx, grant);
  yield* tx.send(setClientGrant, grant);
}

export function* revokeGrantsOfUser(
  tx: Transaction,
  grants: { userId: string; applicationId: string; now: number },
): Work<void> {
  yield* tx.send(revokeUserGrants, grants);
}

export function* revokeGrantsOfApplication(
  tx: Transaction,
  grants: { applicationId: string; now: number },
): Work<void> {
  yield* tx.send(revokeApplicationGrants, grants);
}
