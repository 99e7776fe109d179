/** `x-rate-limit` of an operation; operations of one bucket share one count. */
export type Limit = { readonly limit: number; readonly window: number; readonly bucket: string };

export type Usage = {
  readonly isAllowed: boolean;
  readonly remaining: number;
  readonly resetMilliseconds: number;
};

/** Counts requests. */
export interface LimitStore {
  consume(limit: Limit, key: string): Promise<Usage>;
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
