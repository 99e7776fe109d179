import type { Limit, LimitStore, Usage } from "../http/limits.ts";

/** Both are small integers, for which V8 keeps nothing besides the object. */
type Window = { used: number; endsAt: number };

/** How often the windows that are over are let go in buckets that nobody asks any more. */
const SWEEP_EVERY = 10_000;

/**
 * Counts where one server runs alone. It keeps a record for each caller and bucket, and no timer: at some thousand callers a
 * second those would be most of what the server has in memory. Time is that of no clock that somebody can set.
 */
export function createMemoryLimits(): LimitStore {
  const buckets = new Map<string, Windows>();
  let sweptAt = 0;

  function windowsOf({ bucket, window }: Limit, now: number): Windows {
    const known = buckets.get(bucket);
    if (known) return known;
    const windows = createWindows(window * 1000, now);
    buckets.set(bucket, windows);
    return windows;
  }

  function sweep(now: number): void {
    if (now - sweptAt < SWEEP_EVERY) return;
    sweptAt = now;
    for (const windows of buckets.values()) windows.letGo(now);
  }

  return {
    async consume(limit, whose) {
      const now = Math.floor(performance.now());
      sweep(now);
      const window = windowsOf(limit, now).open(whose, now);
      window.used++;
      return usageOf(limit, window, now);
    },
  };
}

function usageOf({ limit }: Limit, { used, endsAt }: Window, now: number): Usage {
  return {
    isAllowed: used <= limit,
    remaining: Math.max(0, limit - used),
    resetMilliseconds: endsAt - now,
  };
}

interface Windows {
  /** The caller's window that is open, or a new one. */
  open(whose: string, now: number): Window;
  letGo(now: number): void;
}

/**
 * Windows are let go many at once, a length after the last of them could begin. None is open then, and nothing has to be
 * looked for.
 */
function createWindows(length: number, since: number): Windows {
  let young = new Map<string, Window>();
  let old = new Map<string, Window>();

  function letGo(now: number): void {
    const age = now - since;
    if (age < length) return;
    old = age < 2 * length ? young : new Map();
    young = new Map();
    since = now;
  }

  return {
    letGo,
    open(whose, now) {
      letGo(now);
      const known = young.get(whose) ?? old.get(whose);
      if (known !== undefined && known.endsAt > now) return known;
      const begun = { used: 0, endsAt: now + length };
      young.set(whose, begun);
      return begun;
    },
  };
}
