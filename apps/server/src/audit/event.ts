import type { Transaction, Work } from "../db/database.ts";
import type { Row } from "../db/schema.ts";
import { everyColumn, statement } from "../db/statement.ts";
import type { Clock } from "../lib/clock.ts";
import type { Snowflakes } from "../lib/snowflake.ts";

/** Something an operator may have to answer for. It never holds a secret. */
export interface AuditEvent extends Occasion {
  /** `noun.verb` */
  readonly action: `${string}.${string}`;
  readonly outcome: "success" | "failure";
  readonly actorUserId?: string | undefined;
  readonly applicationId?: string | undefined;
  readonly grantId?: string | undefined;
}

/** When it happens, and in which request. */
export interface Occasion {
  readonly id: string;
  readonly createdAt: number;
  readonly requestId: string | undefined;
  readonly address: string | undefined;
}

export function occasion(
  deps: { clock: Clock; snowflakes: Snowflakes },
  context: { requestId: string; address: string } | undefined,
): Occasion {
  return {
    id: deps.snowflakes.next(),
    createdAt: deps.clock.now(),
    requestId: context?.requestId,
    address: context?.address,
  };
}

const insertEvent = statement<Row<"auditLog">>()("insert_audit_event", (q, t, p) =>
  q.insert(t.auditLog).values(everyColumn(t.auditLog, p)),
);

/** In the transaction of what it tells of, so that neither can be without the other. */
export function* recordEvent(tx: Transaction, event: AuditEvent): Work<void> {
  yield* tx.send(insertEvent, {
    id: event.id,
    createdAt: event.createdAt,
    action: event.action,
    outcome: event.outcome,
    actorUserId: event.actorUserId ?? null,
    applicationId: event.applicationId ?? null,
    grantId: event.grantId ?? null,
    requestId: event.requestId ?? null,
    address: event.address ?? null,
  });
}
