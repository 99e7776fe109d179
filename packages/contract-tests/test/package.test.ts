import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const tsdown = join(root, "../../node_modules/.bin/tsdown");

describe("the built package", () => {
  let out: string;
  const read = (name: string) => JSON.parse(readFileSync(join(out, name), "utf8"));

  beforeAll(() => {
    out = mkdtempSync(join(root, "dist-test-"));
    execFileSync(tsdown, ["--out-dir", out, "--log-level", "error"], { cwd: root });
  }, 60_000);

  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("runs without this repository: its command knows the document it was built with", () => {
    const command = join(out, read("package.json").bin["fluxer-oauth2-conformance"]);
    expect(execFileSync(process.execPath, [command, "--help"], { encoding: "utf8" })).toContain("--base-url");
  });

  it("depends on ajv, fast-check and yaml, and exports what its package.json names", async () => {
    const { dependencies, exports } = read("package.json");
    expect(Object.keys(dependencies)).toEqual(["ajv", "fast-check", "yaml"]);
    const entries = Object.values(exports as Record<string, { default: string }>);
    const modules = await Promise.all(entries.map((entry) => import(join(out, entry.default))));
    expect(modules.map((module) => Object.keys(module))).toEqual([
      expect.arrayContaining(["runConformance", "summaryOf"]),
      expect.arrayContaining(["summaryOf"]),
      expect.arrayContaining(["specFaults", "faulty", "startFaultProxy"]),
    ]);
  });
});
