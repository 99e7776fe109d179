type Waiting = { readonly until: number; readonly expire: () => void };

/**
 * One timer for everything that waits, looking around a few times within the period. A timer for each would cost more
 * than all else that is done to read a small body.
 */
export function createDeadline(milliseconds: number) {
  const waiting = new Set<Waiting>();
  let timer: NodeJS.Timeout | undefined;

  function sweep(): void {
    const now = performance.now();
    // In the order of their beginning, which is the order of their end.
    for (const each of waiting) {
      if (each.until > now) break;
      waiting.delete(each);
      each.expire();
    }
    if (waiting.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  }

  /** Calls `expire` when the period is over, unless the returned function was called before. */
  return (expire: () => void): (() => void) => {
    const entry = { until: performance.now() + milliseconds, expire };
    waiting.add(entry);
    timer ??= setInterval(sweep, milliseconds / 4).unref();
    return () => waiting.delete(entry);
  };
}
