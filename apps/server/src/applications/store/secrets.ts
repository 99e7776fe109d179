import { and, desc, eq, gt, isNotNull, isNull, lte, or } from "drizzle-orm";
import type { Row, Tables } from "../../db/schema.ts";
import { everyColumn, statement } from "../../db/statement.ts";

/** What an owner may know of a client secret. */
export type SecretMetadata = Pick<
  Row<"clientSecrets">,
  "applicationId" | "createdAt" | "expiresAt" | "lastUsedAt"
>;

const metadata = ({ clientSecrets }: Tables) => ({
  applicationId: clientSecrets.applicationId,
  createdAt: clientSecrets.createdAt,
  expiresAt: clientSecrets.expiresAt,
  lastUsedAt: clientSecrets.lastUsedAt,
});

const isLive = ({ clientSecrets }: Tables, now: number) =>
  or(isNull(clientSecrets.expiresAt), gt(clientSecrets.expiresAt, now));

export const insertSecret = statement<Row<"clientSecrets">>()("insert_client_secret", (q, t, p) =>
  q.insert(t.clientSecrets).values(everyColumn(t.clientSecrets, p)),
);

export const findSecret = statement<{ id: string; now: number }>()("find_client_secret", (q, t, p) =>
  q
    .select({
      id: t.clientSecrets.id,
      applicationId: t.clientSecrets.applicationId,
      secretHash: t.clientSecrets.secretHash,
      lastUsedAt: t.clientSecrets.lastUsedAt,
    })
    .from(t.clientSecrets)
    .where(and(eq(t.clientSecrets.id, p.id), isLive(t, p.now))),
);

/** Newest first. */
export const selectSecrets = statement<{ applicationId: string; now: number }>()(
  "client_secrets_of_application",
  (q, t, p) =>
    q
      .select(metadata(t))
      .from(t.clientSecrets)
      .where(and(eq(t.clientSecrets.applicationId, p.applicationId), isLive(t, p.now)))
      .orderBy(desc(t.clientSecrets.id)),
);

export const selectSecretsOfOwner = statement<{ ownerId: string; now: number }>()(
  "client_secrets_of_owner",
  (q, t, p) =>
    q
      .select(metadata(t))
      .from(t.clientSecrets)
      .innerJoin(t.applications, eq(t.applications.id, t.clientSecrets.applicationId))
      .where(and(eq(t.applications.ownerId, p.ownerId), isLive(t, p.now)))
      .orderBy(desc(t.clientSecrets.id)),
);

export const deleteSecrets = statement<{ applicationId: string }>()("delete_client_secrets", (q, t, p) =>
  q.delete(t.clientSecrets).where(eq(t.clientSecrets.applicationId, p.applicationId)),
);

/** Those whose end is set, whether it has come or not. */
export const deleteEndingSecrets = statement<{ applicationId: string }>()(
  "delete_ending_client_secrets",
  (q, t, p) =>
    q
      .delete(t.clientSecrets)
      .where(and(eq(t.clientSecrets.applicationId, p.applicationId), isNotNull(t.clientSecrets.expiresAt))),
);

export const endCurrentSecret = statement<{ applicationId: string; expiresAt: number }>()(
  "end_current_client_secret",
  (q, t, p) =>
    q
      .update(t.clientSecrets)
      .set({ expiresAt: p.expiresAt })
      .where(and(eq(t.clientSecrets.applicationId, p.applicationId), isNull(t.clientSecrets.expiresAt))),
);

export const touchSecret = statement<{ id: string; now: number; unlessAfter: number }>()(
  "touch_client_secret",
  (q, t, p) =>
    q
      .update(t.clientSecrets)
      .set({ lastUsedAt: p.now })
      .where(
        and(
          eq(t.clientSecrets.id, p.id),
          or(isNull(t.clientSecrets.lastUsedAt), lte(t.clientSecrets.lastUsedAt, p.unlessAfter)),
        ),
      ),
);
