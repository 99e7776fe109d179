import { execFileSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file system of its own, of any size. */
export interface Disk {
  readonly path: string;
  resize(size: string): void;
  remove(): void;
}

/**
 * Undefined where nobody may mount one, on the machine of a contributor who is not root for instance. There it says so;
 * what CI leaves out nobody notices, so in CI it fails.
 */
export function makeDisk(size: string): Disk | undefined {
  const path = mkdtempSync(join(tmpdir(), "fluxer-disk-"));
  try {
    asRoot("mount", "-t", "tmpfs", "-o", `size=${size},mode=0777`, "tmpfs", path);
  } catch (error) {
    rmdirSync(path);
    if (process.env.CI) throw new Error("this test needs root, or sudo without a password", { cause: error });
    process.stderr.write(`NOT RUN: a full disk, because no file system can be mounted here (${error})\n`);
    return undefined;
  }
  return {
    path,
    resize: (wanted) => asRoot("mount", "-o", `remount,size=${wanted}`, path),
    remove() {
      // Lazily, for a failed test may have left a file of it open.
      asRoot("umount", "-l", path);
      rmdirSync(path);
    },
  };
}

function asRoot(...command: readonly string[]): void {
  const isRoot = process.getuid?.() === 0;
  const [program = "", ...args] = isRoot ? command : ["sudo", "-n", ...command];
  execFileSync(program, args, { stdio: "pipe" });
}
