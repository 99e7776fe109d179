import { Snowflake } from "@sapphire/snowflake";

export const EPOCH = 1_420_070_400_000;
const SEQUENCES = 4096;

/**
 * Ids that grow with time: (milliseconds since the epoch) << 22 | worker << 12 | sequence.
 * The library wraps its own sequence silently; here a full millisecond borrows the next one, and a clock that goes
 * back is waited out, so that no id is ever made twice.
 */
export function createSnowflakes(options: { epoch?: number; worker: number; now: () => number }) {
  const { epoch = EPOCH, worker, now } = options;
  if (!Number.isInteger(worker) || worker < 0 || worker > 1023) throw new RangeError("worker is 0..1023");
  const library = new Snowflake(epoch);
  const workerId = BigInt(worker >> 5);
  const processId = BigInt(worker & 31);
  let time = -1;
  let sequence = 0;
  return {
    next(): string {
      const current = now();
      if (current > time) [time, sequence] = [current, 0];
      else if (++sequence === SEQUENCES) [time, sequence] = [time + 1, 0];
      return library
        .generate({ timestamp: time, increment: BigInt(sequence), workerId, processId })
        .toString();
    },
  };
}

export type Snowflakes = ReturnType<typeof createSnowflakes>;

/** When this id was made, in milliseconds since the Unix epoch. */
export function snowflakeTime(id: string, epoch: number = EPOCH): number {
  return Number(BigInt(id) >> 22n) + epoch;
}
