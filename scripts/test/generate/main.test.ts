import { execFile } from "node:child_process";
import { appendFile, readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { fixture, folder } from "./build.ts";

const MAIN = resolve(import.meta.dirname, "../../generate/main.ts");

function run(...args: string[]): Promise<{ code: number; errors: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [MAIN, ...args], (error, _, errors) =>
      done({ code: Number(error?.code ?? 0), errors }),
    );
  });
}

test("--check is content with what was just generated, and writes nothing", async () => {
  const out = await folder("main-fresh");
  const args = ["--spec", fixture("harbour"), "--out", out];
  expect((await run("--check", ...args)).code).toBe(1);
  expect(await readdir(out)).toEqual([]);
  expect(await run(...args)).toEqual({ code: 0, errors: "" });
  expect(await run("--check", ...args)).toEqual({ code: 0, errors: "" });
}, 30_000);

test("--check names each file that is stale, missing or not generated", async () => {
  const out = await folder("main-stale");
  const args = ["--spec", fixture("harbour"), "--out", out];
  await run(...args);
  await appendFile(join(out, "schemas.ts"), "\n");
  await rm(join(out, "routes.ts"));
  await writeFile(join(out, "left-over.ts"), "");
  const { code, errors } = await run("--check", ...args);
  expect(code).toBe(1);
  expect(errors).toContain(`${join(out, "schemas.ts")} is stale`);
  expect(errors).toContain(`${join(out, "routes.ts")} is missing`);
  expect(errors).toContain(`${join(out, "left-over.ts")} is not generated`);
  expect(errors).not.toContain("operations.ts");
}, 30_000);

test("a specification that cannot be translated fails with the place and no stack", async () => {
  const out = await folder("main-bad");
  const spec = join(out, "spec.yaml");
  await writeFile(
    spec,
    "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\ncomponents: { schemas: { A: { type: text } } }\n",
  );
  const { code, errors } = await run("--spec", spec, "--out", join(out, "generated"));
  expect(code).toBe(1);
  expect(errors).toBe('#/components/schemas/A/type: there is no type "text"\n');
}, 30_000);
