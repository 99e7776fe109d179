import { closeSync, mkdirSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import pg from "pg";
import { describe, expect, inject, it } from "vitest";
import { openDatabase } from "../../src/db/client.ts";
import { DatabaseStartError } from "../../src/db/errors.ts";
import { describeDatabases, testDatabases } from "../support/databases.ts";
import { codeRow } from "../support/rows.ts";
import { countCodes, insertCode } from "./statements.ts";

const pathOf = (url: string) => url.slice("file:".length);

async function execute(url: string, sql: string): Promise<void> {
  if (url.startsWith("file:")) {
    new BetterSqlite3(pathOf(url)).exec(sql).close();
    return;
  }
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function startError(url: string): Promise<string> {
  const error = await openDatabase({ url }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DatabaseStartError);
  return String(error);
}

describeDatabases("starting", (open) => {
  it("keeps what is there and changes nothing when nothing is new", async () => {
    const url = await open.newUrl();
    const first = await open({ url });
    await first.atomically((tx) => tx.run(insertCode, codeRow({ id: "a" })));
    await first.close();
    const second = await open({ url });
    expect(await second.read(countCodes, {})).toEqual([{ count: 1 }]);
  });

  it("refuses a database that a newer version has migrated", async () => {
    const url = await open.newUrl();
    await open({ url });
    await execute(url, "INSERT INTO schema_migrations VALUES ('9999_future', 'hash', 0)");
    expect(await startError(url)).toContain("newer version of this server (migration 9999_future)");
  });

  it("refuses a database that was made with another text of a migration", async () => {
    const url = await open.newUrl();
    await open({ url });
    await execute(url, "UPDATE schema_migrations SET hash = 'another'");
    expect(await startError(url)).toContain("put the change into a new migration");
  });

  it("refuses another program's tables and leaves them as they were", async () => {
    const url = await open.newUrl();
    await execute(url, "CREATE TABLE users (name text)");
    expect(await startError(url)).toContain("another program's");
    await execute(url, "INSERT INTO users VALUES ('still here')");
    await expect(execute(url, "SELECT * FROM schema_migrations")).rejects.toThrow();
  });
});

describe("starting on a file", () => {
  const open = testDatabases("sqlite");

  it("makes the directory and the file for the server's own account only", async () => {
    const path = join(dirname(pathOf(await open.newUrl())), "made", "here", "fluxer.db");
    await open({ url: `file:${path}` });
    const modes = [dirname(path), ...readdirSync(dirname(path)).map((name) => join(dirname(path), name))];
    expect(modes.map((made) => statSync(made).mode & 0o077)).toEqual(modes.map(() => 0));
  });

  it("takes an absolute file URL and a database in memory", async () => {
    const path = pathOf(await open.newUrl());
    await open({ url: `file://${path}` });
    expect(statSync(path).size).toBeGreaterThan(0);
    expect(await (await open({ url: "file::memory:" })).read(countCodes, {})).toEqual([{ count: 0 }]);
  });

  it("refuses a file that is no database", async () => {
    const url = await open.newUrl();
    writeFileSync(pathOf(url), "not a database, but long enough to be taken for one".repeat(100));
    expect(await startError(url)).toContain("is not an intact SQLite database");
  });

  it("refuses a database with damaged pages", async () => {
    const url = await open.newUrl();
    await (await open({ url })).close();
    const file = openSync(pathOf(url), "r+");
    writeSync(file, Buffer.alloc(4000, 0xff), 0, 4000, 100);
    closeSync(file);
    expect(await startError(url)).toContain("is not an intact SQLite database");
  });

  it("refuses a path that it cannot write", async () => {
    const [directory, file] = [await open.newUrl(), await open.newUrl()];
    mkdirSync(pathOf(directory));
    writeFileSync(pathOf(file), "");
    for (const url of [directory, `${file}/fluxer.db`]) {
      expect(await startError(url)).toContain("let the server's account write the file");
    }
  });
});

describe("starting on PostgreSQL", () => {
  const open = testDatabases("postgres");
  const changed = (change: (url: URL) => void) => {
    const url = new URL(inject("postgresUrl"));
    change(url);
    return url.href;
  };

  it("says what is wrong with the address, and never the password", async () => {
    const refused = await startError(changed((url) => Object.assign(url, { port: "1", password: "s3cret" })));
    expect(refused).toContain("PostgreSQL at 127.0.0.1:1/postgres does not answer");
    expect(refused).not.toContain("s3cret");
    const wrong = await startError(changed((url) => Object.assign(url, { password: "s3cret" })));
    expect(wrong).toContain("refuses this user or password");
    expect(wrong).not.toContain("s3cret");
    expect(await startError(changed((url) => Object.assign(url, { pathname: "/none" })))).toContain(
      "CREATE DATABASE",
    );
  });

  it("refuses a read-only server", async () => {
    const url = await open.newUrl();
    expect(await startError(`${url}%20-cdefault_transaction_read_only%3Don`)).toContain("is read-only");
  });
});

it("names the two kinds of DATABASE_URL when given a third", async () => {
  expect(await startError("mysql://localhost/fluxer")).toContain("file:./data/fluxer.db or postgres://");
});
