import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { PATCHES } from "../../faults/catalogue/index.ts";
import { startServer } from "../support/server.ts";

const root = join(import.meta.dirname, "../..");
const FAULT = "tokens-may-be-cached";

async function cacheControl(url: string): Promise<string | null> {
  return (await fetch(`${url}/oauth2/token`, { method: "POST" })).headers.get("cache-control");
}

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => /\.m?[jt]s$/.test(name)).map((name) => join(folder, name));
}

it("no start of the server can have a fault: FAULT changes nothing, and nothing in src knows of it", async () => {
  expect(PATCHES.map(({ name }) => name)).toContain(FAULT);
  const server = await startServer({ FAULT });
  try {
    expect(await cacheControl(server.url)).toBe("no-store");
  } finally {
    await server.stop();
  }
  const sources = ["src", "start"].flatMap((folder) => filesIn(join(root, folder)));
  const knowing = sources.filter((file) => /FAULT\b|faults\/|registerHooks/.test(readFileSync(file, "utf8")));
  expect(knowing).toEqual([]);
});

it("a server started with the faults registered has the one that FAULT names", async () => {
  const register = join(root, "faults/register.ts");
  const server = await startServer({ FAULT, NODE_OPTIONS: `--import=${register}` });
  try {
    expect(await cacheControl(server.url)).toBe("private");
  } finally {
    await server.stop();
  }
});

it("the command finds what it should, and says so with its exit code", { timeout: 60_000 }, async () => {
  const only = "^(getGuild 200 icon: dropped|code-of-any-client)$";
  const main = join(root, "faults/main.ts");
  const run = promisify(execFile);
  const { stdout, stderr } = await run(process.execPath, [main, "--only", only]);
  expect(stdout).toMatch(/all +2 of 2 +100\.0 %/);
  expect(stderr).toMatch(/✓ getGuild: succeeds/);
  await expect(run(process.execPath, [main, "--only", "no such fault"])).rejects.toMatchObject({ code: 2 });
});
