import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** `x-rate-limit` of an operation; operations of one bucket share one count. */
export type Limit = { readonly limit: number; readonly window: number; readonly bucket: string };

export type Usage = {
  readonly isAllowed: boolean;
  readonly remaining: number;
  readonly resetMilliseconds: number;
};

/** Counts requests; the one in memory serves a single node. */
export interface LimitStore {
  consume(limit: Limit, key: string): Promise<Usage>;
}

export function createMemoryLimits(): LimitStore {
  const limiters = new Map<string, RateLimiterMemory>();
  const limiterOf = ({ bucket, limit, window }: Limit) => {
    const known = limiters.get(bucket);
    if (known) return known;
    const limiter = new RateLimiterMemory({ points: limit, duration: window });
    limiters.set(bucket, limiter);
    return limiter;
  };
  return { consume: (limit, key) => limiterOf(limit).consume(key).then(allowed, refused) };
}

function allowed(result: RateLimiterRes): Usage {
  return { isAllowed: true, remaining: result.remainingPoints, resetMilliseconds: result.msBeforeNext };
}

function refused(result: unknown): Usage {
  if (!(result instanceof RateLimiterRes)) throw result;
  return { isAllowed: false, remaining: 0, resetMilliseconds: result.msBeforeNext };
}

/** Too many requests. Its headers and members are one answer for both error families. */
export class RateLimitError extends Error {
  override readonly name = "RateLimitError";
  readonly status = 429;
  readonly headers: Record<string, string>;
  readonly retryAfter: number;

  constructor(limit: Limit, usage: Usage, now: number) {
    super(`limit ${limit.bucket} exceeded`);
    this.retryAfter = usage.resetMilliseconds / 1000;
    this.headers = {
      "retry-after": String(Math.ceil(this.retryAfter)),
      "x-ratelimit-limit": String(limit.limit),
      "x-ratelimit-remaining": String(usage.remaining),
      "x-ratelimit-reset": String((now + usage.resetMilliseconds) / 1000),
      "x-ratelimit-reset-after": String(this.retryAfter),
      "x-ratelimit-bucket": limit.bucket,
    };
  }
}

/** The fields of draft-ietf-httpapi-ratelimit-headers-11. */
export function limitHeaders({ bucket, limit, window }: Limit, usage: Usage): Record<string, string> {
  return {
    ratelimit: `"${bucket}";r=${usage.remaining};t=${Math.ceil(usage.resetMilliseconds / 1000)}`,
    "ratelimit-policy": `"${bucket}";q=${limit};w=${window}`,
  };
}
