/** Milliseconds since the Unix epoch; a parameter everywhere, so that a test can move time. */
export type Clock = { now(): number };

export const systemClock: Clock = { now: Date.now };
