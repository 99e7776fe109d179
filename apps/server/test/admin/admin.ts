import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { runAdmin } from "../../src/admin/run.ts";
import type { TestDatabases } from "../support/databases.ts";
import { startHost } from "../support/host.ts";

const SCRIPT = fileURLToPath(new URL("../../src/admin.ts", import.meta.url));

export type Outcome = { status: number; stdout: string; stderr: string };
export type Admin = (...args: string[]) => Promise<Outcome>;

/** The operator's command, in this process, which is much sooner done. */
export async function admin(environment: Record<string, string>, ...args: string[]): Promise<Outcome> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const output = {
    print: (text: string) => void stdout.push(text),
    remark: (text: string) => void stderr.push(text),
  };
  const status = await runAdmin(args, environment, output);
  return { status, stdout: stdout.join(""), stderr: stderr.join("") };
}

/** The operator's command, as a process of its own. */
export function spawnAdmin(environment: Record<string, string>, ...args: string[]) {
  const env = { PATH: process.env.PATH, ...environment };
  return spawn(process.execPath, [SCRIPT, ...args], { cwd: tmpdir(), env });
}

export async function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<Outcome> {
  const output = [text(child.stdout), text(child.stderr)] as const;
  const [stdout, stderr, [status]] = await Promise.all([...output, once(child, "close")]);
  return { status: Number(status), stdout, stderr };
}

/** What `audit --json` printed. */
export function eventsIn(stdout: string): Record<string, unknown>[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** A provider that runs, and the command beside it on the same database. */
export async function startBoth(open: TestDatabases) {
  const url = await open.newUrl();
  const { dialect, newUrl } = open;
  const host = await startHost(Object.assign(() => open({ url }), { dialect, newUrl }));
  const environment = { DATABASE_URL: url };
  return {
    host,
    admin: (...args: string[]) => admin(environment, ...args),
    spawnAdmin: (...args: string[]) => spawnAdmin(environment, ...args),
  };
}
