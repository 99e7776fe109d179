import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createLog } from "../../src/log.ts";
import { startPruner } from "../../src/pruning/pruner.ts";
import { insertCode } from "../db/statements.ts";
import { describeDatabases, testDatabases } from "../support/databases.ts";
import { startHost } from "../support/host.ts";
import { codeRow } from "../support/rows.ts";
import { startServer } from "../support/server.ts";
import { catchUp, DAY, sizes } from "./pruning.ts";

function logged() {
  const lines: { msg: string; removed?: unknown }[] = [];
  return {
    lines,
    log: createLog({ logLevel: "info" }, { write: (line: string) => lines.push(JSON.parse(line)) }),
  };
}

const PATIENT = { timeout: 10_000 };

describeDatabases("while it runs a server", (open) => {
  it("prunes once in each interval, whichever server on the database asks first", async () => {
    const { db, config, clock, register } = await startHost(open);
    catchUp(clock);
    await register();
    clock.advance(40 * DAY);
    const { lines, log } = logged();
    // It asks every 20 ms or sooner, but the clock stands still, and with it the interval.
    const pruners = [1, 2, 3].map(() =>
      startPruner({ db, clock, log, config: { ...config, pruneSeconds: 0.02, pruneBatch: 10 } }),
    );
    await expect.poll(() => lines.length, PATIENT).toBe(1);
    await sleep(200);
    expect(lines).toEqual([expect.objectContaining({ msg: "pruned", removed: { sessions: 1 } })]);
    clock.advance(20);
    await expect.poll(() => lines.length, PATIENT).toBe(2);
    await Promise.all(pruners.map((pruner) => pruner.stop()));
  });

  it("goes on after a failure, and says that there was one", async () => {
    const { db, config, clock } = await startHost(open);
    const { lines, log } = logged();
    let failures = 2;
    const failing: typeof db = {
      ...db,
      async read(statement, parameters) {
        if (failures-- > 0) throw new Error("no");
        return db.read(statement, parameters);
      },
    };
    const ticking = { now: () => Math.trunc(clock.now() + performance.now()) };
    const pruner = startPruner({
      ...{ db: failing, clock: ticking, log },
      config: { ...config, pruneSeconds: 0.01, pruneBatch: 10 },
    });
    await expect.poll(() => lines.map(({ msg }) => msg), PATIENT).toContain("pruned");
    await pruner.stop();
    expect(lines.filter(({ msg }) => msg.startsWith("pruning failed"))).toHaveLength(2);
  });

  it("does none of it when the interval is 0", async () => {
    const { db, config, clock } = await startHost(open);
    const { lines, log } = logged();
    const pruner = startPruner({ db, clock, log, config: { ...config, pruneSeconds: 0 } });
    await sleep(50);
    await pruner.stop();
    expect([lines, await sizes(db)]).toEqual([[], {}]);
  });
});

describe("a started server", () => {
  const open = testDatabases("sqlite");

  it("prunes, and stops at once when it is told to in the middle of it", async () => {
    const url = await open.newUrl();
    const db = await open({ url });
    await db.atomically(function* (tx) {
      for (let code = 0; code < 2000; code++) yield* tx.run(insertCode, codeRow({ id: `0000000000${code}` }));
    });
    const server = await startServer({ DATABASE_URL: url, PRUNE_INTERVAL: "1", PRUNE_BATCH: "1" });
    await expect.poll(async () => (await sizes(db)).authorizationCodes, PATIENT).toBeLessThan(1990);
    expect(await server.stop()).toBe(0);
    expect((await sizes(db)).authorizationCodes).toBeGreaterThan(0);
  });
});
