import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Row } from "../../src/db/schema.ts";
import { everyColumn, statement } from "../../src/db/statement.ts";

/** The statements that the tests of this folder run; authorization codes, because nothing else refers to them. */
export const insertCode = statement<Row<"authorizationCodes">>()("insert_code", (q, t, p) =>
  q.insert(t.authorizationCodes).values(everyColumn(t.authorizationCodes, p)),
);

export const insertCodeOnce = statement<Row<"authorizationCodes">>()("insert_code_once", (q, t, p) =>
  q
    .insert(t.authorizationCodes)
    .values(everyColumn(t.authorizationCodes, p))
    .onConflictDoNothing()
    .returning({ id: t.authorizationCodes.id }),
);

export const spendCode = statement<{ id: string; now: number }>()("spend_code", (q, t, { id, now }) => {
  const codes = t.authorizationCodes;
  return q
    .update(codes)
    .set({ spentAt: now })
    .where(and(eq(codes.id, id), isNull(codes.spentAt), gt(codes.expiresAt, now)))
    .returning({ spentAt: codes.spentAt });
});

export const countCodes = statement()("count_codes", (q, t) =>
  q.select({ count: sql<number>`count(*)` }).from(t.authorizationCodes),
);

export const listCodes = statement()("list_codes", (q, t) =>
  q.select({ id: t.authorizationCodes.id }).from(t.authorizationCodes).orderBy(t.authorizationCodes.id),
);
