import type { StrayPromise } from "../check/stray.ts";
import type { Authorization, RequestParts, WireRequest } from "../http/request.ts";
import type { WireResponse } from "../http/transport.ts";
import type { Alternative, Operation } from "../spec/operation.ts";
import type { Expectation } from "./expectation.ts";

/** One request and its answer. */
export interface Exchange {
  case: string;
  operationId: string | undefined;
  /** Epoch milliseconds. */
  startedAt: number;
  request: WireRequest;
  response: WireResponse;
}

export interface CallOptions {
  by?: Authorization | undefined;
  expect?: Expectation;
  /** Another of the document's path prefixes. */
  prefix?: string;
  /** The security alternative whose credentials these are, and the documented example that the body is. */
  alternative?: Alternative;
  example?: string;
  /** The request is valid and is here to show that a value at the limit is taken, whatever else may be wrong with it. */
  isLimit?: boolean;
}

/** Something outside the document: an undocumented method or path. */
export interface Stray extends StrayPromise {
  method: string;
  path: string;
  sends?: { headers?: Readonly<Record<string, string>>; text?: string };
  expect?: Expectation;
}

/** How a case talks to the server. Every answer is checked against the document on its way. */
export interface Call {
  (operation: Operation, parts: RequestParts, options?: CallOptions): Promise<Exchange>;
  stray(stray: Stray): Promise<Exchange>;
  /** Something that the case itself found wrong with its last answer. */
  report(message: string): void;
}

/** A rule that stands outside the document, such as a clause of an RFC. */
export interface Rule {
  /** As `RFC 6749 4.1.2`. */
  clause: string;
  /** What it asks of a server, in one sentence of ours. */
  title: string;
  /** Where it can be read. */
  url: string;
}

export interface Case {
  /** Undefined for what concerns no one operation. */
  operation: Operation | undefined;
  name: string;
  /** The statuses that it means to see, so that leaving it out tells what was not seen. */
  expects: readonly number[];
  /** The rule that it proves, for the table of rules. */
  rule?: Rule;
  run(call: Call): Promise<void>;
}

/** Thrown by a case that cannot be tried here; the reason is listed. */
export class NotTested extends Error {
  override readonly name = "NotTested";
}

/** Thrown when what a case needs could not be made: a finding, because the server refused what it documents. */
export class CannotPrepare extends Error {
  override readonly name = "CannotPrepare";
}

export function titleOf({ operation, name }: Pick<Case, "operation" | "name">): string {
  return operation ? `${operation.id}: ${name}` : name;
}
