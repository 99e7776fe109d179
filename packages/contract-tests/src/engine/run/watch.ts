import { exchange, type Fetch, Unreachable } from "../http/transport.ts";

const PATIENCE = 3;

/**
 * Tells a server that is gone from one that closes the connection on some requests: after a few cases without an answer it
 * is asked for its front page, where any answer will do. Gives the reason to stop.
 */
export function createWatch(
  fetch: Fetch,
  baseUrl: string,
): (isSilent: boolean) => Promise<string | undefined> {
  let silent = 0;
  return async (isSilent) => {
    silent = isSilent ? silent + 1 : 0;
    if (silent < PATIENCE) return undefined;
    silent = 0;
    try {
      await exchange(fetch, { method: "GET", url: baseUrl, headers: new Headers(), body: undefined });
      return undefined;
    } catch (error) {
      if (error instanceof Unreachable) return `the server no longer answers (${error.message})`;
      throw error;
    }
  };
}
