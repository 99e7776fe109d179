import type { Adapter } from "../adapter.ts";
import type { Operation } from "../spec/operation.ts";
import type { Spec } from "../spec/spec.ts";
import type { Session } from "./session.ts";

export type CellState = "reached" | "failed" | "unreachable" | "missing";

/** One documented status of one operation. */
export interface Cell {
  operationId: string;
  status: string;
  state: CellState;
  /** How many answers had this status. */
  count: number;
  /** Why it could not be had. */
  reason: string | undefined;
}

export function coverageOf(spec: Spec, adapter: Adapter, session: Session, skipped: Skipped[]): Cell[] {
  return spec.operations.flatMap((operation) =>
    operation.responses.map(({ status }) => cellOf(adapter, session, skipped, operation, status)),
  );
}

/** A case that was left out, with the statuses it would have shown. */
export interface Skipped {
  case: string;
  operationId: string | undefined;
  statuses: readonly number[];
  reason: string;
}

function cellOf(
  adapter: Adapter,
  { exchanges, findings }: Session,
  skipped: Skipped[],
  operation: Operation,
  status: string,
): Cell {
  const isHere = (id: string | undefined, seen: number | undefined) =>
    id === operation.id && seen !== undefined && matches(operation, status, seen);
  const count = exchanges.filter((each) => isHere(each.operationId, each.response.status)).length;
  const isFailed = findings.some((each) => isHere(each.operationId, each.status));
  const cell = { operationId: operation.id, status, count, reason: undefined };
  if (count > 0) return { ...cell, state: isFailed ? "failed" : "reached" };
  const left = skipped.find((each) => each.statuses.some((one) => isHere(each.operationId, one)));
  const reason = adapter.unreachable(operation, status) ?? left?.reason;
  return { ...cell, state: reason === undefined ? "missing" : "unreachable", reason };
}

function matches({ responses }: Operation, documented: string, status: number): boolean {
  if (documented === String(status)) return true;
  const isExact = responses.some((each) => each.status === String(status));
  if (isExact) return false;
  const range = `${Math.floor(status / 100)}XX`;
  if (documented.toUpperCase() === range) return true;
  return documented === "default" && !responses.some((each) => each.status.toUpperCase() === range);
}
