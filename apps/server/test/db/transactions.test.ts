import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Row } from "../../src/db/schema.ts";
import { everyColumn, statement } from "../../src/db/statement.ts";
import { describeDatabases } from "../support/databases.ts";
import { codeRow } from "../support/rows.ts";

const insertCode = statement<Row<"authorizationCodes">>()("insert_code", (q, t, p) =>
  q.insert(t.authorizationCodes).values(everyColumn(t.authorizationCodes, p)),
);
const spendCode = statement<{ id: string; now: number }>()("spend_code", (q, t, { id, now }) => {
  const codes = t.authorizationCodes;
  return q
    .update(codes)
    .set({ spentAt: now })
    .where(and(eq(codes.id, id), isNull(codes.spentAt), gt(codes.expiresAt, now)))
    .returning({ spentAt: codes.spentAt });
});
const countCodes = statement()("count_codes", (q, t) =>
  q.select({ count: sql<number>`count(*)` }).from(t.authorizationCodes),
);

describeDatabases("a transaction", (open) => {
  it("lets exactly one of many racers win a conditional update", async () => {
    const db = await open();
    await db.atomically((tx) => tx.run(insertCode, codeRow({ id: "c" })));
    const racers = Array.from({ length: 50 }, () =>
      db.atomically((tx) => tx.run(spendCode, { id: "c", now: 1 })),
    );
    const winners = (await Promise.all(racers)).filter((rows) => rows.length === 1);
    expect(winners).toEqual([[{ spentAt: 1 }]]);
    expect(await db.read(countCodes, {})).toEqual([{ count: 1 }]);
  });
});
