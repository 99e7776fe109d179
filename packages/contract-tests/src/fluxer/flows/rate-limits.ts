import {
  type Authorization,
  type Call,
  type Case,
  NotTested,
  type Operation,
  type RequestParts,
  type Spec,
} from "../../engine/index.ts";
import { asObject } from "../../engine/json.ts";
import { exampleRequest } from "../../engine/plan/sample.ts";
import { isForClients } from "../policy.ts";
import { basic, bearer, bot, session } from "../world/credentials.ts";
import type { World } from "../world/world.ts";

/** More would take too long for what it shows. */
const MOST_REQUESTS = 500;

/**
 * Provokes the limit of every operation, with requests that change nothing: the stranger owns nothing, and bodies are ones
 * that are refused after the limit has counted them.
 */
export function rateLimitCases(spec: Spec, world: World): Case[] {
  return spec.operations.flatMap((operation) => {
    const { limit } = asObject(operation.extensions["x-rate-limit"]);
    return typeof limit === "number" ? [limitCase(spec, world, operation, limit)] : [];
  });
}

function limitCase(spec: Spec, world: World, operation: Operation, limit: number): Case {
  return {
    operation,
    name: `rate limit of ${limit} requests`,
    expects: [429],
    run: async (call) => {
      if (world.config.rateLimits !== true)
        throw new NotTested("needs a server with rate limits, and rateLimits in the config");
      if (limit > MOST_REQUESTS) throw new NotTested(`would take more than ${MOST_REQUESTS} requests`);
      await provoke(
        call,
        operation,
        limit,
        harmless(spec, operation),
        await harmlessCaller(world, call, operation),
      );
    },
  };
}

async function provoke(
  call: Call,
  operation: Operation,
  limit: number,
  parts: RequestParts,
  by: Authorization,
) {
  // Earlier requests may have used some of it.
  const anything = { status: [...operation.responses.map(({ status }) => Number(status))] };
  for (let sent = 0; sent <= limit; sent++) {
    const { response } = await call(operation, parts, { by, expect: anything });
    if (response.status === 429) return;
  }
  if (usesUpItsSession(operation)) throw new NotTested("each success would need a session of its own");
  call.report(`${limit + 1} requests in a row were not limited`);
}

/** Well-formed, so that it is counted, and not valid, so that it changes nothing. */
function harmless(spec: Spec, operation: Operation): RequestParts {
  const { body: _, ...parts } = exampleRequest(spec, operation);
  return operation.body ? { ...parts, body: {} } : parts;
}

function usesUpItsSession({ id }: Operation): boolean {
  return id === "logout";
}

async function harmlessCaller(world: World, call: Call, operation: Operation): Promise<Authorization> {
  const foreign = () => world.application(call, "foreign");
  // Failures may count too, by address.
  if (usesUpItsSession(operation)) return session(`flx_${world.random.word(36)}`);
  if (isForClients(operation)) return basic(await foreign());
  const takes = (scheme: string) => operation.security.some((alternative) => scheme in alternative);
  if (takes("session")) return session((await world.account(call, "stranger")).session);
  if (takes("botToken")) return bot((await foreign()).botToken);
  if (takes("accessToken")) return bearer(await world.accessToken(call, ["identify"]));
  return {};
}
