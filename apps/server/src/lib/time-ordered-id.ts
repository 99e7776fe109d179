import { randomInt } from "node:crypto";
import { base62Number } from "./base62.ts";

const TIME_WIDTH = 8; // milliseconds since 1970, enough until the year 8888
const COUNTER_WIDTH = 2;
const NODE_WIDTH = 4;
const COUNTERS = 62 ** COUNTER_WIDTH;

export const ID_WIDTH = TIME_WIDTH + COUNTER_WIDTH + NODE_WIDTH;

/**
 * Makes ids whose text sorts in the order of making, so that inserts touch the last page of an index only.
 * The counter orders ids within a millisecond; the random node part keeps processes apart, also after a restart
 * with the clock set back.
 */
export function createIds(node: number = randomInt(62 ** NODE_WIDTH)): (now: number) => string {
  const suffix = base62Number(node, NODE_WIDTH);
  let time = -1;
  let timeText = "";
  let counter = 0;
  return (now) => {
    const exhausted = ++counter === COUNTERS;
    if (now > time || exhausted) {
      time = now > time ? now : time + 1;
      timeText = base62Number(time, TIME_WIDTH);
      counter = 0;
    }
    return timeText + base62Number(counter, COUNTER_WIDTH) + suffix;
  };
}

/** The ids of this process. */
export const nextId = createIds();

/** Sorts after every id that was made before this time, and before every other. */
export function firstIdAt(time: number): string {
  return base62Number(Math.max(0, time), TIME_WIDTH);
}
