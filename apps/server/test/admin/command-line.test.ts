import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { admin, outcomeOf, spawnAdmin } from "./admin.ts";

const COMMANDS = [
  "audit",
  "application show",
  "application trust",
  "application untrust",
  "prune",
  "user show",
];
// No help and no mistake needs a database.
const NOWHERE = { DATABASE_URL: `file:${join(tmpdir(), randomUUID(), "fluxer.db")}` };

describe("the operator's command", () => {
  it("lists its commands, and each tells what it takes", async () => {
    const { status, stdout, stderr } = await admin(NOWHERE, "--help");
    expect([status, stderr]).toEqual([0, ""]);
    for (const command of COMMANDS) {
      expect(stdout).toContain(`  ${command} `);
      const help = await admin(NOWHERE, ...command.split(" "), "--help");
      expect(help).toMatchObject({ status: 0, stderr: "" });
      expect(help.stdout).toMatch(new RegExp(`^usage: npm run admin -- ${command} (ID|\\[options\\])\n`));
    }
  });

  it.each([
    ["", "A command is missing"],
    ["grant", 'no command "grant"'],
    ["application", "write application show or application trust or application untrust"],
    ["application delete 1", '"application" cannot be followed by "delete"'],
    ["application trust", "identifier is missing"],
    ["application trust weather", 'must be digits, as in 1465923871230984192, and not "weather"'],
    ["application trust 9223372036854775808", "must be digits"],
    ["application trust 1 2", '"2" is too much'],
    ["application trust 1 --force", "Unknown option '--force'"],
    ["audit 1", "Unexpected argument '1'"],
    ["audit --application ada", '--application must be digits, as in 1465923871230984192, and not "ada"'],
    ["audit --user -1", "Option '--user' argument is ambiguous."],
    ["audit --before=", '--before must be digits, as in 1465923871230984192, and not ""'],
    ["audit --limit 0", "--limit must be a whole number from 1 to 1000"],
    ["audit --limit 1001", "--limit must be a whole number from 1 to 1000"],
    ["audit --since yesterday", "as in 2026-11-22T10:00:00Z"],
    ["audit --since 2026-02-30", "as in 2026-11-22T10:00:00Z"],
    ["audit --since 2026-11-22T10:00:00", "a time with its zone"],
    ["prune now", "Unexpected argument 'now'"],
    ["prune --batch 0", "--batch must be a whole number from 1 to 10000"],
    ["audit --json=yes", "does not take an argument"],
  ])("exits with 2 on a line that makes no sense, and says what would: %s", async (line, told) => {
    const { status, stdout, stderr } = await admin(NOWHERE, ...line.split(" ").filter(Boolean));
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(told);
    expect(stderr).toMatch(/\nSee: npm run admin -- .*--help\n$/);
  });

  it.each([
    [0, "--help"],
    [1, "audit"],
    [2, "audits"],
  ])("tells the shell: %i for %s", async (status, arg) => {
    expect(await outcomeOf(spawnAdmin(NOWHERE, arg))).toEqual(await admin(NOWHERE, arg));
    expect(await admin(NOWHERE, arg)).toMatchObject({ status });
  });

  it("exits with 1 where there is no database, and makes none", async () => {
    const directory = mkdtempSync(join(tmpdir(), "fluxer-admin-"));
    const path = join(directory, "typo", "fluxer.db");
    const { status, stderr } = await admin({ DATABASE_URL: `file:${path}` }, "application", "trust", "1");
    expect(status).toBe(1);
    expect(stderr).toContain(`there is no database at ${path}: start the server once`);
    expect(existsSync(join(directory, "typo"))).toBe(false);
    rmSync(directory, { recursive: true });
  });

  it("exits with 1 where the database does not answer or the environment is wrong, without showing a password", async () => {
    const password = "canary";
    const away = await admin({ DATABASE_URL: `postgres://fluxer:${password}@127.0.0.1:1/fluxer` }, "audit");
    expect(away).toMatchObject({ status: 1, stdout: "" });
    expect(away.stderr).toMatch(/^PostgreSQL at 127.0.0.1:1\/fluxer does not answer: .*DATABASE_URL/);
    const wrong = await admin({ DATABASE_URL: `mysql://fluxer:${password}@127.0.0.1/fluxer` }, "audit");
    expect(wrong).toMatchObject({ status: 1, stdout: "" });
    expect(wrong.stderr).toContain("DATABASE_URL must be file:<path> for SQLite or postgres://");
    expect(away.stderr + wrong.stderr).not.toMatch(/canary|\n {4}at /);
  });
});
