// What a client must know at run time to call an operation, by method and path, and nothing more: it ends up in browsers.
import type { Specification } from "./bundle.ts";
import { operations, row } from "./operations.ts";
import { literal } from "./print.ts";

const FORM = "application/x-www-form-urlencoded";

export function callsFile(specification: Specification): string {
  const table = operations(specification).map((operation) => {
    const { security, requestMedia, responses } = row(specification, operation);
    const statuses = Object.keys(responses).map(Number).filter(Number.isInteger);
    const call = { security, form: requestMedia[0] === FORM, statuses };
    return [`${operation.method} ${operation.path}`, call];
  });
  return `export interface Call {
  /** The security alternatives, in the order of the document. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  /** Whether the body is sent as a form rather than as JSON. */
  readonly form: boolean;
  /** The statuses that are documented one by one. */
  readonly statuses: readonly number[];
}

/** How to call each operation, by method in lower case and path. */
export const calls: ReadonlyMap<string, Call> = /* @__PURE__ */ new Map(Object.entries<Call>(${literal(Object.fromEntries(table))}));
`;
}
