import type { Clock } from "../lib/clock.ts";
import { addressKey } from "./address.ts";
import type { AnyCaller } from "./caller.ts";
import type { RequestContext } from "./context.ts";
import { ApiError, OAuthError } from "./errors.ts";
import { type Limit, type LimitStore, limitHeaders, RateLimitError } from "./limits.ts";

/** Counts one request for this key; throws when it is one too many. */
export type Count = (key: string, context: RequestContext) => Promise<void>;

export function createCount(limit: Limit | undefined, store: LimitStore | undefined, clock: Clock): Count {
  if (limit === undefined || store === undefined) return async () => {};
  return async (key, context) => {
    const usage = await store.consume(limit, key);
    context.limitHeaders = limitHeaders(limit, usage);
    if (!usage.isAllowed) throw new RateLimitError(limit, usage, clock.now());
  };
}

/**
 * Counts for the caller. A refused credential counts for its sender's address instead, so that a stranger can use up
 * no limit but their own.
 */
export async function countCaller<C extends AnyCaller>(
  count: Count,
  context: RequestContext,
  authentication: Promise<C>,
): Promise<C> {
  let caller: C;
  try {
    caller = await authentication;
  } catch (error) {
    if (error instanceof ApiError || error instanceof OAuthError) await countAddress(count, context);
    throw error;
  }
  await count(caller.kind === "client" ? `client:${caller.applicationId}` : `user:${caller.userId}`, context);
  return caller;
}

export function countAddress(count: Count, context: RequestContext): Promise<void> {
  return count(`address:${addressKey(context.address)}`, context);
}
