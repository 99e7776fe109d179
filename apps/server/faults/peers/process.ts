import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";

/** Runs a command to its end, its output kept in a file beside what it works on. Whatever it exits with is not looked at. */
export async function run(
  command: string,
  args: readonly string[],
  directory: string,
  env: Record<string, string> = {},
): Promise<void> {
  const output = createWriteStream(join(directory, "output.txt"));
  await once(output, "open");
  const child = spawn(command, args, {
    cwd: directory,
    stdio: ["ignore", output, output],
    env: { ...process.env, ...env },
  });
  await once(child, "exit");
  output.close();
}
