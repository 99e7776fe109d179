import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readArguments, UsageError, wanted } from "../src/arguments.ts";
import { differences, hasResults, readResults } from "../src/report/files.ts";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const bench = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: "utf8" });

it("measures this provider beside the bare servers and writes what it found, as data, table and plots", () => {
  const folder = mkdtempSync(join(tmpdir(), "fluxer-bench-test-"));
  const small = ["--rounds", "1", "--seconds", "0.1", "--tokens", "20000", "--allow-noise", "--out", folder];
  const { status, stderr, stdout } = bench(...small, "--only", "ours/introspect", "--only", "ours/code");
  expect(stderr).toContain("written to");
  expect(status).toBe(0);
  const { figures } = readResults(folder);
  expect(figures.map(({ contestant, operation }) => `${contestant} ${operation}`).sort()).toEqual([
    "bare-hono code",
    "bare-hono introspect",
    "ours code",
    "ours introspect",
  ]);
  for (const figure of figures) expect(figure.rate).toBeGreaterThan(10);
  expect(stdout).toContain("**this provider, SQLite**");
  expect(readFileSync(join(folder, "throughput.svg"), "utf8")).toContain("<svg");
  rmSync(folder, { recursive: true });
}, 60_000);

it("says how it is used, and refuses what makes no sense", { timeout: 20_000 }, () => {
  expect(bench("--help")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("usage: npm run bench"),
  });
  expect(bench("--only", "nobody")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("There is no nobody"),
  });
  expect(() => readArguments(["--rounds", "none"])).toThrow(UsageError);
  expect(wanted(["ours/code", "/userinfo"], "ours", "userinfo")).toBe(true);
  expect(wanted(["ours/code", "/userinfo"], "ours", "refresh")).toBe(false);
});

it("the page of growth is made of what the other commands wrote, whether the comparison was measured or not", () => {
  const folder = mkdtempSync(join(tmpdir(), "fluxer-bench-test-"));
  expect(bench("--render", "--out", folder).status).toBe(2);
  const machine = { cpu: "a processor", node: "v24.0.0" };
  const churn = { at: "2026-01-02", machine, growth: 1.01, steadyAfter: 1, minutes: [] };
  writeFileSync(join(folder, "churn.json"), JSON.stringify(churn));
  expect(differences(folder)).toHaveLength(1);
  expect(bench("--render", "--out", folder).status).toBe(0);
  expect(readFileSync(join(folder, "growth.md"), "utf8")).toContain("## Churn");
  expect(differences(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
}, 20_000);

it.runIf(hasResults())("README.md and the plots are what results.json says", () => {
  expect(differences()).toEqual([]);
});
