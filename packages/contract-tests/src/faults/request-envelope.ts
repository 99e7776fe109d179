import { covers, essenceOf } from "../engine/http/media-type.ts";
import type { Operation, Spec } from "../engine/index.ts";
import { withBody } from "./content.ts";
import type { Behaviour, Incoming, Outgoing, SpecFault } from "./fault.ts";

/** Media types, methods and sizes of requests. */
export function requestEnvelopeFaults(spec: Spec, operation: Operation): SpecFault[] {
  return [...ofBody(operation), ...ofMethod(spec, operation)];
}

function ofBody(operation: Operation): SpecFault[] {
  const { body } = operation;
  const [first] = body?.content ?? [];
  if (!body || !first) return [];
  const types = body.content.map(({ type }) => type);
  const relabelled = (to: string, isMeant: (essence: string) => boolean) => (request: Incoming) => {
    const contentType = request.headers.get("content-type");
    if (contentType === null || request.body === undefined || !isMeant(essenceOf(contentType)))
      return undefined;
    return withBody(request, to, request.body);
  };
  const isForeign = (essence: string) => !types.some((type) => covers(type, essence));
  return [
    faultOf(operation, "any media type", "taken", `reads a body of any media type as ${first.type}`, {
      asks: relabelled(first.type, isForeign),
    }),
    ...types.map((type) =>
      faultOf(operation, type, "refused", `refuses a body of ${type}, which is documented`, {
        asks: relabelled("application/x-conformance", (essence) => essence === type),
      }),
    ),
    ...(body.required
      ? [faultOf(operation, "no body", "taken", "takes a request without a body", lenient(isBare))]
      : []),
    faultOf(operation, "a large body", "taken", "takes a body of any size", lenient(isTooLarge)),
  ];
}

const isBare = ({ body }: Incoming, { status }: Outgoing) => status >= 400 && (body?.length ?? 0) === 0;
const isTooLarge = (_request: Incoming, { status }: Outgoing) => status === 413;

/** Where the server refuses for this reason, the body of its last success is sent in place of the one that came. */
function lenient(isMeant: (request: Incoming, answer: Outgoing) => boolean): Behaviour {
  let good: Incoming | undefined;
  return {
    sees: (request, answer) => {
      if (answer.status < 400 && request.body !== undefined) good = request;
    },
    tells: (answer, request, ask) => {
      if (!good?.body || !isMeant(request, answer)) return undefined;
      const headers = new Headers(request.headers);
      const authorization = good.headers.get("authorization");
      if (authorization !== null && !headers.has("authorization"))
        headers.set("authorization", authorization);
      return ask(withBody({ ...request, headers }, good.headers.get("content-type") ?? "", good.body));
    },
  };
}

function ofMethod({ operations }: Spec, operation: Operation): SpecFault[] {
  const documented = operations.filter(({ path }) => path === operation.path).map(({ method }) => method);
  // One for each path.
  if (documented[0] !== operation.method) return [];
  const foreign = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) => !documented.includes(method));
  return foreign.map((method) => {
    const asks = (request: Incoming) => {
      if (request.path !== operation.path || request.method !== method) return undefined;
      return { ...request, method: operation.method };
    };
    const says = `is carried out when its path is asked with ${method}`;
    return faultOf(operation, method, "taken", says, { asks }, true);
  });
}

function faultOf(
  operation: Operation,
  subject: string,
  kind: string,
  says: string,
  { asks, tells, sees }: Behaviour,
  isOfPath = false,
): SpecFault {
  const isHere = (request: Incoming) => isOfPath || request.operation === operation;
  return {
    name: `${operation.id} ${subject}: ${kind}`,
    family: "request envelope",
    kind,
    operationId: operation.id,
    says: `${operation.id} ${says}.`,
    pointer: operation.pointer,
    isCertain: true,
    start: () => ({
      ...(asks && { asks: (request) => (isHere(request) ? asks(request) : undefined) }),
      ...(tells && {
        tells: (answer, request, ask) => (isHere(request) ? tells(answer, request, ask) : undefined),
      }),
      ...(sees && { sees: (request, answer) => (isHere(request) ? sees(request, answer) : undefined) }),
    }),
  };
}
