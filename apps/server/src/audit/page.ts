import { and, desc, eq, getTableColumns, gte, lt } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import type { Row } from "../db/schema.ts";
import { type Statement, statement } from "../db/statement.ts";

export type StoredEvent = Row<"auditLog">;

const NARROWABLE = ["applicationId", "actorUserId", "action"] as const;
type Narrowable = (typeof NARROWABLE)[number];

/** What is absent does not narrow; `since` is in epoch milliseconds. */
export type EventQuery = { readonly [Key in Narrowable]?: string | undefined } & {
  readonly since?: number | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
};

const SNOWFLAKE_DIGITS = 19;
const LAST_SNOWFLAKE = "9223372036854775807";

/** Latest first. */
export function listEvents(db: Database, query: EventQuery): Promise<StoredEvent[]> {
  const { applicationId = "", actorUserId = "", action = "", since = 0, limit } = query;
  // Ids are compared as text, which is their order because every snowflake since 2022 has 19 digits.
  const before = (query.before ?? LAST_SNOWFLAKE).padStart(SNOWFLAKE_DIGITS, "0");
  const narrowing = NARROWABLE.filter((key) => query[key] !== undefined);
  return db.read(selectEvents(narrowing), { applicationId, actorUserId, action, since, before, limit });
}

type Parameters = Record<Narrowable | "before", string> & Record<"since" | "limit", number>;
const statements = new Map<string, Statement<Parameters, StoredEvent>>();

// A statement for each way of narrowing, because "absent or equal" in one would keep a database from using its index.
function selectEvents(narrowing: readonly Narrowable[]): Statement<Parameters, StoredEvent> {
  const name = ["audit_events", ...narrowing].join("_by_");
  const known = statements.get(name) ?? defineSelection(name, narrowing);
  statements.set(name, known);
  return known;
}

function defineSelection(name: string, narrowing: readonly Narrowable[]): Statement<Parameters, StoredEvent> {
  return statement<Parameters>()(name, (q, { auditLog }, p) =>
    q
      .select(getTableColumns(auditLog))
      .from(auditLog)
      .where(
        and(
          ...narrowing.map((key) => eq(auditLog[key], p[key])),
          lt(auditLog.id, p.before),
          gte(auditLog.createdAt, p.since),
        ),
      )
      .orderBy(desc(auditLog.id))
      .limit(p.limit),
  );
}
