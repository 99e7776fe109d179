import type { Adapter } from "../adapter.ts";
import type { Operation } from "../spec/operation.ts";
import type { Spec } from "../spec/spec.ts";
import type { Session } from "./session.ts";

/** `untried` is what a run of some cases says of statuses that it did not see. */
export type CellState = "reached" | "failed" | "unreachable" | "missing" | "untried";

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

export interface CoverageOptions {
  spec: Spec;
  adapter: Adapter;
  session: Session;
  skipped: readonly Skipped[];
  isWhole: boolean;
}

export function coverageOf(options: CoverageOptions): Cell[] {
  const { exchanges, findings } = options.session;
  const answers = Map.groupBy(exchanges, ({ operationId }) => operationId);
  const faults = Map.groupBy(findings, ({ operationId }) => operationId);
  return options.spec.operations.flatMap((operation) => {
    const seen = (answers.get(operation.id) ?? []).map(({ response }) => response.status);
    const failed = (faults.get(operation.id) ?? []).flatMap(({ status }) => status ?? []);
    return operation.responses.map(({ status }) => cellOf(options, operation, status, seen, failed));
  });
}

/** A case that was left out, with the statuses it would have shown. */
export interface Skipped {
  case: string;
  operationId: string | undefined;
  statuses: readonly number[];
  reason: string;
}

function cellOf(
  options: CoverageOptions,
  operation: Operation,
  status: string,
  seen: readonly number[],
  failed: readonly number[],
): Cell {
  const { adapter, skipped, isWhole } = options;
  const isThis = (each: number) => matches(operation, status, each);
  const count = seen.filter(isThis).length;
  const isFailed = failed.some(isThis);
  const cell = { operationId: operation.id, status, count, reason: undefined };
  if (count > 0) return { ...cell, state: isFailed ? "failed" : "reached" };
  if (!isWhole) return { ...cell, state: "untried" };
  const left = skipped.find((each) => each.operationId === operation.id && each.statuses.some(isThis));
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

/** What of the document, beside its statuses, a run may have sent or seen. */
export type ItemKind =
  | "request media type"
  | "security alternative"
  | "example"
  | "parameter"
  | "keyword"
  | "enum value"
  | "response property";

/** One of the things that the document says about one operation, and whether the run tried it. */
export interface CoverageItem {
  kind: ItemKind;
  operationId: string;
  /** Where in the document. */
  pointer: string;
  /** What it is, as `name: maxLength 100, at the limit` or `bot.avatar, null`. */
  name: string;
  state: CellState;
  count: number;
  reason: string | undefined;
}
