import { createDeadline } from "../http/deadline.ts";
import type { LimitStore, Usage } from "../http/limits.ts";
import type { Logger } from "../log.ts";

/** Limits that are counted on another machine, which may be away. */
export interface RemoteLimits extends LimitStore {
  isReady(): boolean;
  /** Gives up the connection, which may never answer again, and makes another. */
  reconnect(): void;
  close(): void;
}

export interface InsuredLimits extends LimitStore {
  isDegraded(): boolean;
}

/** How long a request waits for its count. */
const PATIENCE_MS = 250;
/** How long nothing is asked of a server that did not answer in time, so that not every request waits. */
const PAUSE_MS = 1000;

/**
 * While the remote server is away each process counts alone: with n processes a caller may then do n times as much, and
 * never without limit. Both changes are told once.
 */
export function insure(remote: RemoteLimits, local: LimitStore, log: Logger): InsuredLimits {
  const startDeadline = createDeadline(PATIENCE_MS);
  let isAway = false;
  let pausedUntil = 0;

  function inTime(asked: Promise<Usage>): Promise<Usage> {
    return new Promise((resolve, reject) => {
      // After one more look at what has arrived: it may be this process that was late.
      const expire = () => setImmediate(reject, new Error(`no answer in ${PATIENCE_MS} ms`));
      const stop = startDeadline(expire);
      asked.then(resolve, reject).finally(stop);
    });
  }

  function away(err: unknown): void {
    if (!isAway) log.warn({ err }, "the server of RATE_LIMIT_URL is away: this process counts alone");
    isAway = true;
  }

  function back(): void {
    if (isAway) log.info("the server of RATE_LIMIT_URL is back: limits are shared again");
    isAway = false;
  }

  async function ask(...asked: Parameters<LimitStore["consume"]>): Promise<Usage | undefined> {
    const begun = performance.now();
    if (!remote.isReady()) away(new Error("not connected"));
    if (!remote.isReady() || begun < pausedUntil) return undefined;
    try {
      const usage = await inTime(remote.consume(...asked));
      back();
      return usage;
    } catch (err) {
      away(err);
      // Of all that waited, the first to give up decides for those that come.
      if (begun >= pausedUntil) {
        pausedUntil = performance.now() + PAUSE_MS;
        remote.reconnect();
      }
      return undefined;
    }
  }

  return {
    consume: async (limit, key) => (await ask(limit, key)) ?? local.consume(limit, key),
    isDegraded: () => isAway || !remote.isReady(),
  };
}
