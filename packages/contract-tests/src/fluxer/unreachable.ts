import type { FluxerConfig } from "./config.ts";

const REASONS: Readonly<Record<string, string>> = {
  "408": "needs a request that arrives more slowly than fetch can send one",
  "500": "needs a fault inside the server",
  "503": "needs a database that is away",
};

/** Why no request could have had this answer; undefined when one should have. */
export function unreachable(config: FluxerConfig, status: string): string | undefined {
  if (status === "429" && config.rateLimits !== true)
    return "needs a server with rate limits, and rateLimits in the config";
  return REASONS[status];
}
