import { describe, expect, it, onTestFinished, vi } from "vitest";
import { StorageError } from "../../src/db/errors.ts";
import { statement } from "../../src/db/statement.ts";
import { createLog } from "../../src/log.ts";
import { leaseWorker, OPERATOR_WORKER } from "../../src/workers/lease.ts";
import { describeDatabases, type TestDatabases } from "../support/databases.ts";
import { dump } from "../support/tables.ts";

const MINUTE = 60_000;
const log = createLog({ logLevel: "silent" });

const FREE = 7;

// One statement, because a thousand take their time.
const holdOthers = statement<{ expiresAt: number }>()("test_hold_others", (q, t, p) =>
  q.insert(t.workerLeases).values(
    Array.from({ length: OPERATOR_WORKER }, (_, worker) => worker)
      .filter((worker) => worker !== FREE)
      .map((worker) => ({ worker, holder: "another", expiresAt: p.expiresAt })),
  ),
);

async function setup(open: TestDatabases) {
  const db = await open();
  let time = Date.now();
  const clock = { now: () => time };
  const lease = () => leaseWorker({ db, clock, log });
  const advance = (milliseconds: number) => {
    time += milliseconds;
  };
  /** Somebody holds all numbers but one, for an hour. */
  const holdAllButOne = () => db.write(holdOthers, { expiresAt: time + 60 * MINUTE });
  return { db, clock, lease, advance, holdAllButOne };
}

describeDatabases("a worker number", (open) => {
  it("is one that no other process has, however many ask at once, and never the operator's", async () => {
    const { lease } = await setup(open);
    const numbers = (await Promise.all(Array.from({ length: 30 }, lease))).map(({ worker }) => worker());
    expect(new Set(numbers).size).toBe(30);
    expect(numbers.every((number) => number >= 0 && number < OPERATOR_WORKER)).toBe(true);
  });

  it("is given once of many who ask for the last, and the others are told what to do", async () => {
    const { lease, holdAllButOne } = await setup(open);
    await holdAllButOne();
    const asked = await Promise.allSettled(Array.from({ length: 5 }, lease));
    expect(asked.flatMap((each) => (each.status === "fulfilled" ? [each.value.worker()] : []))).toEqual([
      FREE,
    ]);
    const [refused] = asked.flatMap((each) => (each.status === "rejected" ? [String(each.reason)] : []));
    expect(refused).toMatch(/all 1023 worker numbers of this database are taken: stop a server/);
  });

  it("is free again a minute after its process gave it back, and eleven minutes after it was killed", async () => {
    const { lease, advance, holdAllButOne } = await setup(open);
    await holdAllButOne();
    const first = await lease();
    await first.release();
    await expect(lease()).rejects.toThrow("are taken");
    advance(MINUTE);
    expect((await lease()).worker()).toBe(FREE);
    await expect(lease()).rejects.toThrow("are taken");
    advance(11 * MINUTE - 1);
    await expect(lease()).rejects.toThrow("are taken");
    advance(1);
    await expect(lease()).resolves.toBeDefined();
  });
});

describe("a lease", () => {
  const later = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
  const fake = () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
    onTestFinished(() => void vi.useRealTimers());
  };

  describeDatabases("in time", (open) => {
    it("is renewed as long as the process lives", async () => {
      const db = await open();
      fake();
      const lease = await leaseWorker({ db, clock: { now: Date.now }, log });
      const number = lease.worker();
      for (let minute = 0; minute < 20; minute++) {
        await later(MINUTE);
        await vi.waitFor(async () => {
          const [row] = (await dump(db)).get("workerLeases") ?? [];
          expect(Number(row?.expiresAt) - Date.now()).toBeGreaterThan(9 * MINUTE);
        });
      }
      expect(lease.worker()).toBe(number);
      await lease.release();
    });

    it("that cannot be renewed makes no identifiers any more before anybody else may take its number", async () => {
      const url = await open.newUrl();
      const db = await open({ url });
      fake();
      const lease = await leaseWorker({ db, clock: { now: Date.now }, log });
      const away = vi.spyOn(db, "write").mockRejectedValue(new StorageError("away"));
      await later(8 * MINUTE);
      const number = lease.worker();
      await later(MINUTE + 1);
      expect(() => lease.worker()).toThrow(StorageError);
      const other = await leaseWorker({ db: await open({ url }), clock: { now: Date.now }, log });
      expect(other.worker()).not.toBe(number);
      away.mockRestore();
      await later(1000);
      await vi.waitFor(() => expect(lease.worker()).toBeTypeOf("number"));
      await Promise.all([lease.release(), other.release()]);
    });
  });
});
