import { isJson } from "../engine/http/media-type.ts";
import type { Operation, Spec } from "../engine/index.ts";
import { type DocumentedHeader, type DocumentedResponse, responseFor } from "../engine/spec/operation.ts";
import { readText } from "../engine/spec/text-value.ts";
import { jsonOf, withContent } from "./content.ts";
import type { Outgoing, SpecFault } from "./fault.ts";

/** Status, headers and media type of every documented answer. */
export function responseEnvelopeFaults(spec: Spec, operation: Operation): SpecFault[] {
  return operation.responses.flatMap((response) => [
    ...ofStatus(operation, response),
    ...ofHeaders(spec, operation, response),
    ...ofContent(operation, response),
  ]);
}

/** A near status, as servers mistake them for one another. */
const NEAR: Readonly<Record<string, number>> = {
  200: 201,
  201: 200,
  204: 200,
  302: 307,
  400: 422,
  401: 403,
  403: 404,
  404: 400,
  405: 404,
  409: 400,
  413: 400,
  415: 400,
  429: 503,
};

function ofStatus(operation: Operation, response: DocumentedResponse): SpecFault[] {
  const status = NEAR[response.status];
  if (status === undefined) return [];
  const says = `with the status ${status}`;
  return [
    faultOf(operation, response, `status ${status}`, "wrong status", says, (answer) => ({
      ...answer,
      status,
    })),
  ];
}

function ofHeaders(spec: Spec, operation: Operation, response: DocumentedResponse): SpecFault[] {
  return response.headers.flatMap((header) => {
    const { name, required } = header;
    const subject = `header ${name}`;
    const present = (edit: (headers: Headers) => void) => (answer: Outgoing) =>
      answer.headers.has(name) ? edited(answer, edit) : undefined;
    const without = present((all) => all.delete(name));
    const wrong = wrongValue(spec, header);
    const other = present((all) => all.set(name, wrong ?? ""));
    const says = `the header ${name}`;
    return [
      ...(required ? [faultOf(operation, response, subject, "missing", `without ${says}`, without)] : []),
      ...(wrong === undefined
        ? []
        : [
            faultOf(
              operation,
              response,
              subject,
              "changed",
              `with ${JSON.stringify(wrong)} as ${says}`,
              other,
            ),
          ]),
    ];
  });
}

/** A text that the header must not have. */
function wrongValue({ document, oracle }: Spec, { schema }: DocumentedHeader): string | undefined {
  if (schema === undefined) return undefined;
  return ["conformance", "-1", ""].find((text) => !oracle.accepts(schema, readText(document, schema, text)));
}

function ofContent(operation: Operation, response: DocumentedResponse): SpecFault[] {
  // RFC 9110 9.3.2: an answer to HEAD has no body, and need not say what it would be.
  if (response.content.length === 0 || operation.method === "HEAD") return [];
  const typed = (answer: Outgoing) =>
    edited(answer, (all) => all.set("content-type", "application/octet-stream"));
  // An empty text is a text; empty JSON is none.
  const emptied = (answer: Outgoing) => (jsonOf(answer) === undefined ? undefined : withContent(answer, ""));
  return [
    faultOf(operation, response, "body", "of another media type", "as application/octet-stream", typed),
    ...(response.content.some(({ type }) => isJson(type))
      ? [faultOf(operation, response, "body", "empty", "without a body", emptied)]
      : []),
  ];
}

function edited(answer: Outgoing, edit: (headers: Headers) => void): Outgoing {
  const headers = new Headers(answer.headers);
  edit(headers);
  return { ...answer, headers };
}

function faultOf(
  operation: Operation,
  response: DocumentedResponse,
  subject: string,
  kind: string,
  says: string,
  change: (answer: Outgoing) => Outgoing | undefined,
): SpecFault {
  return {
    name: `${operation.id} ${response.status} ${subject}: ${kind}`,
    family: "response envelope",
    kind,
    operationId: operation.id,
    says: `${operation.id} gives its answer ${response.status} ${says}.`,
    pointer: response.pointer,
    isCertain: true,
    start: () => ({
      tells: (answer, request) => {
        const isHere = request.operation === operation && responseFor(operation, answer.status) === response;
        return isHere ? change(answer) : undefined;
      },
    }),
  };
}
