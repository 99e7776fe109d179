import type { LimitStore } from "../http/limits.ts";
import type { Clock } from "../lib/clock.ts";

const SWEEP_EVERY = 60_000;

/** What is used up is remembered here until its window ends, so that a flood costs the store nothing. */
export function rememberUsedUp(store: LimitStore, clock: Clock): LimitStore {
  const usedUp = new Map<string, number>();
  let sweptAt = clock.now();

  function sweep(now: number): void {
    if (now - sweptAt < SWEEP_EVERY) return;
    sweptAt = now;
    for (const [key, resetsAt] of usedUp) if (resetsAt <= now) usedUp.delete(key);
  }

  return {
    async consume(limit, whose) {
      const [key, now] = [`${limit.bucket} ${whose}`, clock.now()];
      sweep(now);
      const until = usedUp.get(key) ?? 0;
      if (until > now) return { isAllowed: false, remaining: 0, resetMilliseconds: until - now };
      const usage = await store.consume(limit, whose);
      if (!usage.isAllowed) usedUp.set(key, now + usage.resetMilliseconds);
      return usage;
    },
  };
}
