import { Snowflake } from "@sapphire/snowflake";

export const EPOCH = 1_420_070_400_000;
const SEQUENCES = 4096;
const SNOWFLAKE_DIGITS = 19;

/**
 * Ids that grow with time: (milliseconds since the epoch) << 22 | worker << 12 | sequence.
 * The library wraps its own sequence silently; here a full millisecond borrows the next one, and a clock that goes
 * back is waited out, so that no id is ever made twice. `worker` (0..1023) is asked for each id; it throws when this
 * process has none at the moment. `first` (0..4095) is where each millisecond begins.
 */
export function createSnowflakes(options: {
  epoch?: number;
  worker: () => number;
  first?: number;
  now: () => number;
}) {
  const { epoch = EPOCH, worker, first = 0, now } = options;
  const library = new Snowflake(epoch);
  let time = -1;
  let sequence = first;
  return {
    next(): string {
      const number = worker();
      if (!Number.isInteger(number) || number < 0 || number > 1023) throw new RangeError("worker is 0..1023");
      const current = now();
      if (current > time) [time, sequence] = [current, first];
      else if (++sequence === SEQUENCES) [time, sequence] = [time + 1, 0];
      return library
        .generate({
          timestamp: time,
          increment: BigInt(sequence),
          workerId: BigInt(number >> 5),
          processId: BigInt(number & 31),
        })
        .toString();
    },
  };
}

export type Snowflakes = ReturnType<typeof createSnowflakes>;

/** When this id was made, in milliseconds since the Unix epoch. */
export function snowflakeTime(id: string, epoch: number = EPOCH): number {
  return Number(BigInt(id) >> 22n) + epoch;
}

/** The least id of this millisecond, as wide as the widest, so that it sorts among them as text. */
export function firstSnowflakeAt(time: number, epoch: number = EPOCH): string {
  return (BigInt(Math.max(0, time - epoch)) << 22n).toString().padStart(SNOWFLAKE_DIGITS, "0");
}
