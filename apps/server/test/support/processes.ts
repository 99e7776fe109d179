import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Runs a script of ours in another process; rejects with what it wrote to stderr when it fails. */
export function start(script: URL, ...args: string[]): { child: ChildProcess; done: Promise<void> } {
  const child = fork(fileURLToPath(script), args, { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  const stderr: Buffer[] = [];
  child.stderr?.on("data", (chunk: Buffer) => stderr.push(chunk));
  const done = once(child, "close").then(([code]) => {
    if (code !== 0) throw new Error(`${script.pathname} ended with ${code}: ${Buffer.concat(stderr)}`);
  });
  return { child, done };
}
