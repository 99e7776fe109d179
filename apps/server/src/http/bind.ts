import type { OperationId } from "@fluxer-oauth2/contract";
import type { Context as HonoContext } from "hono";
import { nextId } from "../lib/time-ordered-id.ts";
import type { Logger } from "../log.ts";
import type { createAddresses } from "./address.ts";
import { type Admitted, createAdmission, type Gate } from "./admission.ts";
import { RequestContext } from "./context.ts";
import { createFailure, type ErrorPage, type Family } from "./failure.ts";
import type { Handler, Request } from "./operation.ts";
import { type Fields, parseFields, parseTolerantly } from "./parse.ts";
import type { Plan } from "./plan.ts";
import { createReply } from "./reply.ts";
import { respond } from "./respond.ts";
import { validate } from "./validate.ts";

export type BindDependencies = Gate & {
  readonly log: Logger;
  readonly addressOf: ReturnType<typeof createAddresses>;
  readonly errorPage: ErrorPage;
};

/** What the Node adapter adds to a request; nothing in a test that calls fetch. */
export type NodeEnv = { Bindings: { incoming?: { socket: { remoteAddress?: string } } } };

/** A request's whole way: admitted, validated, handled, answered. What does not change is worked out here, at start. */
export function bind<Id extends OperationId>(
  plan: Plan,
  handler: Handler<Id>,
  dependencies: BindDependencies,
) {
  const admit = createAdmission(plan, dependencies);
  const fail = createFailure(plan.family, plan.id, dependencies.errorPage);
  const reply = createReply<Id>((status) => plan.contentTypes.get(status) === "application/json");

  return async (c: HonoContext<NodeEnv>): Promise<Response> => {
    const context = createContext(c, dependencies);
    try {
      const request = validated(plan, c, await admit(c.req.raw, context));
      // The compiler cannot follow from an Id to its schemas; the types of Request were made from these very ones.
      const answer = await handler({ ...request, context, reply } as unknown as Request<Id>);
      const { status, body, headers } = answer;
      const all = context.limitHeaders ? { ...context.limitHeaders, ...headers } : headers;
      return respond(status, body, plan.contentTypes.get(status), context.requestId, all);
    } catch (error) {
      return fail(error, context);
    }
  };
}

function validated(
  { params, query, bodies, isBodyRequired, family }: Plan,
  c: HonoContext,
  admitted: Admitted,
) {
  const { caller, media, body } = admitted;
  const schema = bodies.get(media ?? "") ?? bodies.values().next().value;
  const isAbsent = body === undefined && !isBodyRequired;
  const { fields, repeated } = query ? readQuery(c.req.url, family) : NO_QUERY;
  return {
    caller,
    repeated,
    params: params && validate(params, c.req.param(), family),
    query: query && validate(query, fields, family),
    body: schema && !isAbsent ? validate(schema, body, family) : undefined,
  };
}

const NO_QUERY = { fields: {}, repeated: [] };

// RFC 6749 4.1.2.1: the authorization endpoint tells the application, not the user, of a repeated parameter.
function readQuery(url: string, family: Family): { fields: Fields; repeated: readonly string[] } {
  const start = url.indexOf("?");
  const search = start < 0 ? "" : url.slice(start + 1);
  return family === "page" ? parseTolerantly(search) : { fields: parseFields(search), repeated: [] };
}

export function createContext(
  c: HonoContext<NodeEnv>,
  { clock, log, addressOf }: BindDependencies,
): RequestContext {
  const { headers } = c.req.raw;
  const findAddress = () => addressOf(c.env?.incoming?.socket.remoteAddress, headers.get("x-forwarded-for"));
  return new RequestContext(nextId(clock.now()), headers, findAddress, log);
}
