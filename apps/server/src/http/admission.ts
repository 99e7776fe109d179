import type { Clock } from "../lib/clock.ts";
import { identify, permit } from "./auth.ts";
import { checkLength, createReadContent, mediaOf } from "./body.ts";
import type { AnyCaller, Authenticators } from "./caller.ts";
import { authenticateClient } from "./client-authentication.ts";
import type { RequestContext } from "./context.ts";
import { countAddress, countCaller, createCount } from "./counting.ts";
import { ApiError } from "./errors.ts";
import type { LimitStore } from "./limits.ts";
import { isFields, parseBody, withoutEmpty } from "./parse.ts";
import type { Plan } from "./plan.ts";

export type Gate = {
  readonly authenticators: Authenticators;
  /** Undefined when limits are switched off. */
  readonly limits: LimitStore | undefined;
  readonly clock: Clock;
};

export type Admitted = {
  readonly caller: AnyCaller | undefined;
  readonly media: string | undefined;
  /** Parsed, not yet validated. */
  readonly body: unknown;
};

type Admit = (request: Request, context: RequestContext) => Promise<Admitted>;

/** Decides who is calling and whether the request may go on, in the order that costs a stranger's request least. */
export function createAdmission(plan: Plan, gate: Gate): Admit {
  const reader = createBodyReader(plan);
  return plan.isForClients ? admitClient(plan, gate, reader) : admitCaller(plan, gate, reader);
}

/** The credentials may be in the body, so that is read first. */
function admitClient(
  plan: Plan,
  { authenticators, limits, clock }: Gate,
  { examine, read }: BodyReader,
): Admit {
  const count = createCount(plan.limit, limits, clock);
  return async (request, context) => {
    const media = examine(request);
    const body = await read(request, media);
    // RFC 6749 3.2: parameters sent without a value MUST be treated as if they were omitted from the request.
    const fields = isFields(body) ? withoutEmpty(body) : {};
    const authentication = authenticateClient(authenticators, context.headers.get("authorization"), fields);
    return { caller: await countCaller(count, context, authentication), media, body: fields };
  };
}

/** The credentials are in a header, so the body of a stranger is never read. */
function admitCaller(
  plan: Plan,
  { authenticators, limits, clock }: Gate,
  { examine, read }: BodyReader,
): Admit {
  const count = createCount(plan.limit, limits, clock);
  const { requirement } = plan;
  return async (request, context) => {
    const media = examine(request);
    if (requirement === undefined) {
      await countAddress(count, context);
      return { caller: undefined, media, body: await read(request, media) };
    }
    const authentication = identify(authenticators, context.headers.get("authorization"), requirement);
    const caller = await countCaller(count, context, authentication);
    permit(requirement, caller);
    return { caller, media, body: await read(request, media) };
  };
}

type BodyReader = {
  /** Looks at the headers only: the media type, or an error for what would not be read. */
  readonly examine: (request: Request) => string | undefined;
  readonly read: (request: Request, media: string | undefined) => Promise<unknown>;
};

const NO_BODY: BodyReader = { examine: () => undefined, read: async () => undefined };

function createBodyReader({ bodies, bodyLimits }: Plan): BodyReader {
  if (bodies.size === 0) return NO_BODY;
  const accepted = new Set(bodies.keys());
  const readContent = createReadContent(bodyLimits);
  return {
    examine({ headers }) {
      checkLength(headers, bodyLimits);
      return mediaOf(headers, accepted);
    },
    async read(request, media) {
      const content = await readContent(
        request,
        media === "application/x-www-form-urlencoded" ? "text" : "bytes",
      );
      if (content.length === 0) return undefined;
      if (media === undefined) throw new ApiError("UNSUPPORTED_MEDIA_TYPE", { reason: "no content type" });
      return parseBody(media, request.headers.get("content-type") ?? media, content);
    },
  };
}
