import { type Operation, responseFor } from "../spec/operation.ts";
import type { Spec } from "../spec/spec.ts";
import { type Answer, checkBody } from "./body.ts";
import { checkHeaders } from "./headers.ts";
import type { Violation } from "./violation.ts";

/** Everything in which an answer differs from what the document promises for this operation. */
export function checkResponse(spec: Spec, operation: Operation, answer: Answer): Violation[] {
  const documented = responseFor(operation, answer.status);
  if (!documented) {
    const known = operation.responses.map(({ status }) => status).join(", ");
    const message = `the status ${answer.status} is not documented (${known} are)`;
    return [{ rule: "undocumented-status", message, pointer: `${operation.pointer}/responses` }];
  }
  const headers = checkHeaders(spec, documented, answer.headers);
  // RFC 9110 9.3.2 and 15.4.5: neither ever has a body, whatever the document says of it.
  const isBodiless = operation.method === "HEAD" || answer.status === 304;
  return isBodiless ? headers : [...headers, ...checkBody(spec, documented, answer)];
}
