import { setTimeout as sleep } from "node:timers/promises";
import { isConflict } from "../errors.ts";

/** As long as a write waits on SQLite for another one. */
const PATIENCE_MS = 5000;
const BACKOFF_MS = 4;
const BACKOFF_MOST_MS = 400;

/**
 * Does what another transaction got in the way of again, until it is done or five seconds are over. The waits grow, so
 * that many who want the same row come to take turns, and are never as long as the others'. Nothing of a conflict is ever
 * committed, also when COMMIT tells of it, so that doing it again does nothing twice.
 */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isConflict(error) || performance.now() - begun > PATIENCE_MS) throw error;
    }
    await sleep(Math.random() * Math.min(BACKOFF_MOST_MS, BACKOFF_MS * 2 ** attempt));
  }
}
