import { expect, it } from "vitest";
import type { Database, Transaction } from "../../src/db/database.ts";
import { StorageError } from "../../src/db/errors.ts";
import { describeDatabases } from "../support/databases.ts";
import { codeRow } from "../support/rows.ts";
import { countCodes, insertCode, insertCodeOnce, listCodes, spendCode } from "./statements.ts";

const insert = (db: Database, id: string) => db.atomically((tx) => tx.run(insertCode, codeRow({ id })));
const ids = async (db: Database) => (await db.read(listCodes, {})).map(({ id }) => id);

describeDatabases("a transaction", (open) => {
  it("lets exactly one of many racers win a conditional update", async () => {
    const db = await open();
    await insert(db, "code");
    const racers = Array.from({ length: 40 }, (_, index) =>
      db.atomically((tx) => tx.run(spendCode, { id: "code", now: 1 }), { interleaved: index % 2 === 0 }),
    );
    const winners = (await Promise.all(racers)).filter((rows) => rows.length > 0);
    expect(winners).toEqual([[{ spentAt: 1 }]]);
  });

  it("leaves nothing behind when it throws, and does not hurt the others in the same commit", async () => {
    const db = await open();
    const failing = db.atomically(function* (tx) {
      yield* tx.run(insertCode, codeRow({ id: "b" }));
      throw new Error("a rule said no");
    });
    const settled = await Promise.allSettled([insert(db, "a"), failing, insert(db, "c")]);
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    await expect(failing).rejects.toThrow("a rule said no");
    expect(await ids(db)).toEqual(["a", "c"]);
  });

  it("leaves nothing behind when it throws alone", async () => {
    const db = await open();
    const failing = db.atomically(function* (tx) {
      yield* tx.run(insertCode, codeRow({ id: "a" }));
      throw new Error("a rule said no");
    });
    await expect(failing).rejects.toThrow("a rule said no");
    expect(await ids(db)).toEqual([]);
  });

  it("sees what it wrote itself, and helpers that it calls run in it", async () => {
    const db = await open();
    function* insertAndCount(tx: Transaction, id: string) {
      yield* tx.run(insertCode, codeRow({ id }));
      const [row] = yield* tx.run(countCodes, {});
      return row?.count;
    }
    const counts = await db.atomically(function* (tx) {
      return [yield* insertAndCount(tx, "a"), yield* insertAndCount(tx, "b")];
    });
    expect(counts).toEqual([1, 2]);
  });

  it("ends at a statement that fails, which it cannot catch, and tells a mistake of ours from a storage failure", async () => {
    const db = await open();
    await insert(db, "a");
    let wentOn = false;
    const failing = db.atomically(function* (tx) {
      yield* tx.run(insertCode, codeRow({ id: "b" }));
      try {
        yield* tx.run(insertCode, codeRow({ id: "a" }));
      } catch {
        wentOn = true;
      }
    });
    const [error] = await Promise.all([failing.catch((thrown: unknown) => thrown), insert(db, "c")]);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(StorageError);
    expect(wentOn).toBe(false);
    expect(await ids(db)).toEqual(["a", "c"]);
  });

  it("does what is sent in its order and with the rest: seen by what follows, committed or undone", async () => {
    const db = await open();
    const sendBoth = (end: () => void) =>
      db.atomically(function* (tx) {
        yield* tx.send(insertCode, codeRow({ id: "a" }));
        yield* tx.send(spendCode, { id: "a", now: 7 });
        const again = yield* tx.run(spendCode, { id: "a", now: 8 });
        yield* tx.send(insertCode, codeRow({ id: "b" }));
        end();
        return again;
      });
    const refused = sendBoth(() => {
      throw new Error("a rule said no");
    });
    await expect(refused).rejects.toThrow("a rule said no");
    expect(await ids(db)).toEqual([]);
    expect(await sendBoth(() => {})).toEqual([]);
    expect(await ids(db)).toEqual(["a", "b"]);
  });

  it.each(["run", "send"] as const)(
    "ends at a statement that was sent and fails, before what the next `%s` gives is used",
    async (next) => {
      const db = await open();
      await insert(db, "a");
      let wentOn = false;
      const failing = db.atomically(function* (tx) {
        yield* tx.send(insertCode, codeRow({ id: "b" }));
        yield* tx.send(insertCode, codeRow({ id: "a" }));
        yield* tx[next](insertCode, codeRow({ id: "d" }));
        wentOn = next === "run";
      });
      const [error] = await Promise.all([failing.catch((thrown: unknown) => thrown), insert(db, "c")]);
      expect(error).toBeInstanceOf(Error);
      expect(error).not.toBeInstanceOf(StorageError);
      expect(wentOn).toBe(false);
      expect(await ids(db)).toEqual(["a", "c"]);
      await insert(db, "e");
    },
  );

  it("meets a duplicate without an error", async () => {
    const db = await open();
    const twice = ["a", "a"].map((id) => db.atomically((tx) => tx.run(insertCodeOnce, codeRow({ id }))));
    expect((await Promise.all(twice)).toSorted((one, other) => one.length - other.length)).toEqual([
      [],
      [{ id: "a" }],
    ]);
  });

  it("is answered only when another connection can see what it wrote", async () => {
    const url = await open.newUrl();
    const [db, other] = [await open({ url }), await open({ url })];
    const seen = ["a", "b", "c"].map(async (id) => {
      await insert(db, id);
      return (await ids(other)).includes(id);
    });
    expect(await Promise.all(seen)).toEqual([true, true, true]);
  });

  it("runs as if alone: a rule that counts before it inserts holds for many at once", async () => {
    const db = await open();
    const atMost3 = (id: string) =>
      db.atomically(function* (tx) {
        const [row] = yield* tx.run(countCodes, {});
        if (row === undefined || row.count >= 3) return false;
        yield* tx.run(insertCode, codeRow({ id }));
        return true;
      });
    const taken = await Promise.all(Array.from({ length: 12 }, (_, index) => atMost3(`code${index}`)));
    expect(taken.filter(Boolean)).toHaveLength(3);
    expect(await db.read(countCodes, {})).toEqual([{ count: 3 }]);
  });

  it("refuses a write outside of itself", async () => {
    const db = await open();
    await expect(db.read(spendCode, { id: "a", now: 1 })).rejects.toThrow("atomically");
  });
});

describeDatabases("closing", (open) => {
  it("finishes what was begun and takes nothing new", async () => {
    const url = await open.newUrl();
    const db = await open({ url, poolSize: 2 });
    const begun = Array.from({ length: 20 }, (_, index) => insert(db, `code${index}`));
    const read = db.read(countCodes, {});
    const closing = Promise.all([db.close(), db.close()]);
    await expect(insert(db, "late")).rejects.toBeInstanceOf(StorageError);
    await Promise.all([...begun, read, closing]);
    await expect(db.read(countCodes, {})).rejects.toBeInstanceOf(StorageError);
    await expect(db.ping()).rejects.toBeInstanceOf(StorageError);
    expect(await (await open({ url })).read(countCodes, {})).toEqual([{ count: 20 }]);
  });

  it("is answered at once when there is nothing to finish", async () => {
    const db = await open();
    await expect(db.ping()).resolves.toBeUndefined();
    await expect(db.close()).resolves.toBeUndefined();
  });
});
