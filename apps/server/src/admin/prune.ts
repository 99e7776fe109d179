import { setTimeout as sleep } from "node:timers/promises";
import { prune, type Removed } from "../pruning/prune.ts";
import { readOptions } from "./arguments.ts";
import { type Command, UsageError } from "./command.ts";
import { quoted, record } from "./text.ts";

const MAX_BATCH = 10_000;
const TELL_EVERY_MS = 5000;

export const pruneNow: Command = {
  name: "prune",
  takes: "[options]",
  summary: "remove what has expired and can make no difference any more",
  details: `  --batch N  how many rows are looked at in one transaction, 1 to ${MAX_BATCH} (PRUNE_BATCH)

A running server does this by itself, see PRUNE_INTERVAL. Lifetimes are read from the environment, so it must be the
server's. Stopped half-way it leaves the rest to the next time.`,

  parse(args) {
    const { batch } = readOptions(args, { batch: { type: "string" } });
    const size = batch === undefined ? undefined : readBatch(batch);
    return async ({ db, clock, config, print, remark }) => {
      let toldAt = performance.now();
      // As long as the batch took, so that a server at work has every other turn.
      const rest = async (milliseconds: number, removed: Removed) => {
        if (performance.now() - toldAt > TELL_EVERY_MS) {
          toldAt = performance.now();
          remark(`${total(removed)} rows so far\n`);
        }
        return sleep(milliseconds, true);
      };
      const removed = await prune({ db, config, now: clock.now(), batch: size ?? config.pruneBatch, rest });
      print(record(removed));
      remark(`Removed rows: ${total(removed)}.\n`);
    };
  },
};

function total(removed: Removed): number {
  return Object.values(removed).reduce((sum, count) => sum + count, 0);
}

function readBatch(text: string): number {
  const size = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0;
  if (size >= 1 && size <= MAX_BATCH) return size;
  throw new UsageError(`--batch must be a whole number from 1 to ${MAX_BATCH}, and not ${quoted(text)}.`);
}
