import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { StorageError } from "../../src/db/errors.ts";
import { groupCommit } from "../../src/db/sqlite/group-commit.ts";

let directory: string;
let client: BetterSqlite3.Database;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "fluxer-group-"));
  client = open();
  client.pragma("journal_mode = WAL");
  client.exec("CREATE TABLE parent (id integer PRIMARY KEY)");
  client.exec("CREATE TABLE child (id REFERENCES parent DEFERRABLE INITIALLY DEFERRED)");
});

afterEach(() => {
  client.close();
  rmSync(directory, { recursive: true });
});

const open = () => new BetterSqlite3(join(directory, "test.db"), { timeout: 5 });
const insert = (id: number, table = "parent") =>
  client.prepare(`INSERT INTO ${table} VALUES (?)`).run(id).changes;
const count = (of = client) => of.prepare("SELECT count(*) FROM parent").pluck().get();
const outcomes = async (promises: Promise<unknown>[]) =>
  (await Promise.allSettled(promises)).map((settled) =>
    settled.status === "fulfilled"
      ? settled.value
      : settled.reason instanceof StorageError
        ? "storage"
        : "thrown",
  );

it("shares one commit among the transactions of a turn", async () => {
  const group = groupCommit(client, 1000);
  const other = open();
  const seen: unknown[] = [];
  const joined = [1, 2, 3].map((id) =>
    group.join(() => {
      seen.push(count(other));
      return insert(id);
    }),
  );
  expect(client.inTransaction).toBe(false);
  expect(await Promise.all(joined)).toEqual([1, 1, 1]);
  // Another connection saw nothing while the second and the third ran: they were in the first one's commit.
  expect(seen).toEqual([0, 0, 0]);
  expect(count(other)).toBe(3);
  other.close();
});

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

it("shares it with those of the next turns as long as each brings more, but lets nobody wait for long", async () => {
  const group = groupCommit(client, 1000);
  const other = open();
  const seen: unknown[] = [];
  const joined: Promise<unknown>[] = [];
  const join = (id: number) =>
    joined.push(
      group.join(() => {
        seen.push(count(other));
        return insert(id);
      }),
    );
  [1, 2].map(join);
  for (let id = 3; id <= 8; id++) {
    await nextTurn();
    join(id);
  }
  await Promise.all(joined);
  // Four turns, then the commit; those that came later came alone.
  expect(seen).toEqual([0, 0, 0, 0, 0, 5, 6, 7]);
  other.close();
});

it("commits for one alone at the end of its turn", async () => {
  const group = groupCommit(client, 1000);
  void group.join(() => insert(1));
  await nextTurn();
  expect(count()).toBe(1);
});

it("rejects everyone when the commit fails, even those who had a result", async () => {
  const group = groupCommit(client, 1000);
  const joined = [
    group.join(() => insert(1)),
    group.join(() => insert(2, "child")),
    group.join(() => {
      throw new Error("said no because of what it saw");
    }),
  ];
  expect(await outcomes(joined)).toEqual(["storage", "storage", "storage"]);
  expect([count(), client.inTransaction]).toEqual([0, false]);
  expect(await outcomes([group.join(() => insert(2, "child"))])).toEqual(["storage"]);
  expect(await outcomes([group.join(() => insert(1)), group.join(() => insert(2))])).toEqual([1, 1]);
});

it("rejects everyone when the storage fails under one of them", async () => {
  const group = groupCommit(client, 1000);
  const full = () => {
    throw new StorageError("disk full");
  };
  expect(await outcomes([group.join(() => insert(1)), group.join(full)])).toEqual(["storage", "storage"]);
  expect(count()).toBe(0);
});

it("rejects everyone when SQLite undoes the transaction under one of them", async () => {
  const group = groupCommit(client, 1000);
  const undone = () => client.exec("ROLLBACK");
  expect(await outcomes([group.join(() => insert(1)), group.join(undone)])).toEqual(["storage", "storage"]);
  expect(await outcomes([group.join(undone)])).toEqual(["storage"]);
  expect(count()).toBe(0);
});

it("waits for another process's lock without stopping the event loop", async () => {
  const group = groupCommit(client, 5000);
  const other = open();
  other.exec("BEGIN IMMEDIATE");
  let turns = 0;
  const ticking = setInterval(() => turns++, 1);
  setTimeout(() => other.exec("COMMIT"), 100);
  expect(await outcomes([group.join(() => insert(1)), group.join(() => insert(2))])).toEqual([1, 1]);
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(10);
  other.close();
});

it("rejects everyone when the lock is not given in time, and works again afterwards", async () => {
  const group = groupCommit(client, 50);
  const other = open();
  other.exec("BEGIN IMMEDIATE");
  expect(await outcomes([group.join(() => insert(1)), group.join(() => insert(2))])).toEqual([
    "storage",
    "storage",
  ]);
  other.exec("COMMIT");
  other.close();
  expect(await outcomes([group.join(() => insert(1))])).toEqual([1]);
});
