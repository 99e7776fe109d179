import { setTimeout as sleep } from "node:timers/promises";
import { isConflict } from "../errors.ts";

const ATTEMPTS = 10;
const BACKOFF_MS = 2;

/**
 * Does what another transaction got in the way of again, until it is done or has been tried ten times: some second of
 * waiting, two at most, each time about twice as long and never as long as the others'. Nothing of a conflict is ever
 * committed, also when COMMIT tells of it, so that doing it again does nothing twice.
 */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await work();
    } catch (error) {
      if (attempts === ATTEMPTS || !isConflict(error)) throw error;
    }
    await sleep(Math.random() * BACKOFF_MS * 2 ** attempts);
  }
}
